import { jsonOf, textOf } from '../java/print.js';
import { emptyMap, getText, isObject, type JavaMap, putText, type Value } from '../java/value.js';
import { MISSING, readPath } from '../json/path/read-path.js';
import { JsonPathError } from '../json/path/token.js';
import { NOT_JSON, readJson } from '../json/read-json.js';
import type { Meter } from '../meter.js';
import { once } from '../once.js';

/** What parameter mappings can read besides request or response. */
export interface MappingScope {
  /** `$context`, which a template may have changed. */
  readonly context: JavaMap;
  readonly stageVariables: Readonly<Record<string, string>>;
  readonly meter: Meter;
}

/** AWS doesn't know the source. */
export const UNREADABLE: unique symbol = Symbol('unreadable source');
/** The source is a part of a body that starts like JSON but isn't valid. */
export const BAD_BODY: unique symbol = Symbol('body is not JSON');

/** One value, or several of a name. `undefined`: there is none. */
export type MappedValue = string | readonly string[] | undefined | typeof UNREADABLE | typeof BAD_BODY;

/** Reads a source that requests and responses have in common. */
export function readCommonSource(source: string, { context, stageVariables, meter }: MappingScope): MappedValue {
  const fixed = /^'([\s\S]*)'$/.exec(source)?.[1];
  if (fixed !== undefined) return fixed;
  const [, group, name = ''] = /^(stageVariables|context)\.([\s\S]+)$/.exec(source) ?? [];
  if (group === undefined) return UNREADABLE;
  if (group === 'stageVariables') return ownValue(stageVariables, name);
  const value = name.split('.').reduce<Value>(step, context);
  // documented: only values, such as `context.identity.sourceIp`; not the maps that hold them.
  return value === null || (isObject(value) && value.kind === 'map') ? undefined : textOf(value, meter);
}

function step(value: Value, name: string): Value {
  return isObject(value) && value.kind === 'map' ? getText(value, name) : null;
}

/** Reads an own property: names come from settings, but `constructor` is no header. */
export function ownValue(record: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

/** A body that mappings read. It is parsed once, for any number of mappings. */
export interface MappedBody {
  readonly text: string;
  /** The body as JSON. */
  document(): Value | typeof BAD_BODY;
  /** The body as JSON. If its `errorMessage` is a string with JSON in it, that is parsed, too. */
  documentWithMessage(): Value | typeof BAD_BODY;
}

/** Prepares a body for mappings. */
export function createMappedBody(text: string, meter: Meter): MappedBody {
  const document = once(() => readDocument(text, meter));
  const documentWithMessage = once(() => {
    const value = document();
    return value === BAD_BODY ? BAD_BODY : withParsedMessage(value, meter);
  });
  return { text, document, documentWithMessage };
}

/**
 * Reads `body` or `body.{JSONPath}`. documented: a value that isn't a string becomes JSON.
 *
 * @param deep whether paths reach into an `errorMessage` that is JSON itself, as in the error of a function.
 */
export function readBodySource(rest: string, body: MappedBody, deep: boolean, meter: Meter): MappedValue {
  const document = deep && rest.startsWith('.errorMessage.') ? body.documentWithMessage() : body.document();
  if (document === BAD_BODY) return BAD_BODY;
  if (rest === '') return body.text.trim() === '' ? '{}' : body.text.trim();
  const value = pathValue(rest, document, meter);
  if (value === UNREADABLE) return UNREADABLE;
  if (value === MISSING || value === null) return undefined;
  return typeof value === 'string' ? value : jsonOf(value, meter);
}

function pathValue(rest: string, document: Value, meter: Meter): Value | typeof MISSING | typeof UNREADABLE {
  try {
    return readPath(`$${rest}`, document, meter);
  } catch (error) {
    if (error instanceof JsonPathError) return UNREADABLE;
    throw error;
  }
}

/** reported [mapping-invalid-json-body]: only a body that starts like JSON is read as JSON. */
function readDocument(body: string, meter: Meter): Value | typeof BAD_BODY {
  if (!/^\s*[{["']/.test(body)) return emptyMap();
  try {
    JSON.parse(body);
  } catch {
    return BAD_BODY;
  }
  const document = readJson(body, meter);
  return document === NOT_JSON ? BAD_BODY : document;
}

// documented: where an error's message is JSON, mappings reach into it.
function withParsedMessage(document: Value, meter: Meter): Value {
  const message = isObject(document) && document.kind === 'map' ? getText(document, 'errorMessage') : null;
  if (typeof message !== 'string') return document;
  const parsed = readJson(message, meter);
  const wrapped = emptyMap();
  putText(wrapped, 'errorMessage', parsed === NOT_JSON ? message : parsed);
  return wrapped;
}
