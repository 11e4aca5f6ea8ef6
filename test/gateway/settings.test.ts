import { describe, expect, test } from 'vitest';
import { checkGateway } from '../../src/gateway/check-gateway.js';
import { cloudFrontOf } from '../../src/gateway/cloud-front.js';
import { idsOf } from '../../src/gateway/ids.js';
import { findInflater } from '../../src/gateway/inflater.js';
import { isBinaryMediaType, isTypeOfBytes } from '../../src/gateway/media-types.js';
import { routeMethodOf } from '../../src/gateway/route-method.js';
import { settingCode } from '../../src/gateway/setting-code.js';
import { endpointOf, ignoredHostIn, stageOf } from '../../src/gateway/settings.js';

const TARGETS = ['rest', 'http-1.0', 'http-2.0', 'websocket', 'function-url'] as const;
const API = 'ab12cd34ef.execute-api.eu-west-1.amazonaws.com';
const URL_HOST = 'abcdefghijklmnopqrstuvwxyz012345.lambda-url.eu-west-1.on.aws';

describe('endpointOf', () => {
  test.each<[(typeof TARGETS)[number], string | undefined, string, string, string]>([
    ['rest', undefined, 'a1b2c3d4e5.execute-api.us-east-1.amazonaws.com', 'a1b2c3d4e5', 'us-east-1'],
    ['rest', API, API, 'ab12cd34ef', 'eu-west-1'],
    ['http-2.0', `${API.toUpperCase()}.:8443`, API, 'ab12cd34ef', 'eu-west-1'],
    ['websocket', API, API, 'ab12cd34ef', 'eu-west-1'],
    ['http-1.0', 'api.example.com:80', 'api.example.com', 'a1b2c3d4e5', 'us-east-1'],
    ['rest', 'a.b-c.example.co', 'a.b-c.example.co', 'a1b2c3d4e5', 'us-east-1'],
    ['rest', 'localhost:3000', 'a1b2c3d4e5.execute-api.us-east-1.amazonaws.com', 'a1b2c3d4e5', 'us-east-1'],
    ['rest', '192.0.2.1', 'a1b2c3d4e5.execute-api.us-east-1.amazonaws.com', 'a1b2c3d4e5', 'us-east-1'],
    ['rest', 'a b.example.com', 'a1b2c3d4e5.execute-api.us-east-1.amazonaws.com', 'a1b2c3d4e5', 'us-east-1'],
    ['rest', 'example.c', 'a1b2c3d4e5.execute-api.us-east-1.amazonaws.com', 'a1b2c3d4e5', 'us-east-1'],
    ['rest', 'example.com!', 'a1b2c3d4e5.execute-api.us-east-1.amazonaws.com', 'a1b2c3d4e5', 'us-east-1'],
    ['rest', URL_HOST, 'a1b2c3d4e5.execute-api.us-east-1.amazonaws.com', 'a1b2c3d4e5', 'us-east-1'],
    ['function-url', URL_HOST, URL_HOST, 'abcdefghijklmnopqrstuvwxyz012345', 'eu-west-1'],
    [
      'function-url',
      'api.example.com',
      'a1b2c3d4e5f6a7b8c9d0e1f2a3b4c5d6.lambda-url.us-east-1.on.aws',
      'a1b2c3d4e5f6a7b8c9d0e1f2a3b4c5d6',
      'us-east-1',
    ],
  ])('of %s with the Host header %s is %s', (target, host, domainName, apiId, region) => {
    const [domainPrefix] = domainName.split('.');
    expect(endpointOf({ target }, host)).toMatchObject({ domainName, domainPrefix, apiId, region, accountId: '123456789012' });
  });

  test('prefers the settings to the Host header', () => {
    const settings = { target: 'rest', apiId: 'own', region: 'us-west-2', accountId: '1', stage: 'dev' } as const;
    expect(endpointOf(settings, API)).toEqual({
      ...{ accountId: '1', apiId: 'own', region: 'us-west-2', stage: 'dev', domainName: API, domainPrefix: 'ab12cd34ef' },
    });
    expect(endpointOf({ target: 'rest', domainName: 'localhost' }, API)).toMatchObject({
      domainName: 'localhost',
      domainPrefix: 'localhost',
    });
    expect(endpointOf({ target: 'rest', domainName: '.x' }, API)).toMatchObject({ domainPrefix: '' });
    const customDomain = { domainName: 'api.example.com' };
    expect(endpointOf({ target: 'rest', domainName: 'other', customDomain }).domainName).toBe('api.example.com');
    expect(endpointOf({ target: 'function-url', domainName: 'other', customDomain }).domainName).toBe('other');
    expect(endpointOf({ target: 'rest', testInvoke: true, customDomain })).toMatchObject({
      ...{ domainName: 'testPrefix.testDomainName', domainPrefix: 'testPrefix', stage: 'test-invoke-stage' },
    });
  });

  test('reads no host name of more than 253 letters', () => {
    const hostOf = (length: number): string => `${'a.'.repeat(120)}${'b'.repeat(length - 240)}`;
    expect(endpointOf({ target: 'rest' }, hostOf(253)).domainName).toBe(hostOf(253));
    expect(endpointOf({ target: 'rest' }, hostOf(254)).apiId).toBe('a1b2c3d4e5');
    expect(endpointOf({ target: 'rest' }, hostOf(254)).domainName).toContain('.execute-api.');
  });
});

