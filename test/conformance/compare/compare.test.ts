import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { CaseExpectation } from '../../../src/conformance/cases/render-case.js';
import { compareEvent, isGenerated, valueAt } from '../../../src/conformance/compare/compare-event.js';
import {
  compareResponse,
  decodedTextOf,
  differencesOf,
  jsonOrText,
  type ReceivedResponse,
} from '../../../src/conformance/compare/compare-response.js';
import { messageOf } from '../../../src/conformance/compare/message-of.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const RECEIVED: ReceivedResponse = {
  status: 200,
  headers: [
    ['Set-Cookie', 'b=2'],
    ['X-Id', 'abc-1'],
    ['set-cookie', 'a=1'],
  ],
  body: bytes('{"a": 1}'),
};

describe('differencesOf', () => {
  test.each<[string, CaseExpectation, Partial<ReceivedResponse>?]>([
    ['nothing', {}],
    ['the status', { status: 200 }],
    ['no status', { status: null }, { status: null }],
    ['values in order', { headers: { 'set-cookie': ['b=2', 'a=1'], 'x-id': ['abc-1'], via: null } }],
    ['values in any order', { headers: { 'set-cookie': ['a=1', 'b=2'], via: null }, unordered: true }],
    ['headers that are there', { present: ['x-id', 'set-cookie'] }],
    ['a pattern', { matching: { 'x-id': '^abc-\\d$', 'set-cookie': '=' } }],
    ['a spelling', { rawNames: ['Set-Cookie', 'set-cookie', 'X-Id'] }],
    ['a message', { frame: 'hi' }, { frame: 'hi' }],
    ['no message', { frame: null }],
    ['a text', { bodyText: '{"a": 1}' }],
    ['JSON with other spaces', { bodyText: '{"a":1}', compareBodyAs: 'json' }],
    ['the same text where JSON is expected', { bodyText: 'x', compareBodyAs: 'json' }, { body: bytes('x') }],
    ['bytes', { bodyBase64: '//4=' }, { body: new Uint8Array([255, 254]) }],
    ['a body with gzip', { decodedBodyText: 'hi' }, { body: gzipSync('hi'), headers: [['Content-Encoding', 'gzip']] }],
    ['a body with deflate', { decodedBodyText: 'hi' }, { body: deflateSync('hi'), headers: [['content-encoding', 'deflate']] }],
    ['a body without a coding', { decodedBodyText: 'hi' }, { body: bytes('hi') }],
    ['a template', { bodyTemplate: '{"id":"{requestId}","at":[1.5]}' }, { body: bytes('{"id":"a-b","at":[1.5]}') }],
    ['a text that is a template', { bodyText: '"{id}" + (1)', bodyTemplate: true }, { body: bytes('"x" + (1)') }],
    ['a text that is no template', { bodyText: '{id}', bodyTemplate: false }, { body: bytes('{id}') }],
  ])('finds none if %s is as expected', (_, expected, received) => {
    expect(differencesOf({ ...RECEIVED, ...received }, expected)).toEqual([]);
  });

  test.each<[CaseExpectation, string[], Partial<ReceivedResponse>?]>([
    [{ status: 201 }, ['status: expected 201, got 200']],
    [{ status: null }, ['status: expected null, got 200']],
    [{ headers: { 'set-cookie': ['a=1', 'b=2'] } }, ['header set-cookie: expected ["a=1","b=2"], got ["b=2","a=1"]']],
    [{ headers: { 'set-cookie': ['a=1'] }, unordered: true }, ['header set-cookie: expected ["a=1"], got ["a=1","b=2"]']],
    [{ headers: { 'x-id': null } }, ['header x-id: expected null, got ["abc-1"]']],
    [{ headers: { via: ['x'] } }, ['header via: expected ["x"], got null']],
    [{ headers: { via: ['x'] }, unordered: true }, ['header via: expected ["x"], got null']],
    [{ present: ['via'] }, ['header via: expected, but missing']],
    [{ matching: { 'set-cookie': '^b' } }, ['header set-cookie: expected ^b, got b=2,a=1']],
    [{ matching: { via: '.' } }, ['header via: expected ., got undefined']],
    [{ rawNames: ['x-id'] }, ['header x-id: expected this spelling, got Set-Cookie,X-Id,set-cookie']],
    [{ frame: 'hi' }, ['message: expected "hi", got null']],
    [{ frame: null }, ['message: expected null, got "hi"'], { frame: 'hi' }],
    [{ bodyText: '{"a":1}' }, [String.raw`body: expected "{\"a\":1}", got "{\"a\": 1}"`]],
    [{ bodyText: '{"a":2}', compareBodyAs: 'json' }, [String.raw`body: expected "{\"a\":2}", got "{\"a\": 1}"`]],
    [{ bodyBase64: 'AA==' }, ['body (base64): expected "AA==", got "eyJhIjogMX0="']],
    [
      { decodedBodyText: 'hi' },
      ['decoded body: expected "hi", got "ho"'],
      { body: gzipSync('ho'), headers: [['content-encoding', 'gzip']] },
    ],
    [
      { bodyTemplate: '{"id":"{x}"}' },
      [String.raw`body: expected "{\"id\":\"{x}\"}", got "{\"id\":\"a\"} "`],
      { body: bytes('{"id":"a"} ') },
    ],
    [{ bodyTemplate: '"{x}"' }, [String.raw`body: expected "\"{x}\"", got " \"a\""`], { body: bytes(' "a"') }],
    [{ bodyTemplate: '1.5' }, ['body: expected "1.5", got "1x5"'], { body: bytes('1x5') }],
    [{ bodyText: '{id}' }, ['body: expected "{id}", got "x"'], { body: bytes('x') }],
  ])('names what differs from %j', (expected, differences, received) => {
    expect(differencesOf({ ...RECEIVED, ...received }, expected)).toEqual(differences);
  });
});

