import { anonymize } from 'apigw-proxy/events';
import { describe, expect, test } from 'vitest';

/** Fields whose values stay as they are, wherever AWS puts them. */
const KEPT: Readonly<Record<string, unknown>> = {
  version: 'Zebra',
  type: 'ZEBRA',
  resource: '/zebra/{id}',
  routeKey: 'GET /zebra/{id}',
  httpMethod: 'ZEBRA',
  method: 'ZEBRA',
  resourcePath: '/zebra/{id}',
  protocol: 'ZEBRA/1.1',
  stage: 'zebra',
  eventType: 'ZEBRA',
  messageDirection: 'ZEBRA',
  operationName: 'Zebra',
  requestTime: '02/Jan/2026:03:04:05 +0000',
  requestTimeEpoch: 1767323045678,
  time: '02/Jan/2026:03:04:05 +0000',
  timeEpoch: 1767323045678,
  connectedAt: 1767323045678,
  disconnectStatusCode: 1767323045678,
  isBase64Encoded: 'zebra',
  cognitoAuthenticationType: 'zebra',
  validity: { notBefore: 'Jan  2 03:04:05 2026 GMT', notAfter: 'Jan  2 03:04:05 2036 GMT' },
};

/** Headers that keep their values. */
const KEPT_HEADERS: Readonly<Record<string, string>> = {
  Accept: 'text/html,application/xhtml+xml;q=0.9',
  'Accept-Charset': 'utf-8',
  'Accept-Encoding': 'gzip, br',
  'Accept-Language': 'en-GB,de;q=0.7',
  'Cache-Control': 'no-cache',
  Connection: 'keep-alive',
  'Content-Encoding': 'gzip',
  'Content-Length': '1234',
  Expect: '100-continue',
  Pragma: 'no-cache',
  TE: 'trailers',
  Upgrade: 'websocket',
  'Upgrade-Insecure-Requests': '2',
  'Access-Control-Request-Headers': 'x-zebra',
  'Access-Control-Request-Method': 'PUT',
  Range: 'bytes=2-5',
  Date: 'Fri, 02 Jan 2026 03:04:05 GMT',
  DNT: '2',
  Priority: 'u=5, i',
  'Sec-Fetch-Dest': 'document',
  'Sec-Fetch-Mode': 'navigate',
  'Sec-Fetch-Site': 'same-origin',
  'Sec-Fetch-User': '?2',
  'Sec-WebSocket-Version': '13',
  'Sec-WebSocket-Extensions': 'permessage-deflate; client_max_window_bits',
  'X-Forwarded-Port': '443',
  'X-Forwarded-Proto': 'wss',
  'X-Amzn-TLS-Version': 'TLSv1.3',
  'X-Amzn-TLS-Cipher-Suite': 'TLS_AES_128_GCM_SHA256',
  'X-Requested-With': 'XMLHttpRequest',
  'CloudFront-Forwarded-Proto': 'wss',
  'CloudFront-Is-Desktop-Viewer': 'yes',
  'CloudFront-Is-Mobile-Viewer': 'no',
  'CloudFront-Is-SmartTV-Viewer': 'no',
  'CloudFront-Is-Tablet-Viewer': 'no',
};

/** Names that others choose can be the names of fields. */
const NAMES = [
  ...Object.keys(KEPT),
  'path',
  'rawPath',
  'methodArn',
  'routeArn',
  'resourceId',
  'rawQueryString',
  'cookies',
  'accept',
  'body',
];

/** What would stay if one of {@link NAMES} decided about it. */
const SECRET = 'arn:aws:execute-api:us-east-1:777:zebra/Zebra=1/GET';

describe('a field of an event', () => {
  test.each(Object.entries(KEPT))('keeps its value: %s', (name, value) => {
    for (const event of [{ [name]: value }, { requestContext: { [name]: value } }, { requestContext: { http: { [name]: value } } }])
      expect(anonymize(event)).toEqual(event);
  });

  test.each(['sourceIp', 'userAgent', 'accountId', 'messageId', 'deploymentId', 'fieldOfTheFuture'])('loses its value: %s', (name) => {
    expect(anonymize({ [name]: 'Zebra' })).toEqual({ [name]: 'x0001' });
    expect(anonymize({ requestContext: { [name]: ['Zebra', { b: 'zebra' }] } })).toEqual({
      requestContext: { [name]: ['x0001', { b: 'x0002' }] },
    });
  });
});

