import type { ErrorReport } from '../runtime/error-report.js';
import type { PlainContext } from '../runtime/invocation-context.js';
import type { LambdaRuntime } from '../runtime/lambda-runtime.js';
import type { CompiledModule } from '../source/compile-module.js';
import type { ErrorTexts } from '../thrown.js';

/** The fields of a context that can be sent to a thread; the thread adds the functions. */
export type ContextData = Omit<PlainContext, 'getRemainingTimeInMillis'>;

/** A call that the thread answers. */
export type CallMessage =
  /** Asks for an answer as soon as the module is loaded. */
  | { readonly kind: 'load' }
  /** Calls the handler. `deadline` is in milliseconds since the Unix epoch. */
  | {
      readonly kind: 'call';
      readonly event: unknown;
      readonly context: ContextData;
      readonly deadline: number;
      readonly runtime: LambdaRuntime;
    };

/** What the server sends to a handler's thread. */
export type ServerMessage =
  /** Names the handler: the first message. Without `compiled`, Node.js loads the file itself. */
  | { readonly kind: 'module'; readonly file: string; readonly name: string; readonly compiled: CompiledModule | undefined }
  /** A call; its answers have the same id. */
  | (CallMessage & { readonly id: number })
  /** Asks for the next piece of a stream. */
  | { readonly kind: 'more'; readonly id: number }
  /** Stops a stream that nobody reads any more. */
  | { readonly kind: 'cancel'; readonly id: number }
  /** Asks for a `pong`, which a thread that is blocked cannot send. */
  | { readonly kind: 'ping' };

/** What a handler's thread sends to the server. `id` is the id of a call. */
export type ThreadMessage =
  | { readonly kind: 'pong' }
  /** The handler returned; `payload` is JSON text. */
  | { readonly kind: 'result'; readonly id: number; readonly payload: string }
  /** The handler failed, or its module did not load. */
  | { readonly kind: 'error'; readonly id: number; readonly error: ErrorTexts; readonly report: ErrorReport; readonly isUnloaded: boolean }
  /** A stream begins. */
  | { readonly kind: 'begin'; readonly id: number; readonly contentType: string }
  | { readonly kind: 'chunk'; readonly id: number; readonly chunk: Uint8Array }
  | { readonly kind: 'end'; readonly id: number };

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isId: Check = (value) => Number.isSafeInteger(value);

/** The fields of each message, and what each must be. */
const FIELDS: Readonly<Record<ThreadMessage['kind'], Readonly<Record<string, Check>>>> = {
  pong: {},
  result: { id: isId, payload: isText },
  error: { id: isId, error: isErrorTexts, report: isErrorReport, isUnloaded: (value) => typeof value === 'boolean' },
  begin: { id: isId, contentType: isText },
  chunk: { id: isId, chunk: (value) => value instanceof Uint8Array },
  end: { id: isId },
};

/** Checks whether a value that arrived from a thread is a message. */
export function isThreadMessage(value: unknown): value is ThreadMessage {
  if (!isRecord(value)) return false;
  const kind = value['kind'];
  if (typeof kind !== 'string' || !Object.hasOwn(FIELDS, kind)) return false;
  const fields = Object.entries(FIELDS[kind as ThreadMessage['kind']]); // an own key of the table
  return fields.every(([name, check]) => check(value[name]));
}

function isErrorTexts(value: unknown): boolean {
  if (!isRecord(value) || !isText(value['name']) || !isText(value['message'])) return false;
  return ['stack', 'cause'].every((key) => value[key] === undefined || isText(value[key]));
}

function isErrorReport(value: unknown): boolean {
  return isRecord(value) && isText(value['errorType']) && isText(value['errorMessage']) && Array.isArray(value['trace']);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
