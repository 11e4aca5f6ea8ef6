import { buildHttpEvent, buildRestEvent, claims, clientIp, header, method, path, query, toFetchRequest } from 'apigw-proxy';
import { describe, expect, test } from 'vitest';
import { toAppRequest } from '../../src/accessors/to-fetch-request.js';

const REST = buildRestEvent();
const HTTP = buildHttpEvent();
const { requestContext: REST_CONTEXT } = REST;
const { requestContext: HTTP_CONTEXT } = HTTP;
const withHttp = (more: object): object => ({
  ...HTTP,
  requestContext: { ...HTTP_CONTEXT, http: { ...HTTP_CONTEXT.http, ...more } },
});

// An accessor names the field that the event lacks, with the way to it.
describe.each<[string, (event: never) => unknown, object, string]>([
  ['method', method, { ...REST, httpMethod: undefined }, 'event.httpMethod'],
  ['method', method, withHttp({ method: undefined }), 'event.requestContext.http.method'],
  ['clientIp', clientIp, { ...REST, requestContext: { ...REST_CONTEXT, identity: undefined } }, 'event.requestContext.identity.sourceIp'],
  ['clientIp', clientIp, { ...REST, requestContext: undefined }, 'event.requestContext.identity.sourceIp'],
  ['clientIp', clientIp, withHttp({ sourceIp: 5 }), 'event.requestContext.http.sourceIp'],
  ['path', path, { ...REST, path: undefined }, 'event.path'],
  ['path', path, { ...REST, resource: 5 }, 'event.resource'],
  ['path', path, { ...HTTP, rawPath: null }, 'event.rawPath'],
  ['path', path, { ...HTTP, routeKey: 5 }, 'event.routeKey'],
  ['query', query, { ...HTTP, rawQueryString: 5 }, 'event.rawQueryString'],
  ['toFetchRequest', toFetchRequest, { ...HTTP, rawPath: undefined }, 'event.rawPath'],
  ['toFetchRequest', toFetchRequest, { ...HTTP, requestContext: { ...HTTP_CONTEXT, domainName: 5 } }, 'event.requestContext.domainName'],
  ['toFetchRequest', toFetchRequest, { ...REST, path: 5, requestContext: undefined }, 'event.path'],
  ['toAppRequest', toAppRequest, { ...REST, path: 5 }, 'event.path'],
])('%s', (_, read, event, field) => {
  test(`names ${field} if the event lacks it`, () => {
    const error = expect.objectContaining({ name: 'TypeError', code: 'invalid-argument', path: field.split('.') });
    expect(() => read(event as never)).toThrow(error);
    expect(() => read(event as never)).toThrow('Pass the whole event of an HTTP request.');
  });
});

test.each([
  ['header', () => header(REST, 5 as never), 'name'],
  ['path', () => path(REST, 5 as never), 'basePath'],
])('%s names its other argument if it is not a string', (_, read, name) => {
  expect(read).toThrow(expect.objectContaining({ name: 'TypeError', code: 'invalid-argument', path: [name] }));
});

// Handwritten events often have few fields.
test.each([undefined, null])('an event whose requestContext is %s has a host, a path and no claims', (requestContext) => {
  const event = { ...REST, headers: {}, multiValueHeaders: { HOST: ['api.example.com'] }, path: '/a', requestContext } as never;
  expect([claims(event), toFetchRequest(event).url]).toEqual([undefined, 'https://api.example.com/a']);
});
