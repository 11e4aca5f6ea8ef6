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
    ['an AWS sample with resourceId null', context({ resourceId: null })],
    ['a method of the client’s own', { ...restEvent, httpMethod: 'PROPFIND' }],
    ['an address that is none', identity({ sourceIp: 'test-invoke-source-ip' })],
    ['an API key', identity({ apiKey: 'key', apiKeyId: 'id' })],
    ['an event of 2018 with apiKey null', identity({ apiKey: null })],
    ['a client certificate', identity({ clientCert: certificate })],
    ['a private API', identity({ vpcId: 'vpc-1', vpceId: 'vpce-1' })],
    ['Cognito methods', identity({ cognitoAmr: ['authenticated'] })],
    ['a Cognito authorizer', context({ authorizer: { claims: { sub: '1' } } })],
    ['a JWT authorizer', context({ authorizer: { claims: { sub: '1' }, scopes: null } })],
    ['a Lambda authorizer', context({ authorizer: { principalId: 'a', integrationLatency: 0, n: '1', none: null } })],
    [
      'a Lambda authorizer that says claims itself',
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
    ['no body key', { ...restEvent, body: undefined }],
    ['a parsed body', { ...restEvent, body: {} }],
    ['a version that is undefined', { ...restEvent, version: undefined }],
    ['a list as header value', { ...restEvent, headers: { Accept: ['a'] } }],
    ['a string as list of values', { ...restEvent, multiValueHeaders: { Accept: 'a' } }],
    ['a number as stage variable', { ...restEvent, stageVariables: { port: 80 } }],
    ['no identity', context({ identity: undefined })],
    ['an epoch as text', context({ requestTimeEpoch: '1709251200000' })],
    ['an authorizer that is null', context({ authorizer: null })],
    ['a certificate without validity', identity({ clientCert: { ...certificate, validity: undefined } })],
  ])('refuses %s', (_, event) => {
    expect(isAPIGatewayProxyEvent(event)).toBe(false);
  });
});
