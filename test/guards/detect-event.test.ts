import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectEvent } from '../../src/guards/index.js';
import * as schemas from '../../src/schemas/index.js';
import { validValue } from '../schemas/arbitrary.js';
import * as samples from './samples.js';

describe('detectEvent', () => {
  test.each([
    ['rest', samples.restEvent, 'isBase64Encoded'],
    ['http-1.0', samples.httpEventV1, 'isBase64Encoded'],
    ['http-2.0', samples.httpEvent, 'routeKey'],
    ['function-url', samples.functionUrlEvent, 'rawPath'],
    ['websocket-connect', samples.connectEvent, 'headers'],
    ['websocket-message', samples.messageEvent, 'body'],
    ['websocket-disconnect', samples.disconnectEvent, 'multiValueHeaders'],
    ['authorizer-token', samples.tokenAuthorizerEvent, 'methodArn'],
    ['authorizer-request-rest', samples.requestAuthorizerEvent, 'methodArn'],
    ['authorizer-request-http-1.0', samples.requestAuthorizerEventV1, 'resource'],
    ['authorizer-request-http-2.0', samples.requestAuthorizerEventV2, 'routeArn'],
    ['authorizer-request-websocket', samples.websocketRequestAuthorizerEvent, 'stageVariables'],
  ])('returns %s, ignores unknown fields, and returns unknown when a field is missing', (kind, event, required) => {
    expect(detectEvent(event)).toBe(kind);
    expect(detectEvent({ ...event, newField: { nested: [1] } })).toBe(kind);
    expect(detectEvent({ ...event, [required]: undefined })).toBe('unknown');
  });

  test.each([
    ['websocket-connect', schemas.APIGatewayProxyWebsocketConnectEventSchema],
    ['websocket-message', schemas.APIGatewayProxyWebsocketMessageEventSchema],
    ['websocket-disconnect', schemas.APIGatewayProxyWebsocketDisconnectEventSchema],
    ['http-2.0', schemas.APIGatewayProxyEventV2Schema],
    ['authorizer-token', schemas.APIGatewayTokenAuthorizerEventSchema],
    ['authorizer-request-rest', schemas.APIGatewayRequestAuthorizerEventSchema],
    ['authorizer-request-http-1.0', schemas.APIGatewayRequestAuthorizerEventV1Schema],
    ['authorizer-request-http-2.0', schemas.APIGatewayRequestAuthorizerEventV2Schema],
    ['authorizer-request-websocket', schemas.APIGatewayWebsocketRequestAuthorizerEventSchema],
  ])('returns %s for every event that the schema accepts', (kind, schema) => {
    fc.assert(fc.property(validValue(schema), (event) => detectEvent(event) === kind));
  });

  test('distinguishes REST from HTTP APIs by the version', () => {
    fc.assert(
      fc.property(validValue(schemas.APIGatewayProxyEventSchema), (event) => {
        expect(detectEvent(event)).toBe(Object.hasOwn(Object(event), 'version') ? 'http-1.0' : 'rest');
      }),
    );
  });

  test.each([
    ['function-url', 'abc.lambda-url.eu-west-1.on.aws'],
    ['function-url', 'abc.lambda-url.cn-north-1.on.amazonaws.com.cn'],
    ['function-url', 'abc.lambda-url.eu-west-1.amazonaws.com'],
    ['function-url', 'abc.lambda-url.eusc-de-east-1.on.amazonwebservices.eu'],
    ['http-2.0', 'abc.execute-api.eu-west-1.amazonaws.com'],
    ['http-2.0', 'lambda-url.eu-west-1.on.aws.example.com'],
    ['http-2.0', 'abc.lambda-url.eu-west-1.onXaws'],
    ['http-2.0', 'api.example.com'],
  ])('returns %s for the host %s', (kind, domainName) => {
    expect(detectEvent({ ...samples.httpEvent, requestContext: { ...samples.httpEvent.requestContext, domainName } })).toBe(kind);
  });

  test('recognizes an authorizer event with a body, as the console sends it', () => {
    const event = { ...samples.requestAuthorizerEvent, body: '{}', isBase64Encoded: false, headers: null, multiValueHeaders: null };
    expect(detectEvent(event)).toBe('authorizer-request-rest');
  });

  test('recognizes a WebSocket event of 2019, which has the fields of a REST event', () => {
    const { resource, path, httpMethod } = samples.restEvent;
    expect(detectEvent({ ...samples.connectEvent, resource, path, httpMethod })).toBe('websocket-connect');
  });

  test.each([
    ['undefined', undefined],
    ['null', null],
    ['a string', '{"version":"2.0"}'],
    ['an array', [samples.restEvent]],
    ['an empty object', {}],
    ['a load balancer', { ...samples.restEvent, resource: undefined, requestContext: { elb: { targetGroupArn: 'arn:aws:…' } } }],
    ['VPC Lattice', { version: '2.0', path: '/', method: 'GET', headers: { host: ['a'] }, requestContext: { serviceArn: 'arn:aws:…' } }],
    ['VPC Lattice 1.0', { raw_path: '/', method: 'GET', headers: {}, query_string_parameters: {}, is_base64_encoded: false }],
    ['an AppSync resolver', { arguments: {}, identity: null, source: null, request: { headers: {} }, info: { fieldName: 'a' } }],
    ['an AppSync authorizer', { authorizationToken: 'a', requestContext: { apiId: 'a', accountId: '1', requestId: 'a' } }],
    ['a Bedrock agent', { messageVersion: '1.0', httpMethod: 'GET', apiPath: '/', parameters: [], sessionAttributes: {} }],
    ['an asynchronous destination', { version: '1.0', requestContext: { condition: 'Success' }, requestPayload: {}, responsePayload: {} }],
    ['SQS', { Records: [{ eventSource: 'aws:sqs', body: '{}' }] }],
    ['EventBridge', { version: '0', 'detail-type': 'a', source: 'b', detail: {} }],
    ['Cognito', { version: '1', triggerSource: 'TokenGeneration_Authentication', request: {}, response: {} }],
    ['CloudFront', { Records: [{ cf: { config: {}, request: { uri: '/', method: 'GET', headers: {} } } }] }],
    ['an IoT authorizer', { token: 'a', signatureVerified: true, protocols: ['http'], protocolData: {} }],
    ['a token authorizer event of another type', { ...samples.tokenAuthorizerEvent, type: 'token' }],
    ['a WebSocket event of another type', { ...samples.connectEvent, requestContext: { eventType: 'PING' } }],
    ['a REST event of another version', { ...samples.restEvent, version: '3.0' }],
  ])('returns unknown for %s', (_, event) => {
    expect(detectEvent(event)).toBe('unknown');
  });
});