describe('compareResponse', () => {
  const expected = { status: 200, bodyText: 'x' };
  const compare = (expect: Parameters<typeof compareResponse>[1]['expect']): ReturnType<typeof compareResponse> =>
    compareResponse({ status: 200, headers: [], body: bytes('hi') }, { expect });

  test('finds that a case holds', () => {
    expect(compare({ status: 200, bodyText: 'hi' })).toEqual({ differences: [] });
    expect(compare({ status: 200, bodyText: 'hi', alternatives: [{ status: 500, evidence: 'ISSUE' }] })).toEqual({ differences: [] });
  });

  test.each([
    ['another text', { bodyText: 'hi', evidence: 'ISSUE' }, 'ISSUE'],
    ['bytes in place of a text', { bodyBase64: 'aGk=', evidence: 'ISSUE' }, 'ISSUE'],
    ['other evidence without a name', { bodyText: 'hi' }, 'unknown'],
  ])('agrees with the other side: %s', (_, alternative, otherSide) => {
    expect(compare({ ...expected, alternatives: [{ status: 500 }, alternative] })).toEqual({ differences: [], otherSide });
  });

  test('keeps the parts that the other side does not replace', () => {
    const differences = ['body: expected "x", got "hi"'];
    expect(compare({ ...expected, alternatives: [{ status: 200, evidence: 'ISSUE' }] })).toEqual({ differences });
    expect(compare({ ...expected, alternatives: [{ bodyText: 'hi', status: 500 }] })).toEqual({ differences });
    expect(compare({ status: 404, bodyText: 'hi', alternatives: [{ bodyText: 'hi' }] })).toEqual({
      differences: ['status: expected 404, got 200'],
    });
  });
});

describe('valueAt', () => {
  const EVENT = { a: { 'b.c': { d: 1 }, b: {} }, 'a.z': 3, '': { k: 4 }, n: null, t: 'text', e: { 'b.c': 5 } };

  test.each([
    ['e.b.c', 5],
    ['a.b.c', { d: 1 }],
    ['a.b.x', undefined],
    ['a', EVENT.a],
    ['a.z', 3],
    ['.k', 4],
    ['n', null],
    ['n.a', undefined],
    ['t.length', undefined],
    ['a.toString', undefined],
    ['constructor', undefined],
    ['b', undefined],
  ])('%s', (path, value) => {
    expect(valueAt(EVENT, path)).toEqual(value);
  });

  test('of a primitive is undefined', () => {
    for (const value of [undefined, null, 'text', 5]) expect(valueAt(value, 'length')).toBeUndefined();
  });
});

