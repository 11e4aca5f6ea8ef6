import { DEFAULT_ACCOUNT_ID, DEFAULT_REGION } from '../../../aws/defaults.js';
import { isObject } from '../../../http/is-object.js';
import type { ReadContext } from '../../read-context.js';
import { isUnresolved } from '../../reading/values.js';
import type { Found, Lookup, Resolver } from './resolver.js';

/** The sources of variables that have values without AWS, by type. */
export function createSources(context: ReadContext): Readonly<Record<string, Lookup>> {
  const { options } = context;
  const { parameters = {}, env = {}, accountId = DEFAULT_ACCOUNT_ID } = options;
  return {
    self: (_, address, resolver) => ({ value: resolver.resolveAt(address === '' ? [] : address.split('.')) }),
    env: (_, name) => own(env, name),
    opt: (_, name) => own(optionsOf(context), name) ?? own(parameters, name),
    param: (_, name, resolver) => own(parameters, name) ?? parameterOf(name, resolver, context),
    sls: (_, name, resolver) => (name === 'stage' ? { value: stageOf(resolver, context) } : undefined),
    aws: (_, name, resolver) => awsValue(name, accountId, resolver, context),
    file: ([path], address, resolver, place) => fileValue(path, address, resolver, place, context),
    strToBool: ([text]) => booleanOf(text),
  };
}

/** `--stage` and `--region`. */
function optionsOf({ options: { stage, region } }: ReadContext): Readonly<Record<string, unknown>> {
  return { ...(stage === undefined ? {} : { stage }), ...(region === undefined ? {} : { region }) };
}

/** Returns the stage: the option, or that of the provider, or `dev`. */
export function stageOf(resolver: Resolver, { options }: ReadContext): string {
  const own = options.stage ?? resolver.resolveAt(['provider', 'stage']);
  return typeof own === 'string' ? own : 'dev';
}

/** Returns the region: the option, or that of the provider. */
export function regionOf(resolver: Resolver, { options }: ReadContext): string {
  const own = options.region ?? resolver.resolveAt(['provider', 'region']);
  return typeof own === 'string' ? own : DEFAULT_REGION;
}

/** `params` has a list of values for each stage, and one for all others. */
function parameterOf(name: string, resolver: Resolver, context: ReadContext): Found {
  const stage = stageOf(resolver, context);
  for (const group of [stage, 'default']) {
    const value = resolver.resolveAt(['params', group, name]);
    if (value !== undefined && value !== null) return { value };
  }
  return undefined;
}

function awsValue(name: string, accountId: string, resolver: Resolver, context: ReadContext): Found {
  if (name === 'accountId') return { value: accountId };
  return name === 'region' ? { value: regionOf(resolver, context) } : undefined;
}

/** `${file(./config.yml):key}`. A file without an extension of YAML or JSON is a string. */
function fileValue(path: unknown, address: string, resolver: Resolver, place: readonly string[], { readFile, parse }: ReadContext): Found {
  if (typeof path !== 'string' || /\.[cm]?[jt]s$/.test(path)) return undefined;
  const text = readFile(path);
  if (text === undefined) return undefined;
  const value = /\.(?:ya?ml|json|tfstate)$/.test(path) ? parse(text, path).value : text;
  return { value: resolver.follow(value, address, place) };
}

function booleanOf(text: unknown): Found {
  const word = String(text).trim().toLowerCase();
  if (isUnresolved(text) || !/^(?:true|false|0|1)$/.test(word)) return undefined;
  return { value: word === 'true' || word === '1' };
}

function own(values: unknown, name: string): Found {
  return isObject(values) && Object.hasOwn(values, name) ? { value: values[name] } : undefined;
}
