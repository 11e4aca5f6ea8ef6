import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describeValue } from '../http/describe-value.js';
import { isObject } from '../http/is-object.js';
import { checkArguments } from './check-options.js';
import type { Deployment } from './deployment.js';
import { readDeployment } from './formats.js';
import type { ReadTemplateOptions } from './options.js';
import { TemplateError } from './template-error.js';

/** Size of the largest file that is read, in bytes. */
const LARGEST = 40 * 1024 * 1024;

/** Files that a folder of a project has, if it is no `cdk.out`. */
const USUAL_NAMES = ['template', 'serverless', 'openapi', 'swagger'].flatMap((name) =>
  ['yaml', 'yml', 'json'].map((end) => `${name}.${end}`),
);

/**
 * Reads what a file deploys: a SAM or CloudFormation template, the output of CDK, an OpenAPI document, or a `serverless.yml`. The content
 * decides which it is.
 *
 * What cannot be carried over stands in `unsupported` and `optional`, each with its place and line.
 *
 * @param path the file, or a folder with one: a project, or a `cdk.out` with one stack.
 * @param options parameters, stage, variables, and functions that the template knows only by name. Default: none.
 * @throws TemplateError if the file cannot be read, is none of these, or leaves something open that an option must decide.
 * @example
 * const { apis, functions, unsupported } = readTemplate('template.yaml', { stage: 'prod' });
 */
export function readTemplate(path: string, options: ReadTemplateOptions = {}): Deployment {
  checkArguments(path, options);
  const file = isFolder(path) ? fileOfFolder(path) : path;
  if (/\.[cm]?[jt]s$/.test(file)) throw programError(file);
  const text = readText(file);
  if (text === undefined) throw isTooLarge(file) ? tooLarge(file) : unreadable(file, path);
  const folder = dirname(file);
  return readDeployment(text, file, options, { readFile: (name) => readText(join(folder, name)), listFiles: () => namesIn(folder) });
}

function readText(file: string): string | undefined {
  return tryTo(() => {
    const stats = statSync(file);
    // A device such as /dev/zero would never end.
    return (stats.isFile() || stats.isFIFO()) && stats.size <= LARGEST ? readFileSync(file, 'utf8') : undefined;
  });
}

function isTooLarge(file: string): boolean {
  return tryTo(() => statSync(file).size > LARGEST) === true;
}

function tooLarge(file: string): TemplateError {
  const reason = `The file has more than ${LARGEST} bytes.`;
  return new TemplateError({ code: 'too-large', reason, fix: 'Read the parts of the deployment one by one.', file });
}

function unreadable(file: string, value: string): TemplateError {
  return new TemplateError({ code: 'unreadable-file', reason: 'The file cannot be read.', fix: 'Check the path.', file, value });
}

function isFolder(path: string): boolean {
  return tryTo(() => statSync(path).isDirectory()) === true;
}

/** Lists what is in a folder. One that cannot be read counts as empty. */
function namesIn(folder: string): readonly string[] {
  return tryTo(() => readdirSync(folder)) ?? [];
}

/** Returns `undefined` if a path does not exist or cannot be read: no permission, links in a circle, a file in place of a folder. */
function tryTo<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function programError(file: string): TemplateError {
  return new TemplateError({
    code: 'unknown-format',
    reason: 'The file is a program, not a template.',
    fix: 'Pass what it makes: a folder `cdk.out` after `cdk synth`, or `.serverless/cloudformation-template-update-stack.json` after `package`.',
    file,
  });
}

/** Chooses the file of a folder: the stack of a `cdk.out`, or the file with a usual name. */
function fileOfFolder(folder: string): string {
  const names = namesIn(folder);
  const found =
    stacksOf(folder) ?? (templatesIn(names).length > 0 ? templatesIn(names) : USUAL_NAMES.filter((name) => names.includes(name)));
  const [only, another] = found;
  if (only !== undefined && another === undefined) return join(folder, only);
  throw new TemplateError({
    code: 'unreadable-file',
    reason:
      only === undefined
        ? 'The folder has no template.'
        : `The folder has ${found.length} templates: ${found.map(describeValue).join(', ')}.`,
    fix: only === undefined ? 'Pass the path of a file.' : `Pass one of them, such as ${join(folder, only)}.`,
    file: folder,
  });
}

function templatesIn(names: readonly string[]): readonly string[] {
  return names.filter((name) => name.endsWith('.template.json') && !name.endsWith('.nested.template.json'));
}

/** Lists the templates of the stacks in the manifest of a `cdk.out`. `undefined`: it has no manifest. */
function stacksOf(folder: string): readonly string[] | undefined {
  const text = readText(join(folder, 'manifest.json'));
  const manifest: unknown = text === undefined ? undefined : tryTo(() => JSON.parse(text));
  const artifacts = isObject(manifest) && isObject(manifest['artifacts']) ? Object.values(manifest['artifacts']) : undefined;
  return artifacts?.flatMap((artifact) => {
    const properties = isObject(artifact) && artifact['type'] === 'aws:cloudformation:stack' ? artifact['properties'] : undefined;
    const file = isObject(properties) ? properties['templateFile'] : undefined;
    return typeof file === 'string' ? [file] : [];
  });
}