describe('compareEvent', () => {
  const event = { a: { b: 1 }, c: null };

  test('names each difference, but not those that nobody can see', () => {
    const given = { expect: { 'a.b': 2, c: null, d: 'x' }, absent: ['a', 'e', 'c'] };
    expect(compareEvent(event, given)).toEqual([
      'a.b: expected 2, got 1',
      'd: expected "x", got undefined',
      'a: expected to be absent, got {"b":1}',
      'c: expected to be absent, got null',
    ]);
    expect(compareEvent(event, given, (path) => path !== 'd')).toEqual(['d: expected "x", got undefined']);
    expect(compareEvent(event, { expect: { 'a.b': 1 } })).toEqual([]);
  });
});

describe('isGenerated', () => {
  const CONTEXT = [
    ...['accountId', 'apiId', 'domainName', 'domainPrefix', 'requestId', 'extendedRequestId', 'connectionId', 'messageId', 'connectedAt'],
    ...['requestTime', 'requestTimeEpoch', 'time', 'timeEpoch', 'resourceId', 'deploymentId', 'operationName', 'http.sourceIp'],
    ...['authentication', 'authentication.clientCert.subjectDN'],
    ...[
      'sourceIp',
      'accountId',
      'caller',
      'user',
      'userArn',
      'accessKey',
      'principalOrgId',
      'apiKey',
      'apiKeyId',
      'clientCert',
      'vpcId',
      'vpceId',
    ].map((name) => `identity.${name}`),
  ];
  const HEADERS = [
    ...['Host', 'host', 'Via', 'X-Forwarded-For', 'X-Forwarded-Port', 'X-Forwarded-Proto', 'X-Amzn-Trace-Id', 'x-amz-cf-id'],
    ...['CloudFront-Is-Mobile-Viewer', 'X-Amzn-Tls-Version'],
  ];

  test('is what AWS, the network or the account decide', () => {
    for (const path of [...CONTEXT.map((name) => `requestContext.${name}`), 'routeArn', 'methodArn'])
      expect(isGenerated(path), path).toBe(true);
    for (const path of HEADERS.flatMap((name) => [`headers.${name}`, `multiValueHeaders.${name}`]))
      expect(isGenerated(path), path).toBe(true);
  });

  test('is nothing else', () => {
    for (const path of [...CONTEXT, ...HEADERS, ...HEADERS.map((name) => `headers.x-${name}`)]) expect(isGenerated(path), path).toBe(false);
    const longer = [
      ...CONTEXT.filter((name) => !name.startsWith('authentication')).map((name) => `requestContext.${name}2`),
      'routeArn2',
      'xmethodArn',
      'headers.hosts',
    ];
    for (const path of longer) expect(isGenerated(path), path).toBe(false);
    const inner = [
      'requestContext.accountId',
      'requestContext.time',
      'requestContext.http.sourceIp',
      'requestContext.identity.user',
      'requestContext.authentication',
      'headers.host',
    ];
    for (const path of inner) expect(isGenerated(`x.${path}`), path).toBe(false);
    for (const path of [
      'requestContext.http.method',
      'requestContext.identity',
      'requestContext.identity.userAgent',
      'requestContext.authenticationX',
      'queryStringParameters.host',
    ]) {
      expect(isGenerated(path), path).toBe(false);
    }
  });
});

test('decodedTextOf takes a coding away', () => {
  expect(decodedTextOf({ status: 200, headers: [['Content-Encoding', 'gzip']], body: gzipSync('é') })).toBe('é');
  expect(decodedTextOf({ status: 200, headers: [['Content-Encoding', 'br']], body: bytes('é') })).toBe('é');
  const deflate = (): string => decodedTextOf({ status: 200, headers: [['content-encoding', 'deflate']], body: bytes('é') });
  expect(deflate).toThrow('The body is not deflate.');
});

test('jsonOrText parses JSON, and keeps any other text', () => {
  expect(['{"a":1}', '1', 'x', ''].map(jsonOrText)).toEqual([{ a: 1 }, 1, 'x', '']);
});

test.each([
  [new TypeError('no'), 'TypeError: no'],
  ['no', 'no'],
  [undefined, 'undefined'],
  [Object.create(null), 'a value that has no text'],
])('messageOf says what was thrown: %o', (thrown, message) => {
  expect(messageOf(thrown)).toBe(message);
});
