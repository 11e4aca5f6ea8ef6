import type { DeployedValue } from '../deployment.js';
import { textOf } from '../intrinsics/text.js';

/** How API Gateway names a function: `arn:aws:apigateway:…:lambda:path/2015-03-31/functions/ARN/invocations`. */
const INVOCATIONS = /:lambda:path\/[^/]+\/functions\/(.+)\/(response-streaming-)?invocations$/;

/** The name in the ARN of a function, without the version or alias behind it. */
const NAME = /:function:((?:\$\{[^${}]*\}|[^:${}])+)(?::.*)?$/;

/** A name alone, perhaps with a version or an alias. */
const BARE_NAME = /^(?!arn:)((?:\$\{[^${}]*\}|[\w-])+)(?::.*)?$/;

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
  const [, inner = text, streaming] = INVOCATIONS.exec(text) ?? [];
  const [, name] = NAME.exec(inner) ?? BARE_NAME.exec(inner) ?? [];
  return name === undefined ? undefined : { name, isStreaming: streaming !== undefined };
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
