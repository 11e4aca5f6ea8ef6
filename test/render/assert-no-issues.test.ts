import { assertNoIssues, ResultIssuesError } from 'apigw-proxy/render';
import { describe, expect, test } from 'vitest';

describe('assertNoIssues', () => {
  test('passes for a result that does what its author expects', () => {
    assertNoIssues({ statusCode: 200, headers: { 'content-type': 'text/plain' }, body: 'x' }, { target: 'rest' });
    assertNoIssues({ ok: true }, { target: 'http-2.0' });
    assertNoIssues({ statusCode: 204 }, { target: 'function-url' });
    assertNoIssues({ statusCode: 200 }, { target: 'websocket', route: '$connect' });
    assertNoIssues({ statusCode: 200, body: 'x' }, { target: 'websocket', route: 'say', routeResponse: true });
  });

  test('lets pass what no other result would avoid', () => {
    assertNoIssues('x', { target: 'http-2.0' }, { method: 'HEAD', target: '/', headers: [] });
  });

  test('throws an error with a line for every issue: code, path, cause and cure', () => {
    const result = { statusCode: 200, headers: { 'x-a': 1 }, body: {} };
    expect(() => assertNoIssues(result, { target: 'rest' })).toThrow(
      expect.objectContaining({
        name: 'ResultIssuesError',
        message: [
          'The result has 2 issues:',
          '  warning header-value-coerced at headers.x-a: A REST API sends 1 as text. Return the value as a string; HTTP APIs may refuse anything else. (assumed)',
          '  error body-not-text at body: A REST API wants text as body and got an object. Return `JSON.stringify(…)` of the value as `body`. (reported)',
        ].join('\n'),
      }),
    );
    expect(() => assertNoIssues(null, { target: 'rest' })).toThrow('The result has an issue:\n  error result-not-an-object at the result:');
    expect(() => assertNoIssues(null, { target: 'websocket' })).toThrow(ResultIssuesError);
  });
});
