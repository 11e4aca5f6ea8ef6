import { jsonOf } from '../java/print.js';
import { emptyMap, getText, isObject, type JavaMap, putText, type Tool, type Value } from '../java/value.js';
import { MISSING, readPath } from '../json/path/read-path.js';
import { JsonPathError } from '../json/path/token.js';
import { NOT_JSON, readJson } from '../json/read-json.js';
import { javaThrows, type Meter } from '../meter.js';
import { once } from '../once.js';

/** What `$input` is made of. */
export interface InputSource {
  /** The body of the request, or the output of the function. */
  readonly body: string;
  readonly parameters: RequestParameters;
}

/** The request's parameters, by the names that `$input.params()` gives the parts. */
export interface RequestParameters {
  readonly path: Readonly<Record<string, string>>;
  readonly querystring: Readonly<Record<string, string>>;
  readonly header: Readonly<Record<string, string>>;
}

/** Where `$input.params(name)` looks, in this order. */
const PARTS = ['path', 'querystring', 'header'] as const;

/** Makes `$input`. */
export function createInput({ body, parameters }: InputSource, meter: Meter): Tool {
  // recorded [body-raw-empty]: an empty body reads as an empty object.
  const text = body === '' ? '{}' : body;
  // reported [issue-body-by-reference]: `$input.path` and `$input.json` share one document, so that a template can change it.
  const document = once(() => readDocument(text, meter));
  const params = parametersMap(parameters);
  const read = (path: string): Value | typeof MISSING => readOrThrow(path, document(), meter);
  const json = (path: string): string => {
    const value = read(path);
    // reported [issue-missing-path-1]: two quotes for a path that leads nowhere. assumed: `null` for a JSON null.
    return value === MISSING ? '""' : jsonOf(value, meter);
  };
  return {
    kind: 'tool',
    properties: new Map([['body', () => text]]),
    methods: new Map([
      ['json', (args) => ofPath(args, json)],
      ['path', (args) => ofPath(args, (path) => present(read(path)))],
      ['params', (args) => readParameter(args, params)],
    ]),
  };
}

/** Calls a method that takes a path. `undefined` if the arguments are others. */
function ofPath([path, ...more]: readonly Value[], call: (path: string) => Value): Value | undefined {
  if (path === null && more.length === 0) javaThrows('java.lang.IllegalArgumentException: json can not be null or empty');
  return typeof path === 'string' && more.length === 0 ? call(path) : undefined;
}

/** `null` for what is missing: it reads as an empty string then. */
function present(value: Value | typeof MISSING): Value {
  return value === MISSING ? null : value;
}

/** A body that isn't JSON at all is a string. */
function readDocument(text: string, meter: Meter): Value {
  const value = readJson(text, meter);
  return value === NOT_JSON ? text : value;
}

function readOrThrow(path: string, document: Value, meter: Meter): Value | typeof MISSING {
  try {
    return readPath(path, document, meter);
  } catch (error) {
    if (error instanceof JsonPathError) javaThrows(`com.jayway.jsonpath.InvalidPathException: ${error.message}`);
    throw error;
  }
}

function parametersMap(parameters: RequestParameters): JavaMap {
  const map = emptyMap();
  for (const part of PARTS) putText(map, part, mapOf(parameters[part]));
  return map;
}

/** A map of strings. */
export function mapOf(record: Readonly<Record<string, string>>): JavaMap {
  const map = emptyMap();
  for (const [name, value] of Object.entries(record)) putText(map, name, value);
  return map;
}

/** documented: the path comes first, then the query string, then the headers. */
function readParameter(args: readonly Value[], params: JavaMap): Value | undefined {
  const [name] = args;
  if (args.length === 0) return params;
  if (typeof name !== 'string' || args.length > 1) return undefined;
  for (const part of PARTS) {
    const values = getText(params, part);
    const value = isObject(values) && values.kind === 'map' ? getText(values, name) : null;
    if (value !== null) return value;
  }
  // recorded [headers-visible-to-params]: an absent parameter is the empty string.
  return '';
}
