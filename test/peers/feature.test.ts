import { readRenderCases, readRequestCases } from 'apigw-proxy/conformance';
import { describe, expect, test } from 'vitest';
import { featuresOf } from './feature.js';

const CASES = [...readRenderCases(), ...readRequestCases()];

describe('featuresOf', () => {
  test.each([
    ['rest-rec-SimpleJsonResponse', []],
    ['rest-rec-no-route', ['routes']],
    ['rest-iss-function-timeout', ['timeouts of functions']],
    ['rest-iss-access-denied', ['authorizers']],
    ['http10-iss-function-error', ['failed functions']],
    ['rest-greedy-plain', ['routes']],
    ['http2-documented-sample', []],
    ['rest-body-binary-exact', ['routes', 'binary media types']],
    ['rest-documented-2016-sample', ['routes', 'stage variables']],
    ['rest-console-test-invoke', ['routes', 'the test button of the console']],
    ['rest-lambda-authorizer-context-stringified', ['routes', 'authorizers']],
    ['http2-custom-domain-named-stage', ['routes', 'custom domains', 'named stages of HTTP APIs']],
    ['furl-iam', ['authorizers']],
  ])('of %s are %j', (id, features) => {
    const given = CASES.find((one) => one.id === id);
    expect(given && [...featuresOf(given)]).toEqual(features);
  });

  test('finds compression, CORS and streaming', () => {
    const features = new Set(CASES.flatMap((given) => [...featuresOf(given)]));
    expect([...features]).toEqual(expect.arrayContaining(['compression', 'CORS', 'streaming', 'API keys', 'size limits']));
  });
});