describe('stageOf', () => {
  test.each([
    ['rest', 'prod', 'dev'],
    ['http-1.0', '$default', 'dev'],
    ['http-2.0', '$default', 'dev'],
    ['websocket', 'prod', 'dev'],
    ['function-url', '$default', '$default'],
  ] as const)('of %s is %s, or the stage of the settings', (target, stage, given) => {
    expect([stageOf({ target }), stageOf({ target, stage: 'dev' })]).toEqual([stage, given]);
    const isConsole = target === 'rest';
    expect(stageOf({ target, stage: 'dev', testInvoke: true })).toBe(isConsole ? 'test-invoke-stage' : given);
  });
});

describe('ignoredHostIn', () => {
  test.each([
    ['rest', URL_HOST, URL_HOST],
    ['function-url', `${API}:443`, API],
    ['rest', API, undefined],
    ['function-url', URL_HOST, undefined],
    ['rest', 'api.example.com', undefined],
    ['rest', 'localhost', undefined],
    ['rest', undefined, undefined],
  ] as const)('returns, for %s and the Host header %s: %s', (target, host, expected) => {
    expect(ignoredHostIn(host, { target })).toBe(expected);
    expect(ignoredHostIn(host, { target, domainName: 'api.example.com' })).toBeUndefined();
  });
});

describe('idsOf', () => {
  const FIXED = { traceId: 'Root=1-695735a5-0a1b2c3d4e5f60718293a4b5', connectionId: 'Xc1A2b3C4d5E6fG=', messageId: 'Xm1A2b3C4d5E6fG=' };

  test.each(TARGETS)('of %s are fixed, and one or two', (target) => {
    const hasTwo = target === 'rest' || target === 'function-url';
    const one = 'Xr1A2b3C4d5E6fG=';
    const requestId = hasTwo ? '1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d' : one;
    expect(idsOf({ target })).toEqual({ ...FIXED, requestId, extendedRequestId: one });
    expect(idsOf({ target, ids: {} })).toEqual({ ...FIXED, requestId, extendedRequestId: one });
    const given = { requestId: 'a', traceId: 'b', connectionId: 'c', messageId: 'd' };
    expect(idsOf({ target, ids: given })).toEqual({ ...given, extendedRequestId: hasTwo ? one : 'a' });
    const both = { ...given, extendedRequestId: 'e' };
    expect(idsOf({ target, ids: both })).toEqual(hasTwo ? both : { ...both, requestId: 'e' });
  });
});

describe('cloudFrontOf', () => {
  test('is the same for every request, unless the settings differ', () => {
    const edge = cloudFrontOf({});
    expect(edge).toEqual({
      ...{ viewerCountry: 'US', viewerAsn: '16509', device: 'desktop', edgeIp: '198.51.100.7' },
      ...{ edgeId: '0a1b2c3d4e5f60718293a4b5c6d7e8f9', requestId: 'Xf1A2b3C4d5E6f7G8h9I0j1K2l3M4n5O6p7Q8r9S0t1U2v3W4x5Y6z==' },
    });
    expect(cloudFrontOf({ cloudFront: { device: 'mobile' } })).toEqual({ ...edge, device: 'mobile' });
  });
});

