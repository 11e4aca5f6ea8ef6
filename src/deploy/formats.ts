import { describeValue } from '../http/describe-value.js';
import { isObject } from '../http/is-object.js';
import type { Deployment, DeploymentFormat } from './deployment.js';
import { readOpenApiFile } from './openapi/read-document.js';
import { isOpenApi } from './openapi/read-open-api.js';
import type { ReadTemplateOptions } from './options.js';
import type { ReadContext } from './read-context.js';
import { readSam, readStack } from './sam/read-sam.js';
import { readServerless } from './serverless/read-serverless.js';
import { TemplateError } from './template-error.js';
import { readSource } from './yaml/read-source.js';
import type { Source } from './yaml/source.js';
import type { Dialect } from './yaml/words.js';

/** How a format is read. */
interface Format {
  /** What unquoted words of YAML stand for. */
  readonly dialect: Dialect;
  readonly read: (source: Source, context: ReadContext) => Deployment;
}

const FORMATS: Readonly<Record<DeploymentFormat, Format>> = {
  sam: { dialect: 'yaml-1.1', read: readSam },
  openapi: { dialect: 'yaml-1.2', read: readOpenApiFile },
  cloudformation: { dialect: 'yaml-1.1', read: readStack },
  serverless: { dialect: 'js-yaml', read: readServerless },
};

/** The folder of a deployment file. */
export type Folder = Pick<ReadContext, 'readFile' | 'listFiles'>;

/**
 * Reads the text of a deployment file.
 *
 * @param file its name, for messages.
 */
export function readDeployment(text: string, file: string, options: ReadTemplateOptions, folder: Folder): Deployment {
  const first = readSource(text, file, options.format === undefined ? 'yaml-1.1' : FORMATS[options.format].dialect);
  const { dialect, read } = FORMATS[options.format ?? formatOf(first)];
  const source = options.format !== undefined || dialect === 'yaml-1.1' ? first : readSource(text, file, dialect);
  return read(source, { ...folder, options, parse: (included, name) => readSource(included, name, dialect) });
}

/** Finds the format by what a file has at its top. */
function formatOf({ value, file }: Source): DeploymentFormat {
  if (isOpenApi(value)) return 'openapi';
  if (isObject(value) && isObject(value['Resources'])) return isSam(value, value['Resources']) ? 'sam' : 'cloudformation';
  if (isObject(value) && value['service'] !== undefined && value['provider'] !== undefined) return 'serverless';
  throw new TemplateError({
    code: 'unknown-format',
    reason: `The file has ${isObject(value) ? `the keys ${Object.keys(value).slice(0, 5).map(describeValue).join(', ')}` : describeValue(value)}.`,
    fix: 'Pass a SAM or CloudFormation template (with `Resources`), an OpenAPI document (with `openapi`), or a serverless.yml (with `service`).',
    file,
  });
}

const SAM = 'AWS::Serverless';

function isSam(template: Readonly<Record<string, unknown>>, resources: Readonly<Record<string, unknown>>): boolean {
  const transforms = [template['Transform']].flat();
  return (
    transforms.some((name) => typeof name === 'string' && name.startsWith(`${SAM}-`)) ||
    Object.values(resources).some((resource) => isObject(resource) && String(resource['Type']).startsWith(`${SAM}::`))
  );
}
