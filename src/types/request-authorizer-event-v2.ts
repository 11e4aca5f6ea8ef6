import type {
  APIGatewayEventRequestContextV2,
  APIGatewayProxyEventV2Headers,
  APIGatewayProxyEventV2PathParameters,
  APIGatewayProxyEventV2QueryStringParameters,
  APIGatewayProxyEventV2StageVariables,
} from './proxy-event-v2.js';

/**
 * What an HTTP API sends to a Lambda authorizer with payload format 2.0: the proxy event without the body, and three keys of its own.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html
 */
export interface APIGatewayRequestAuthorizerEventV2 {
  /** Always `'2.0'`. */
  version: '2.0';
  /** Always `'REQUEST'`. */
  type: 'REQUEST';
  /** The route the client asks for: `arn:aws:execute-api:{region}:{account}:{apiId}/{stage}/{METHOD}/{path}` (recorded). */
  routeArn: string;
  /** Values of the identity sources, in order. Absent or `null` when none is configured (reported). */
  identitySource?: string[] | null;
  /** The matched route: `GET /pets/{id}`, `ANY /{proxy+}` or `$default`. */
  routeKey: string;
  /** The request path, percent-decoded in spite of its name, with `/{stage}` in front unless the stage is `$default`. */
  rawPath: string;
  /** The query exactly as sent, without `?`; `''` without a query. */
  rawQueryString: string;
  /** The request's cookies as `name=value`, in order, not decoded. Absent without a Cookie header. */
  cookies?: string[];
  /** Lower-case header name to value; repeated headers are joined with `,`. */
  headers: APIGatewayProxyEventV2Headers;
  /** Parameter name to value, decoded; repeated ones are joined with `,`. Absent without a query. */
  queryStringParameters?: APIGatewayProxyEventV2QueryStringParameters;
  /** What the gateway knows of the request besides its text: a proxy event's without `authorizer`. */
  requestContext: Omit<APIGatewayEventRequestContextV2, 'authorizer'>;
  /** Values of the route's parameters, percent-decoded. Absent when the route captures nothing. */
  pathParameters?: APIGatewayProxyEventV2PathParameters;
  /** The stage's variables. Absent when the stage has none. */
  stageVariables?: APIGatewayProxyEventV2StageVariables;
}