describe('a media type', () => {
  test.each([
    ['image/png', ['image/*'], true],
    ['Image/PNG; q=1', ['IMAGE/png'], true],
    [' image/png ;q=1', ['image/png'], true],
    ['image/png', ['text/*', 'image/png'], true],
    ['image/pngx', ['image/png'], false],
    ['imagex/png', ['image/*'], false],
    ['image/png', ['*/png'], false],
    ['*/png', ['*/png'], false],
    [undefined, ['*/*'], true],
    [undefined, ['image/*'], false],
    ['image/png', [], false],
    [';q=1', ['image/png'], false],
  ])('%j is binary by %j: %s', (type, list, expected) => {
    expect(isBinaryMediaType(type, list)).toBe(expected);
  });

  test.each([
    ...['image/png', 'audio/mpeg', 'video/mp4', 'font/woff2', 'IMAGE/PNG;a=b', 'application/pdf', 'application/zip', 'application/gzip'],
    ...['application/x-gzip', 'application/x-tar', 'application/x-bzip', 'application/x-bzip2', 'application/x-7z-compressed'],
    ...['application/x-rar-compressed', 'application/zstd', 'application/wasm', 'application/java-archive', 'application/protobuf'],
    ...['application/x-protobuf', 'application/cbor', 'application/msgpack', 'application/x-msgpack', 'application/msword'],
    ...['application/vnd.ms-excel', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ])('%s stands for bytes', (type) => {
    expect(isTypeOfBytes(type)).toBe(true);
  });

  test.each([
    ...['text/plain', 'application/json', 'image/svg+xml', 'audio/mpegurl', 'application/vnd.apple.mpegurl', 'application/octet-stream'],
    ...['ximage/png', 'text/image/png', 'application/pdf x', 'application/vnd.api+json', 'xapplication/zip', 'application/x-tar!'],
  ])('%s stands for text', (type) => {
    expect(isTypeOfBytes(type)).toBe(false);
  });
});

describe('findInflater', () => {
  test('passes on what an inflater in the settings returns, up to the limit', () => {
    const inflate = (size: number | undefined) =>
      findInflater(() => (size === undefined ? undefined : new Uint8Array(size)))?.('gzip', new Uint8Array(1), 4);
    expect([inflate(0)?.length, inflate(4)?.length, inflate(5), inflate(undefined)]).toEqual([0, 4, undefined, undefined]);
    expect(() => findInflater((() => 'x') as never)?.('gzip', new Uint8Array(1), 4)).toThrow(
      expect.objectContaining({
        ...{ code: 'invalid-option', path: ['inflate'] },
        message: '`inflate` must be a function that returns a Uint8Array; got "x". Return the plain bytes.',
      }),
    );
  });
});

describe('settingCode', () => {
  const MARK = Symbol('mark');

  test('finds the code in a value that its maker has marked, or the code that is kept', () => {
    const code = { check: 1 };
    const setting = settingCode<{ check: number }>('cors', MARK, 'configureCors');
    expect(setting.find({ [MARK]: code })).toBe(code);
    const error = { code: 'invalid-option', path: ['cors'] };
    expect(() => setting.find({})).toThrow(expect.objectContaining({ ...error, message: expect.stringContaining('the return value of') }));
    expect(() => setting.find({})).toThrow(/ Pass `configureCors\(\{ … \}\)`\.$/);
    expect(() => setting.find(5)).toThrow(
      expect.objectContaining({ ...error, message: '`cors` must be an object; got 5. Pass `configureCors({ … })`.' }),
    );
    expect(setting.keep(code)).toBe(code);
    expect(setting.find({})).toBe(code);
  });
});

describe('routeMethodOf', () => {
  test.each([
    ['GET /a', 'GET'],
    ['ANY /{proxy+}', 'ANY'],
    ['/a', undefined],
    ['/a GET /b', undefined],
    ['$default', undefined],
    ['GET', undefined],
  ])('of %s is %s', (key, method) => {
    expect(routeMethodOf(key)).toBe(method);
  });
});

describe('checkGateway', () => {
  test('checks the authorizer for its target', () => {
    expect(() => checkGateway({ target: 'http-2.0', authorizer: {} as never })).toThrow('Pass { jwt:');
    expect(() => checkGateway({ target: 'rest', authorizer: { lambda: {} } })).not.toThrow();
  });

  test.each([
    [undefined, '`target` is missing. Use one of rest, http-1.0, http-2.0, websocket, function-url.'],
    [5, 'Unknown target 5. Use one of rest, http-1.0, http-2.0, websocket, function-url.'],
    ['HTTP', 'Unknown target "HTTP". Did you mean `http-2.0`?'],
  ])('says what to pass instead of the target %j', (target, message) => {
    expect(() => checkGateway({ target } as never)).toThrow(expect.objectContaining({ code: 'unknown-target', path: ['target'], message }));
  });
});
