import type { DeployedValue } from '../deployment.js';
import { textOf } from '../intrinsics/text.js';

/** What stands before and behind the function in a URI: `arn:aws:apigateway:…:lambda:path/2015-03-31/functions/ARN/invocations`. */
const [BEFORE, BEHIND, BEHIND_STREAM] = ['/functions/', '/invocations', '/response-streaming-invocations'];

/** What stands before the name in the ARN of a function. */
const BEFORE_NAME = ':function:';

/** A name, before a version or an alias. */
const NAME = /^(?:\$\{[^${}]*\}|[^:${}])+/;

/** A name that is no ARN. */
const BARE_NAME = /^(?:\$\{[^${}]*\}|[\w-])+(?=:|$)/;

const ANY_PLACEHOLDER = /\$\{[^${}]*\}/g;

/** The placeholder of a function or of one of its attributes. */
const PLACEHOLDER = /^\$\{([^${}]+)\}$/;

/** The function that a URI or an ARN names. */
export interface FunctionUri {
  /** The function's name, or the placeholder of its resource, such as `${Orders}`. */
  readonly name: string;
  readonly isStreaming: boolean;
}

/**
 * Returns the function that a value names: a URI of API Gateway, an ARN, or a name. Returns `undefined` for the URI of another service.
 */
export function readFunctionUri(value: DeployedValue): FunctionUri | undefined {
  const text = textOf(value);
  const isStreaming = text.endsWith(BEHIND_STREAM);
  const name = nameIn(functionIn(text, isStreaming ? BEHIND_STREAM : BEHIND));
  return name === undefined ? undefined : { name, isStreaming };
}

/** Returns whether a URI is one that API Gateway calls functions with. */
export function isInvocation(uri: string): boolean {
  return uri.includes(':lambda:path/');
}

/** Returns the ARN or the name in a URI. Any other text is one itself. */
function functionIn(text: string, behind: string): string {
  const start = isInvocation(text) ? text.indexOf(BEFORE) : -1;
  return start < 0 || !text.endsWith(behind) ? text : text.slice(start + BEFORE.length, -behind.length);
}

function nameIn(text: string): string | undefined {
  const start = text.indexOf(BEFORE_NAME);
  if (start >= 0) return NAME.exec(text.slice(start + BEFORE_NAME.length))?.[0];
  const isName = !text.startsWith('arn:') && !text.replaceAll(ANY_PLACEHOLDER, '').includes('/');
  return isName ? BARE_NAME.exec(text)?.[0] : undefined;
}

/** Returns the logical id in a placeholder: `Orders` for `${Orders}` and `${Orders.Arn}`. */
export function logicalIdIn(text: string): string | undefined {
  const [, id] = PLACEHOLDER.exec(text) ?? [];
  return id?.includes(':') ? undefined : id?.split('.')[0];
}

/** Returns the logical id that a value refers to. */
export function referenceOf(value: DeployedValue | undefined): string | undefined {
  return value === undefined || typeof value === 'string' ? undefined : logicalIdIn(value.$unresolved);
}

/** Returns whether the stage decides which function it is. */
export function isStageDependent(name: string): boolean {
  return /\$\{stageVariables\.\w+\}/.test(name);
}

/** Returns a name for a stage. `undefined` if the stage lacks the variable. */
export function nameInStage(name: string, variables: Readonly<Record<string, string>>): string | undefined {
  const missing = [...name.matchAll(/\$\{stageVariables\.(\w+)\}/g)].some(({ 1: variable = '' }) => !Object.hasOwn(variables, variable));
  return missing ? undefined : name.replaceAll(/\$\{stageVariables\.(\w+)\}/g, (_, variable: string) => variables[variable] ?? '');
}
