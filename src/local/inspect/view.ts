import type { Target } from '../../aws/target.js';
import type { HttpField } from '../../http/request.js';
import type { Severity } from '../../render/issues/severity.js';

// What the server sends to the inspection page, as JSON.

/** What the list needs. */
export interface InspectedApi {
  /** Differs for each start of the server. The page then forgets what it has. */
  readonly run: string;
  readonly target: Target;
  /** The part of the URL path before the path of a route, such as `/prod`, or an empty string. */
  readonly prefix: string;
  /** The last exchanges, oldest first. */
  readonly exchanges: readonly ExchangeSummary[];
  /** WebSocket: the last messages that functions posted to clients, oldest first. */
  readonly posts: readonly PostedMessage[];
  /** WebSocket: ids of the open connections. */
  readonly open: readonly string[];
}

/** An exchange as the list shows it. */
export interface ExchangeSummary {
  readonly index: number;
  /** When it began, in milliseconds since the Unix epoch. */
  readonly startedAt: number;
  /** How long the answer took, in milliseconds. */
  readonly duration: number;
  /** A request, or a step of a WebSocket connection. */
  readonly kind: 'request' | 'connect' | 'message' | 'disconnect';
  readonly method: string;
  /** Path and query as on the request line. */
  readonly target: string;
  /** Key of the route. Absent if none matched. */
  readonly route?: string;
  /** Status of the response. Absent for a WebSocket message and the end of a connection. */
  readonly status?: number;
  /** Whether the gateway answered in the function's place, or the status is 500 or higher. */
  readonly isFailed: boolean;
  /** How many issues are errors. */
  readonly errors: number;
  /** How many issues are warnings. */
  readonly warnings: number;
  /** WebSocket: id of the connection. */
  readonly connectionId?: string;
  /** WebSocket: the beginning of the client's message. */
  readonly sent?: string;
  /** WebSocket: the beginning of the message that the client received as the answer. Absent if it received nothing. */
  readonly received?: string;
}

/** A message that a function posted to a WebSocket client. */
export interface PostedMessage {
  readonly connectionId: string;
  /** When it was posted, in milliseconds since the Unix epoch. */
  readonly postedAt: number;
  /** Number of the exchange that ended last before. 0 for none. */
  readonly after: number;
  /** The beginning of the message. */
  readonly text: string;
}

/** Everything that the page shows of an exchange. */
export interface ExchangeView extends ExchangeSummary {
  readonly issues: readonly IssueView[];
  /** What the function threw, with its stack. Absent if it threw nothing. */
  readonly error?: string;
  readonly request: MessageView;
  /** Absent for a WebSocket message and the end of a connection. */
  readonly response?: MessageView;
  /** WebSocket: the message that the client received as the answer. Absent if it received nothing. */
  readonly frame?: string;
  /** What the function received, as JSON. Absent if it was not called. */
  readonly event?: string;
  /** Options of an event builder that the request does not show, such as the authorizer's context. Empty if the function was not called. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Whether mapping templates made the event. */
  readonly isCustom: boolean;
  /** What the function returned, usually as JSON. Absent if it threw, or if it was not called. */
  readonly result?: string;
  readonly authorizer?: AuthorizerView;
}

/** An issue in sentences. */
export interface IssueView {
  readonly severity: Severity;
  readonly code: string;
  /** Where: keys from the result inwards. Empty for the whole. */
  readonly path: readonly (string | number)[];
  /** The same for people: `headers.X-Id`. */
  readonly place: string;
  readonly message: string;
  readonly fix: string;
}

/** A request or a response. */
export interface MessageView {
  /** The first line: `GET /users/1`, `404 Not Found`. */
  readonly line: string;
  readonly headers: readonly HttpField[];
  readonly body: BodyView;
}

/** A body, or its beginning. */
export interface BodyView {
  /** Length of the whole body, in bytes. */
  readonly size: number;
  /** Whether this is only the beginning. */
  readonly isCut: boolean;
  /** Media type without parameters, in lower case, or an empty string. */
  readonly mediaType: string;
  /** The text. Absent for a binary body. */
  readonly text?: string;
  /** The bytes as base64. Absent for text. */
  readonly base64?: string;
}

/** A call of a Lambda authorizer. */
export interface AuthorizerView {
  /** What it received, as JSON. Absent if the answer came from the cache. */
  readonly event?: string;
  /** What it returned or threw. */
  readonly answer: string;
  readonly isFailed: boolean;
}

/** A request that the page sends again after an edit. */
export interface EditedRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly HttpField[];
  /** The body as text. Absent to keep the bytes of the original. */
  readonly body?: string;
}

/** The answer to a request that was sent again. */
export interface SentAgain {
  /** Number of the new exchange. Absent if it is not known yet. */
  readonly index?: number;
}
