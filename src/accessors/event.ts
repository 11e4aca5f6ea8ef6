/** What of an event in payload format 1.0 is read: `APIGatewayProxyEvent` has it, ours and that of `@types/aws-lambda`. */
export interface Payload1Event extends EventBody {
  /** `'1.0'` on an HTTP API; absent on a REST API. */
  readonly version?: string | undefined;
  readonly httpMethod: string;
  readonly path: string;
  readonly resource: string;
  readonly headers: StringMap | null;
  readonly multiValueHeaders: ListMap | null;
  readonly queryStringParameters: StringMap | null;
  readonly multiValueQueryStringParameters: ListMap | null;
  readonly pathParameters: StringMap | null;
  readonly requestContext: { readonly stage: string; readonly authorizer?: unknown; readonly identity: { readonly sourceIp: string } };
}

/** What of an event in payload format 2.0 is read: `APIGatewayProxyEventV2` and `LambdaFunctionURLEvent` have it. */
export interface Payload2Event extends EventBody {
  readonly rawPath: string;
  readonly rawQueryString: string;
  readonly routeKey: string;
  readonly cookies?: readonly string[] | undefined;
  readonly headers: StringMap;
  readonly pathParameters?: StringMap | null | undefined;
  readonly requestContext: {
    readonly stage: string;
    readonly domainName: string;
    readonly authorizer?: unknown;
    readonly http: { readonly method: string; readonly sourceIp: string };
  };
}

/** An event that the accessors read: it stands for one HTTP request, through any API or function URL, whatever authorizer ran. */
export type RequestEvent = Payload1Event | Payload2Event;

/** What of any event with a body is read. */
export interface EventBody {
  /** The body: text, or base64 when `isBase64Encoded`. Absent or `null` without a body. */
  readonly body?: string | null | undefined;
  /** Whether `body` is base64. */
  readonly isBase64Encoded: boolean;
}

interface StringMap {
  readonly [name: string]: string | undefined;
}

interface ListMap {
  readonly [name: string]: readonly string[] | undefined;
}

/** Whether an event is in payload format 2.0: the other has no `rawPath`. */
export function isPayload2(event: RequestEvent): event is Payload2Event {
  return 'rawPath' in event;
}
