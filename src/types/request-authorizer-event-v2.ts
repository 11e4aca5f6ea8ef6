import type {
  APIGatewayEventRequestContextV2,
  APIGatewayProxyEventV2Headers,
  APIGatewayProxyEventV2PathParameters,
  APIGatewayProxyEventV2QueryStringParameters,
  APIGatewayProxyEventV2StageVariables,
} from './proxy-event-v2.js';

/**
 * The event of a Lambda authorizer of an HTTP API with payload format 2.0: the proxy event without its body, and three more keys.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html
 */
export interface APIGatewayRequestAuthorizerEventV2 {
  /** Always `'2.0'`. */
  version: '2.0';
  /** Always `'REQUEST'`. */
  type: 'REQUEST';
  /** ARN of the route and path the client requested: `arn:aws:execute-api:{region}:{account}:{apiId}/{stage}/{METHOD}/{path}`. */
  routeArn: string;
  /** Values of the identity sources, in order. Absent or `null` without identity sources. */
  identitySource?: string[] | null;
  /** The route that matched, as configured: `GET /pets/{id}`, `ANY /{proxy+}` or `$default`. */
  routeKey: string;
  /** The request path, percent-decoded despite its name. It starts with `/{stage}` unless the stage is `$default`. */
  rawPath: string;
  /** The query exactly as sent, without `?`; `''` without a query. */
  rawQueryString: string;
  /** The cookies as `name=value`, in order, not decoded. Absent without a Cookie header. */
  cookies?: string[];
  /** The request headers: lower-case name to value. Repeated headers are joined with `,` without a space. */
  headers: APIGatewayProxyEventV2Headers;
  /** The query parameters: name to value, both decoded. Repeated parameters are joined with `,`. Absent without a query. */
  queryStringParameters?: APIGatewayProxyEventV2QueryStringParameters;
  /** Metadata about the request: the same as in a proxy event, without `authorizer`. */
  requestContext: Omit<APIGatewayEventRequestContextV2, 'authorizer'>;
  /** The path parameters, percent-decoded. Absent if the route has none. */
  pathParameters?: APIGatewayProxyEventV2PathParameters;
  /** The stage variables. Absent if the stage has none. */
  stageVariables?: APIGatewayProxyEventV2StageVariables;
}