describe('a map whose keys others choose', () => {
  test.each(['queryStringParameters', 'multiValueQueryStringParameters', 'pathParameters', 'stageVariables', 'authorizer', 'headers'])(
    'loses every value, whatever its name is: %s',
    (map) => {
      const given = Object.fromEntries(NAMES.map((name) => [name, SECRET]));
      const values = map === 'headers' ? { ...given, accept: undefined } : given;
      for (const event of [{ [map]: values }, { requestContext: { [map]: { ...values, jwt: { claims: values } } } }])
        expect(JSON.stringify(anonymize(event))).not.toMatch(/zebra\b(?!\/)|777/i);
    },
  );

  test('keeps the names in it', () => {
    expect(anonymize({ stageVariables: { Zebra: 'Zebra', ['__proto__']: 'Zebra' } })).toEqual({
      stageVariables: { Zebra: 'x0001', ['__proto__']: 'x0001' },
    });
  });
});

describe('a header', () => {
  test.each(Object.entries(KEPT_HEADERS))('keeps its value: %s', (name, value) => {
    for (const spelled of [name, name.toLowerCase(), name.toUpperCase()]) {
      expect(anonymize({ headers: { [spelled]: value } })).toEqual({ headers: { [spelled]: value } });
      expect(anonymize({ multiValueHeaders: { [spelled]: [value] } })).toEqual({ multiValueHeaders: { [spelled]: [value] } });
    }
  });

  test.each(['Authorization', 'X-Api-Key', 'X-Amz-Security-Token', 'Origin', 'Sec-WebSocket-Protocol', 'Sec-WebSocket-Key', 'Via', 'Host'])(
    'loses its value: %s',
    (name) => {
      expect(anonymize({ headers: { [name]: 'Zebra' } })).toEqual({ headers: { [name]: 'x0001' } });
      expect(anonymize({ multiValueHeaders: { [name]: ['Zebra'] } })).toEqual({ multiValueHeaders: { [name]: ['x0001'] } });
    },
  );

  test.each([
    ['Cookie', 'session=Zebra; theme=dark=1', 'session=x0001; theme=x002=1'],
    ['Cookie', 'session=%7B%22zebra%22%3A5%7D; Zebra; empty=', 'session=%7B%22x0001%22%3A2%7D; x0003; empty='],
    ['Content-Type', 'text/html', 'text/html'],
    ['Content-Type', 'text/html;charset=iso-8859-2', 'text/html;charset=iso-8859-2'],
    ['Content-Type', 'text/html;  CHARSET=utf-16', 'text/html;  CHARSET=utf-16'],
    ['Content-Type', 'text/html; x-charset=Zebra; zebra', 'text/html; x-charset=x0001; x0002'],
    ['Content-Type', 'multipart/form-data; boundary="Zebra"; charset=utf-8', 'multipart/form-data; boundary="x0001"; charset=utf-8'],
  ])('keeps names, and the type and charset of content: %s: %s', (name, value, expected) => {
    expect(anonymize({ headers: { [name]: value } })).toEqual({ headers: { [name]: expected } });
  });

  test.each([
    [null, null],
    ['Zebra', 'x0001'],
    [5, 5],
    [
      ['Accept', 'Zebra'],
      ['x00001', 'x0002'],
    ],
  ])('is not looked for in %j', (headers, expected) => {
    expect(anonymize({ headers, multiValueHeaders: headers })).toEqual({ headers: expected, multiValueHeaders: expected });
  });
});

