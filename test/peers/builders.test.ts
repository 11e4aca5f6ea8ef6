import { readRequestCases } from 'apigw-proxy/conformance';
import { expect, test } from 'vitest';
import { knownOf } from './builders.js';

test.each([
  [
    'rest-query-duplicates-and-json-body',
    { path: '/proxy-value', route: '/{proxy+}', query: { category: 'books', price: '30' }, cookies: [] },
  ],
  [
    'http2-duplicate-header-query-cookie',
    { path: '/capture/space%20value', cookies: ['session=abc123', 'theme=dark'], isBase64Encoded: false },
  ],
  ['http2-simple-dotnet', { pathParameters: { userId: '123' }, body: null }],
  ['rest-binary-star', { body: 'AQIDBAU=', isBase64Encoded: true }],
])('knownOf %s', (id, known) => {
  const given = readRequestCases().find((one) => one.id === id);
  expect(given && knownOf(given)).toMatchObject(known);
});
