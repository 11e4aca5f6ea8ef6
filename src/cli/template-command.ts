import type { ReadTemplateOptions } from '../deploy/options.js';
import { readTemplate } from '../deploy/read-template.js';
import { type Command, EXIT, readArgs } from './command.js';
import { pairsOf, targetOf } from './gateway-options.js';
import { deploymentLines } from './template-lines.js';
import { UsageError } from './usage-error.js';

const OPTIONS = {
  json: { type: 'boolean' },
  stage: { type: 'string' },
  target: { type: 'string' },
  function: { type: 'string', multiple: true },
  parameter: { type: 'string', multiple: true },
  'stage-variable': { type: 'string', multiple: true },
  region: { type: 'string' },
  account: { type: 'string' },
  'stack-name': { type: 'string' },
  'nested-stacks': { type: 'boolean' },
} as const;

const HELP = `apigw-proxy template FILE [options]   print what a template deploys

FILE is a SAM or CloudFormation template, a cdk.out folder, an OpenAPI document
or a serverless.yml. Prints APIs, routes, authorizers and functions, and what
this library can't carry over, with its line.

  --json                   print JSON
  --stage NAME             choose a stage
  --target TARGET          OpenAPI: rest or http-2.0
  --function NAME=FILE#EXPORT   handler of a function that the file knows only
                           by name or ARN; repeatable
  --parameter NAME=VALUE   parameter of the template; repeatable
  --stage-variable A=B     OpenAPI: stage variable; repeatable
  --region NAME            default us-east-1, or the file's own
  --account ID             default 123456789012
  --stack-name NAME        default demo
  --nested-stacks          read nested stacks of a cdk.out, too

  apigw-proxy template template.yaml --parameter Stage=prod
`;

export const templateCommand: Command = {
  help: HELP,
  async run(args, io) {
    const { values, positionals } = readArgs('template', args, OPTIONS);
    const [file, another] = positionals;
    if (file === undefined) throw new UsageError('Pass a file.', 'Write apigw-proxy template FILE.');
    if (another !== undefined) throw new UsageError(`'${another}' is a second file.`, 'Pass one file.');
    const deployment = readTemplate(file, templateOptionsOf(values));
    if (values.json === true) io.write(`${JSON.stringify(deployment, null, 2)}\n`);
    else for (const line of deploymentLines(deployment, file, io.isColoured)) io.write(`${line}\n`);
    return EXIT.ok;
  },
};

/** Values of the options that decide how a template is read. */
export interface TemplateValues {
  readonly stage?: string | undefined;
  readonly target?: string | undefined;
  readonly function?: readonly string[] | undefined;
  readonly parameter?: readonly string[] | undefined;
  readonly 'stage-variable'?: readonly string[] | undefined;
  readonly region?: string | undefined;
  readonly account?: string | undefined;
  readonly 'stack-name'?: string | undefined;
  readonly 'nested-stacks'?: boolean | undefined;
}

/** Returns the options of `readTemplate` from those of the command line. Environment variables are those of this process. */
export function templateOptionsOf(values: TemplateValues): ReadTemplateOptions {
  const { stage, target, parameter, region, account } = values;
  const stackName = values['stack-name'];
  const variables = values['stage-variable'];
  return {
    env: process.env,
    ...(stage !== undefined && { stage }),
    ...(target !== undefined && { target: targetOf(target) }),
    ...(parameter && { parameters: Object.fromEntries(pairsOf(parameter, '--parameter')) }),
    ...(variables && { stageVariables: Object.fromEntries(pairsOf(variables, '--stage-variable')) }),
    ...(values.function && {
      functions: Object.fromEntries(pairsOf(values.function, '--function').map(([name, text]) => [name, handlerOf(text)])),
    }),
    ...(region !== undefined && { region }),
    ...(account !== undefined && { accountId: account }),
    ...(stackName !== undefined && { stackName }),
    ...(values['nested-stacks'] === true && { nestedStacks: true }),
  };
}

/** Returns the handler as Lambda writes it: `src/orders.ts#list` → `src/orders.list`. */
function handlerOf(text: string): string {
  const [, path = '', name = 'handler'] = /^(.*?)(?:#(\w+))?$/s.exec(text) ?? [];
  const module = path.replace(/\.[cm]?[jt]sx?$/, '');
  return module === path && !text.includes('#') ? text : `${module}.${name}`;
}
