import { isObject } from '../../http/is-object.js';
import { spendFile } from '../intrinsics/budget.js';
import { asValue } from '../intrinsics/call.js';
import { evaluateAt } from '../intrinsics/evaluate.js';
import { textOf } from '../intrinsics/text.js';
import type { ReadContext } from '../read-context.js';
import { optional, unsupported } from '../reading/place.js';
import { inFile } from '../template/in-file.js';
import { type Opening, openTemplate, type Template } from '../template/open-template.js';
import type { Resource } from '../template/resource.js';
import { type AssetFolder, findAsset } from './assets.js';

const NESTED_STACK = 'AWS::CloudFormation::Stack';

/** A nested stack that was read. */
interface NestedStack {
  readonly template: Template;
  readonly outputOf: (name: string) => unknown;
}

/** Opens a template together with its nested stacks, if the options say so. Their resources are among its own. */
export function openWithNestedStacks(content: unknown, opening: Opening, assets: AssetFolder): Template {
  const stacks = new Map<string, NestedStack | undefined>();
  const stackOf = (id: string): NestedStack | undefined => {
    const resource = template.resources.get((opening.prefix ?? '') + id);
    if (resource?.type !== NESTED_STACK || stacks.has(resource.id)) return stacks.get(resource?.id ?? '');
    stacks.set(resource.id, undefined); // until it is open, its outputs are not known
    const stack = openStack(resource, template, opening.context, assets);
    stacks.set(resource.id, stack);
    return stack;
  };
  const template: Template = openTemplate(content, { ...opening, outputOf: (id, name) => stackOf(id)?.outputOf(name) });
  const nested = Object.keys(template.scope.resources).flatMap((id) => [...(stackOf(id)?.template.resources ?? [])]);
  return { ...template, resources: new Map([...template.resources, ...nested]) };
}

function openStack(resource: Resource, { scope }: Template, context: ReadContext, assets: AssetFolder): NestedStack | undefined {
  const properties = resource.properties();
  const { TemplateURL: url, Parameters: parameters } = isObject(properties) ? properties : {};
  const file = fileOf(url, resource, assets);
  const text = context.options.nestedStacks === true && file !== undefined ? context.readFile(file) : undefined;
  if (file === undefined || text === undefined) {
    unsupported(
      resource.place,
      'The nested stack is not read. Set the option `nestedStacks` (--nested-stacks), or pass its template on its own.',
    );
    return undefined;
  }
  spendFile(scope.budget);
  const content = context.parse(text, file).value;
  const { report } = inFile(resource.place, file);
  const opening = { report, context, parameters: declared(parameters, content), prefix: `${resource.id}/`, budget: scope.budget };
  const template = openWithNestedStacks(content, opening, assets);
  const outputs = isObject(content) && isObject(content['Outputs']) ? content['Outputs'] : {};
  return { template, outputOf: (name) => evaluateOutput(name, outputs, template) };
}

function evaluateOutput(name: string, outputs: Readonly<Record<string, unknown>>, { scope }: Template): unknown {
  const output = Object.hasOwn(outputs, name) ? outputs[name] : undefined;
  return isObject(output) ? evaluateAt(output['Value'], ['Outputs', name, 'Value'], scope) : undefined;
}

/** The template of a nested stack is an asset, or a path in a template that was not packaged yet. */
function fileOf(url: unknown, resource: Resource, assets: AssetFolder): string | undefined {
  const known = asValue(url);
  const text = known === undefined ? '' : textOf(known);
  const metadata = resource.metadata();
  if (!/^https?:/.test(text) && typeof known === 'string') return text;
  return findAsset(isObject(metadata) ? metadata : {}, text.slice(text.lastIndexOf('/') + 1), assets);
}

/** Returns the values of the parameters that a template declares. */
function declared(values: unknown, content: unknown): Readonly<Record<string, unknown>> {
  const parameters = isObject(content) && isObject(content['Parameters']) ? content['Parameters'] : {};
  return Object.fromEntries(Object.entries(isObject(values) ? values : {}).filter(([name]) => Object.hasOwn(parameters, name)));
}

/** Reports nested applications of SAM. Each is a deployment file that can be read on its own. */
export function reportApplications(resources: Template['resources']): void {
  for (const { type, place } of resources.values()) {
    if (type === 'AWS::Serverless::Application') optional(place, 'The nested application is not read. Pass its template on its own.');
  }
}
