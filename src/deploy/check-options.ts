import { TARGETS } from '../aws/target.js';
import { checkNames, checkShapes, formatPath, type Shape } from '../gateway/check-shape.js';
import { GatewayError, reasonIn } from '../gateway/error.js';
import { describeValue } from '../http/describe-value.js';
import { isObject } from '../http/is-object.js';
import type { ReadTemplateOptions } from './options.js';
import { TemplateError } from './template-error.js';

const TEXTS = { is: 'strings by name', example: "strings by name, such as { Stage: 'prod' }" } as const;

const SHAPES = {
  format: { oneOf: ['sam', 'cloudformation', 'openapi', 'serverless'] },
  stage: { is: 'name', example: "a stage such as 'prod'" },
  target: { oneOf: TARGETS },
  parameters: TEXTS,
  stageVariables: TEXTS,
  functions: { is: 'strings by name', example: "handlers such as { orders: 'src/orders.handler' }" },
  nestedStacks: { is: 'boolean', example: 'true or false' },
  env: { is: 'object', example: 'variables such as `process.env`' },
  region: { is: 'name', example: "a region such as 'eu-west-1'" },
  accountId: { is: 'name', example: "an account such as '123456789012'" },
  stackName: { is: 'name', example: "a name such as 'orders'" },
} as const satisfies Record<keyof ReadTemplateOptions, Shape>;

/**
 * Checks the arguments of `readTemplate`.
 *
 * @throws TemplateError `invalid-option`.
 */
export function checkArguments(path: unknown, options: unknown): void {
  if (typeof path !== 'string') throw invalidArgument('path', 'a string', path, 'Pass the path of a file or a folder.');
  if (!isObject(options)) throw invalidArgument('options', 'an object', options, "Pass options such as { stage: 'prod' }.");
  try {
    checkNames(options, Object.keys(SHAPES), []);
    checkShapes(options, SHAPES, []);
  } catch (error) {
    throw error instanceof GatewayError ? toTemplateError(error, options) : error;
  }
}

function invalidArgument(where: string, must: string, value: unknown, fix: string): TemplateError {
  return new TemplateError({
    code: 'invalid-option',
    reason: `\`${where}\` must be ${must}; got ${describeValue(value)}.`,
    fix,
    where,
    value,
  });
}

function toTemplateError(error: GatewayError, options: Readonly<Record<string, unknown>>): TemplateError {
  const { fix, path } = error;
  const [name = ''] = path;
  return new TemplateError({ code: 'invalid-option', reason: reasonIn(error), fix, where: formatPath(path), value: options[String(name)] });
}
