// The limit of a check: guards written by hand that check the same fields, and explain nothing.

type Fields = Readonly<Record<string, unknown>>;

export function isRestEvent(value: unknown): boolean {
  if (!isObject(value)) return false;
  return (
    isString(value['resource']) &&
    isString(value['path']) &&
    isString(value['httpMethod']) &&
    (value['headers'] === null || isMap(value['headers'])) &&
    (value['multiValueHeaders'] === null || isListMap(value['multiValueHeaders'])) &&
    (value['queryStringParameters'] === null || isMap(value['queryStringParameters'])) &&
    (value['multiValueQueryStringParameters'] === null || isListMap(value['multiValueQueryStringParameters'])) &&
    (value['pathParameters'] === null || isMap(value['pathParameters'])) &&
    (value['stageVariables'] === null || isMap(value['stageVariables'])) &&
    isRestContext(value['requestContext']) &&
    isNullable(value['body']) &&
    typeof value['isBase64Encoded'] === 'boolean'
  );
}

function isRestContext(value: unknown): boolean {
  return (
    isObject(value) &&
    isString(value['accountId']) &&
    isString(value['apiId']) &&
    isString(value['domainName']) &&
    isString(value['domainPrefix']) &&
    isString(value['extendedRequestId']) &&
    isString(value['httpMethod']) &&
    isIdentity(value['identity']) &&
    isString(value['path']) &&
    isString(value['protocol']) &&
    isString(value['requestId']) &&
    isString(value['requestTime']) &&
    typeof value['requestTimeEpoch'] === 'number' &&
    isNullable(value['resourceId']) &&
    isString(value['resourcePath']) &&
    isString(value['stage'])
  );
}

function isIdentity(value: unknown): boolean {
  return (
    isObject(value) &&
    isNullable(value['accessKey']) &&
    isNullable(value['accountId']) &&
    isNullable(value['caller']) &&
    isNullable(value['cognitoAuthenticationProvider']) &&
    isNullable(value['cognitoAuthenticationType']) &&
    isNullable(value['cognitoIdentityId']) &&
    isNullable(value['cognitoIdentityPoolId']) &&
    isNullable(value['principalOrgId']) &&
    isString(value['sourceIp']) &&
    isNullable(value['user']) &&
    isNullable(value['userAgent']) &&
    isNullable(value['userArn'])
  );
}

export function isHttpEvent(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { cookies, queryStringParameters: query, pathParameters: parameters, stageVariables: variables } = value;
  return (
    value['version'] === '2.0' &&
    isString(value['routeKey']) &&
    isString(value['rawPath']) &&
    isString(value['rawQueryString']) &&
    (cookies === undefined || isList(cookies)) &&
    isMap(value['headers']) &&
    (query === undefined || isMap(query)) &&
    (parameters === undefined || isMap(parameters)) &&
    (variables === undefined || isMap(variables)) &&
    isHttpContext(value['requestContext']) &&
    (value['body'] === undefined || isString(value['body'])) &&
    typeof value['isBase64Encoded'] === 'boolean'
  );
}

function isHttpContext(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { http } = value;
  return (
    isString(value['accountId']) &&
    isString(value['apiId']) &&
    isString(value['domainName']) &&
    isString(value['domainPrefix']) &&
    isObject(http) &&
    isString(http['method']) &&
    isString(http['path']) &&
    isString(http['protocol']) &&
    isString(http['sourceIp']) &&
    isString(http['userAgent']) &&
    isString(value['requestId']) &&
    isString(value['routeKey']) &&
    isString(value['stage']) &&
    isString(value['time']) &&
    typeof value['timeEpoch'] === 'number'
  );
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

function isString(value: unknown): boolean {
  return typeof value === 'string';
}

function isNullable(value: unknown): boolean {
  return value === null || typeof value === 'string';
}

function isMap(value: unknown): boolean {
  if (!isObject(value)) return false;
  for (const key in value) if (typeof value[key] !== 'string') return false;
  return true;
}

function isListMap(value: unknown): boolean {
  if (!isObject(value)) return false;
  for (const key in value) if (!isList(value[key])) return false;
  return true;
}

function isList(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) if (typeof value[index] !== 'string') return false;
  return true;
}
