import { describeValue } from '../../http/describe-value.js';
import { isObject } from '../../http/is-object.js';
import { spendFile } from '../intrinsics/budget.js';
import { asValue } from '../intrinsics/call.js';
import { evaluateAt } from '../intrinsics/evaluate.js';
import { textOf } from '../intrinsics/text.js';
import type { ReadContext } from '../read-context.js';
import { optional, unsupported } from '../reading/place.js';
import { folderOf, inFolder } from '../template/folder.js';
import { inFile } from '../template/in-file.js';
import { DEFAULT_STACK_NAME, type Opening, openTemplate, type Template } from '../template/open-template.js';
import type { Resource } from '../template/resource.js';
import { type AssetFolder, findAsset } from './assets.js';
import { reportTransforms } from './transforms.js';

/** The types of nested templates, and the property that names the template. */
const LOCATIONS: Readonly<Record<string, 'TemplateURL' | 'Location'>> = {
  'AWS::CloudFormation::Stack': 'TemplateURL',
  'AWS::Serverless::Application': 'Location',
};

/** One template among those that belong together. */
export interface Stack {
  readonly content: unknown;
  /** The template with its own resources. */
  readonly template: Template;
  /** Reads files in the folder of the template. */
  readonly context: ReadContext;
}

/** A template and those nested in it. */
export interface OpenStacks {
  /** The template with the resources of all. */
  readonly template: Template;
  /** Each template, with its own resources. The outer one comes first. */
  readonly stacks: readonly Stack[];
}

/** A nested stack that was read. */
interface NestedStack extends OpenStacks {
  readonly outputOf: (name: string) => unknown;
}

/** Opens a template together with those nested in it. */
export function openWithNestedStacks(content: unknown, opening: Opening, assets: AssetFolder): OpenStacks {
  const nested = new Map<string, NestedStack | undefined>();
  const stackOf = (id: string): NestedStack | undefined => {
    const resource = template.resources.get((opening.prefix ?? '') + id);
    if (resource === undefined || !Object.hasOwn(LOCATIONS, resource.type)) return undefined;
    if (nested.has(resource.id)) return nested.get(resource.id);
    nested.set(resource.id, undefined); // until it is open, its outputs are not known
    const stack = openStack(resource, template, opening.context, assets);
    nested.set(resource.id, stack);
    return stack;
  };
  const template: Template = openTemplate(content, { ...opening, outputOf: (id, name) => stackOf(id)?.outputOf(name) });
  const inner = Object.keys(template.scope.resources).flatMap((id) => stackOf(id) ?? []);
  const resources = new Map([...template.resources, ...inner.flatMap((stack) => [...stack.template.resources])]);
  const own: Stack = { content, template, context: opening.context };
  return { template: { ...template, resources }, stacks: [own, ...inner.flatMap(({ stacks }) => stacks)] };
}

function openStack(resource: Resource, { scope }: Template, context: ReadContext, assets: AssetFolder): NestedStack | undefined {
  const properties = resource.properties();
  const written = isObject(properties) ? properties : {};
  const file = fileOf(written[LOCATIONS[resource.type] ?? ''], resource, assets, context);
  const text = file === undefined ? undefined : context.readFile(file);
  if (file === undefined || text === undefined) {
    reportUnread(resource, file);
    return undefined;
  }
  spendFile(scope.budget);
  const content = context.parse(text, file).value;
  if (!isObject(content) || !isObject(content['Resources'])) {
    unsupported(resource.place, `The file ${describeValue(file)} is not a template: it has no \`Resources\`.`);
    return undefined;
  }
  const { report } = inFile(resource.place, file);
  const folder = folderOf(file);
  const opening = {
    report,
    context: nestedContext(context, folder, resource.id.slice(scope.prefix.length)),
    parameters: declared(written['Parameters'], content),
    prefix: `${resource.id}/`,
    folder: inFolder(resource.folder, folder),
    budget: scope.budget,
  };
  const open = openWithNestedStacks(content, opening, assets);
  reportTransforms(content, open.template.place);
  const outputs = isObject(content['Outputs']) ? content['Outputs'] : {};
  return { ...open, outputOf: (name) => evaluateOutput(name, outputs, open.template) };
}

/** documented: the name of a nested stack is that of the stack around it, with its logical id and a suffix, which is left out here. */
function nestedContext(context: ReadContext, folder: string, id: string): ReadContext {
  const { stackName = DEFAULT_STACK_NAME } = context.options;
  return {
    ...context,
    options: { ...context.options, stackName: `${stackName}-${id}` },
    readFile: (path) => context.readFile(inFolder(folder, path)),
  };
}

/** An application of the repository, and a template in S3, can be read on their own. */
function reportUnread({ type, place }: Resource, file: string | undefined): void {
  const missing = file === undefined ? '' : ` There is no file ${describeValue(file)}.`;
  if (type === 'AWS::Serverless::Application') {
    const what = `The nested application is not read.${missing} Pass its template on its own.`;
    if (file === undefined) optional(place, what);
    else unsupported(place, what);
    return;
  }
  unsupported(
    place,
    `The nested stack is not read.${missing} Set the option \`nestedStacks\` (--nested-stacks), or pass its template on its own.`,
  );
}

function evaluateOutput(name: string, outputs: Readonly<Record<string, unknown>>, { scope }: Template): unknown {
  const output = Object.hasOwn(outputs, name) ? outputs[name] : undefined;
  return isObject(output) ? evaluateAt(output['Value'], ['Outputs', name, 'Value'], scope) : undefined;
}

/** The template is a path in a template that was not packaged yet, or an asset of the CDK. The option decides whether assets are read. */
function fileOf(location: unknown, resource: Resource, assets: AssetFolder, { options }: ReadContext): string | undefined {
  if (options.nestedStacks === false) return undefined;
  const known = asValue(location);
  const text = known === undefined ? '' : textOf(known);
  if (typeof known === 'string' && !/^[a-z][a-z\d+.-]+:/i.test(text)) return text;
  if (options.nestedStacks !== true) return undefined;
  const metadata = resource.metadata();
  return findAsset(isObject(metadata) ? metadata : {}, text.slice(text.lastIndexOf('/') + 1), assets);
}

/** Returns the values of the parameters that a template declares. */
function declared(values: unknown, content: unknown): Readonly<Record<string, unknown>> {
  const parameters = isObject(content) && isObject(content['Parameters']) ? content['Parameters'] : {};
  return Object.fromEntries(Object.entries(isObject(values) ? values : {}).filter(([name]) => Object.hasOwn(parameters, name)));
}
