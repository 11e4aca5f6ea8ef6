import { describe, expect, test } from 'vitest';
import { isAPIGatewayProxyEvent } from '../../src/guards/index.js';
import { httpEvent, httpEventV1, restEvent } from './samples.js';

const context = (fields: object) => ({ ...restEvent, requestContext: { ...restEvent.requestContext, ...fields } });
const identity = (fields: object) => context({ identity: { ...restEvent.requestContext.identity, ...fields } });
const certificate = {
  clientCertPem: '-----BEGIN CERTIFICATE-----',
  subjectDN: 'CN=client.example',
  issuerDN: 'CN=ca.example',
  serialNumber: 'a1:a1',
  validity: { notBefore: 'May 28 12:30:02 2019 GMT', notAfter: 'Aug  5 09:36:04 2021 GMT' },
};

describe('isAPIGatewayProxyEvent', () => {
  test.each([
    ['a REST event', restEvent],
    ['an HTTP API event', httpEventV1],
    ['a console test without headers', { ...restEvent, headers: null, multiValueHeaders: null }],
    ['a null resourceId, as in a sample of AWS', context({ resourceId: null })],
    ['an uncommon method', { ...restEvent, httpMethod: 'PROPFIND' }],
    ['a source IP that is not an address', identity({ sourceIp: 'test-invoke-source-ip' })],
    ['an API key', identity({ apiKey: 'key', apiKeyId: 'id' })],
    ['a null apiKey, as in 2018', identity({ apiKey: null })],
    ['a client certificate', identity({ clientCert: certificate })],
    ['a private API', identity({ vpcId: 'vpc-1', vpceId: 'vpce-1' })],
    ['authentication methods of Cognito', identity({ cognitoAmr: ['authenticated'] })],
    ['a Cognito authorizer', context({ authorizer: { claims: { sub: '1' } } })],
    ['a JWT authorizer', context({ authorizer: { claims: { sub: '1' }, scopes: null } })],
    ['a Lambda authorizer', context({ authorizer: { principalId: 'a', integrationLatency: 0, n: '1', none: null } })],
    [
      'a Lambda authorizer that returns values named claims and scopes',
      context({ authorizer: { principalId: 'a', claims: '{"sub":1}', scopes: 'read write' } }),
    ],
    ['a Lambda authorizer of an HTTP API', context({ authorizer: { claims: null, scopes: null, nested: { deep: [1] } } })],
    ['a custom domain', context({ customDomain: { basePathMatched: '(none)' } })],
    ['an operation name', context({ operationName: 'getFiles' })],
    ['a query of ?__proto__=1', { ...restEvent, queryStringParameters: JSON.parse('{"__proto__":"1"}') }],
  ])('accepts %s', (_, event) => {
    expect(isAPIGatewayProxyEvent(event)).toBe(true);
  });

  test.each([
    ['payload 2.0', httpEvent],
    ['an undefined body', { ...restEvent, body: undefined }],
    ['a parsed body', { ...restEvent, body: {} }],
    ['an undefined version', { ...restEvent, version: undefined }],
    ['an array as a header value', { ...restEvent, headers: { Accept: ['a'] } }],
    ['a string as the values of a header', { ...restEvent, multiValueHeaders: { Accept: 'a' } }],
    ['a number as a stage variable', { ...restEvent, stageVariables: { port: 80 } }],
    ['no identity', context({ identity: undefined })],
    ['an epoch as a string', context({ requestTimeEpoch: '1709251200000' })],
    ['null as the authorizer', context({ authorizer: null })],
    ['a certificate without validity', identity({ clientCert: { ...certificate, validity: undefined } })],
  ])('rejects %s', (_, event) => {
    expect(isAPIGatewayProxyEvent(event)).toBe(false);
  });
});
