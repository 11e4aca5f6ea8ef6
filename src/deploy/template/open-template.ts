import { DEFAULT_ACCOUNT_ID, DEFAULT_REGION } from '../../aws/defaults.js';
import { partitionOf } from '../../aws/partitions.js';
import { describeValue } from '../../http/describe-value.js';
import { isObject } from '../../http/is-object.js';
import { type Budget, createBudget } from '../intrinsics/budget.js';
import { evaluateAt, isConditionTrue } from '../intrinsics/evaluate.js';
import { createMoves } from '../intrinsics/moves.js';
import { readParameters } from '../intrinsics/parameters.js';
import type { Scope } from '../intrinsics/scope.js';
import type { ReadTemplateOptions } from '../options.js';
import type { ReadContext } from '../read-context.js';
import { at, type Place, unsupported } from '../reading/place.js';
import type { Report } from '../reading/report.js';
import type { Resource } from './resource.js';

/** A template whose resources can be read. */
export interface Template {
  /** Where findings go. Paths are those of the evaluated template. */
  readonly place: Place;
  readonly scope: Scope;
  /** The resources with a true condition, or with none, by id. */
  readonly resources: ReadonlyMap<string, Resource>;
}

/** What a template is opened with. */
export interface Opening {
  readonly report: Report;
  readonly context: ReadContext;
  /** Values of the parameters. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** What ids start with. Default: nothing. */
  readonly prefix?: string;
  /** The folder of the template, relative to that of the outer one. Default: the same. */
  readonly folder?: string;
  /** What may still be produced. Default: the budget of a file. */
  readonly budget?: Budget;
  /** Returns the output of a nested stack. Default: none was read. */
  readonly outputOf?: Scope['outputOf'];
}

/** The name of a stack if the options don't have one. */
export const DEFAULT_STACK_NAME = 'demo';

/** Opens a template. */
export function openTemplate(content: unknown, opening: Opening): Template {
  const { report, context, parameters, prefix = '', budget = createBudget(), outputOf = () => undefined } = opening;
  const written = isObject(content) ? content : {};
  const section = (name: string): Readonly<Record<string, unknown>> => sectionOf(written[name], { path: [name], report });
  const moves = createMoves();
  const scope: Scope = {
    place: { path: [], report },
    parameters: readParameters(written['Parameters'], parameters),
    pseudoParameters: pseudoParametersOf(context.options),
    mappings: section('Mappings'),
    conditions: section('Conditions'),
    resources: section('Resources'),
    prefix,
    decided: new Map(),
    guessed: new Set(),
    moves,
    budget,
    outputOf,
    include: createIncluder(context),
  };
  const place: Place = {
    path: [],
    report: {
      unsupported: (path, what) => report.unsupported(moves.placeOf(path), what),
      optional: (path, what) => report.optional(moves.placeOf(path), what),
    },
  };
  return { place, scope, resources: listResources(scope, place, opening.folder ?? '') };
}

function sectionOf(value: unknown, place: Place): Readonly<Record<string, unknown>> {
  if (isObject(value)) return value;
  if (value !== undefined && value !== null) unsupported(place, `This must be an object; got ${describeValue(value)}.`);
  return {};
}

function pseudoParametersOf({
  region = DEFAULT_REGION,
  accountId = DEFAULT_ACCOUNT_ID,
  stackName = DEFAULT_STACK_NAME,
}: ReadTemplateOptions): Record<string, string> {
  const { name, domain } = partitionOf(region);
  return {
    'AWS::Region': region,
    'AWS::AccountId': accountId,
    'AWS::StackName': stackName,
    'AWS::StackId': `arn:${name}:cloudformation:${region}:${accountId}:stack/${stackName}/local`,
    'AWS::Partition': name,
    'AWS::URLSuffix': domain,
  };
}

/** Returns the function that reads included files. Each is read once. Only a path is a local file. */
function createIncluder({ readFile, parse }: ReadContext): Scope['include'] {
  const read = new Map<string, unknown>();
  return (location) => {
    if (/^[a-z][a-z0-9+.-]+:/i.test(location)) return undefined;
    if (!read.has(location)) {
      const text = readFile(location);
      read.set(location, text === undefined ? undefined : parse(text, location).value);
    }
    return read.get(location);
  };
}

function listResources(scope: Scope, place: Place, folder: string): ReadonlyMap<string, Resource> {
  const resources = new Map<string, Resource>();
  for (const [logicalId, written] of Object.entries(scope.resources)) {
    const resource = openResource(logicalId, written, scope, at(place, 'Resources', logicalId), folder);
    if (resource !== undefined) resources.set(resource.id, resource);
  }
  return resources;
}

/** The types whose conditions matter. Whether a table or a role exists makes no difference here. */
const RELEVANT = /^AWS::(?:ApiGateway|Lambda|Serverless|CloudFormation|WAF)/;

function openResource(logicalId: string, written: unknown, scope: Scope, place: Place, folder: string): Resource | undefined {
  if (!isObject(written) || typeof written['Type'] !== 'string') {
    unsupported(place, 'A resource must be an object with a `Type`.');
    return undefined;
  }
  const condition = RELEVANT.test(written['Type']) ? written['Condition'] : undefined;
  if (condition !== undefined && !isConditionTrue(String(condition), [...place.path, 'Condition'], scope)) return undefined;
  const evaluated = (key: string): (() => unknown) => once(() => evaluateAt(written[key], [...place.path, key], scope));
  return {
    id: scope.prefix + logicalId,
    type: written['Type'],
    folder,
    place,
    properties: evaluated('Properties'),
    metadata: evaluated('Metadata'),
    attribute: (name) => (Object.hasOwn(written, name) ? written[name] : undefined),
  };
}

function once(compute: () => unknown): () => unknown {
  let value: { readonly computed: unknown } | undefined;
  return () => {
    value ??= { computed: compute() };
    return value.computed;
  };
}
