/**
 * How the strings in a field are anonymized. `words`: every word is replaced, unless it identifies nobody. `mirror`: like the field with the same
 * string, such as the header that an authorizer reads.
 */
export type Policy = 'keep' | 'words' | 'path' | 'query' | 'cookie' | 'arn' | 'route' | 'media-type' | 'mirror';

/** Fields of events and of their contexts that are not anonymized word by word. */
export const FIELDS: ReadonlyMap<string, Policy> = new Map<string, Policy>([
  ...keep('version type resource routeKey httpMethod method resourcePath protocol stage eventType messageDirection operationName'),
  ...keep(
    'requestTime requestTimeEpoch time timeEpoch connectedAt disconnectStatusCode isBase64Encoded cognitoAuthenticationType validity',
  ),
  ['path', 'path'],
  ['rawPath', 'path'],
  ['methodArn', 'arn'],
  ['routeArn', 'arn'],
  ['resourceId', 'route'],
  ['rawQueryString', 'query'],
  ['cookies', 'cookie'],
  ['identitySource', 'mirror'],
  ['authorizationToken', 'mirror'],
]);

/** Maps of an event, whose keys others have chosen, and how their values are anonymized. */
export const MAPS: ReadonlyMap<string, Policy> = new Map<string, Policy>([
  ['queryStringParameters', 'words'],
  ['multiValueQueryStringParameters', 'words'],
  ['pathParameters', 'path'],
  ['stageVariables', 'words'],
  ['authorizer', 'words'],
]);

/** Headers that are not anonymized word by word, by their names in lower case. */
export const HEADERS: ReadonlyMap<string, Policy> = new Map<string, Policy>([
  ...keep(
    'accept accept-charset accept-encoding accept-language cache-control connection content-encoding content-length expect pragma te',
  ),
  ...keep('upgrade upgrade-insecure-requests access-control-request-headers access-control-request-method range date dnt priority'),
  ...keep('sec-fetch-dest sec-fetch-mode sec-fetch-site sec-fetch-user sec-websocket-version sec-websocket-extensions'),
  ...keep('x-forwarded-port x-forwarded-proto x-amzn-tls-version x-amzn-tls-cipher-suite x-requested-with'),
  ...keep('cloudfront-forwarded-proto cloudfront-is-desktop-viewer cloudfront-is-mobile-viewer cloudfront-is-smarttv-viewer'),
  ...keep('cloudfront-is-tablet-viewer'),
  ['cookie', 'cookie'],
  ['content-type', 'media-type'],
]);

function keep(names: string): [string, Policy][] {
  return names.split(' ').map((name) => [name, 'keep']);
}