describe('identitySource', () => {
  const event = {
    routeKey: 'GET /a/{id}',
    headers: { cookie: 'session=Zebra', accept: 'text/zebra', authorization: 'Bearer Zebra' },
    requestContext: { stage: 'zebra', http: { method: 'GET', path: '/zebra/a/b c' } },
  };

  test.each([
    ['Bearer Zebra', 'Bearer x0001'],
    ['session=Zebra', 'session=x0001'],
    ['text/zebra', 'text/zebra'],
    ['zebra', 'zebra'],
    ['GET /a/{id}', 'GET /a/{id}'],
    ['GET', 'GET'],
    ['/zebra/a/b c', '/zebra/a/x2 x3'],
    ['Zebras=Zebra', 'x00004=x0001'],
  ])('is anonymized like the field that it comes from: %s', (source, expected) => {
    expect(anonymize({ ...event, identitySource: [source] }).identitySource).toEqual([expected]);
    const { identitySource, authorizationToken } = anonymize({ ...event, identitySource: source, authorizationToken: source });
    expect([identitySource, authorizationToken]).toEqual([expected, expected]);
  });

  test('is found before the field that it comes from', () => {
    expect(anonymize({ identitySource: 'session=Zebra', cookies: ['session=Zebra'] })).toEqual({
      identitySource: 'session=x0001',
      cookies: ['session=x0001'],
    });
  });
});

describe('a path, a query or an ARN', () => {
  test.each<[string, object, object]>([
    ['the route and the stage', { routeKey: 'GET /users/{id}', requestContext: { stage: 'prod' } }, { rawPath: '/prod/users/x01' }],
    ['the resource', { resource: '/users/{id}', requestContext: { stage: 'prod' } }, { rawPath: '/prod/users/x01' }],
    ['the resource path', { requestContext: { resourcePath: '/users', stage: 'prod' } }, { rawPath: '/prod/users/x01' }],
    ['the stage', { requestContext: { stage: 'prod' } }, { rawPath: '/prod/x0001/x02' }],
    ['nothing', { routeKey: null, requestContext: null }, { rawPath: '/x001/x0002/x03' }],
  ])('keeps the segments of %s', (_, fields, expected) => {
    expect(anonymize({ ...fields, rawPath: '/prod/users/ada' })).toEqual({ ...fields, ...expected });
  });

  test.each([
    ['path', '/Zebra%C3%A9%2Fa/a%5z', '/x00001%2Fx2/x2%x3'],
    ['path', '//Zebra/', '//x0001/'],
    ['rawQueryString', 'zebra=Zebra&b=c=d&flag&empty=', 'zebra=x0001&b=x2=x3&flag&empty='],
    ['rawQueryString', 'a=Z%C3%A9+b%2Bc&d=e+f%&=Zebra', 'a=x1+x2%2Bx3&d=x4+x5%&=x0006'],
    ['cookies', 'session=Zebra=; Path', 'session=x0001=; x002'],
    [
      'methodArn',
      'arn:aws:execute-api:us-east-1:777777777777:zebra/prod/GET/users/1',
      'arn:aws:execute-api:us-east-1:000000000001:x0002/prod/GET/x0003/1',
    ],
    ['methodArn', 'arn:aws-cn:execute-api:cn-north-1:777:zebra/dev/$connect', 'arn:aws-cn:execute-api:cn-north-1:001:x0002/dev/$connect'],
    [
      'routeArn',
      'arn:aws:execute-api:us-east-1:777:zebra/$default/GET/a\nb',
      'arn:aws:execute-api:us-east-1:001:x0002/$default/GET/x3\nx4',
    ],
    ['routeArn', 'Zebra arn:aws:execute-api:us-east-1:777:zebra/prod/GET', 'x0001 arn:aws:execute-api:us-east-1:002:x0003/x004/x05'],
    ['methodArn', 'arn:aws:lambda:us-east-1:777:function:zebra/prod/GET', 'arn:aws:lambda:us-east-1:001:x0000002:x0003/x004/x05'],
    ['resourceId', '$default', '$default'],
    ['resourceId', 'GET /zebra', 'GET /zebra'],
    ['resourceId', 'zebra$', 'x0001$'],
  ])('keeps its form: %s: %s', (name, value, expected) => {
    expect(anonymize({ [name]: value })).toEqual({ [name]: expected });
  });
});
