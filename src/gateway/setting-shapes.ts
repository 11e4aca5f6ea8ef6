import type { Shape, Shapes } from './check-shape.js';
import type { API_SETTINGS, REQUEST_SETTINGS } from './setting-names.js';

/** The certificate of mutual TLS. */
export const CLIENT_CERT: Shape = {
  example: 'the certificate as events hold it',
  fields: {
    clientCertPem: { is: 'string', example: "'-----BEGIN CERTIFICATE-----…'", required: true },
    subjectDN: { is: 'string', example: "'CN=client.example'", required: true },
    issuerDN: { is: 'string', example: "'CN=issuer.example'", required: true },
    serialNumber: { is: 'string', example: "'a1:b2'", required: true },
    validity: {
      example: "{ notBefore: 'Jan  2 03:04:05 2026 GMT', notAfter: 'Jan  2 03:04:05 2036 GMT' }",
      required: true,
      fields: {
        notBefore: { is: 'string', example: "'Jan  2 03:04:05 2026 GMT'", required: true },
        notAfter: { is: 'string', example: "'Jan  2 03:04:05 2036 GMT'", required: true },
      },
    },
  },
};

const STAGE: Shape = { is: 'stage', example: "a stage name such as 'prod'" };
const DOMAIN_NAME: Shape = { is: 'name', example: "a host name such as 'abc.execute-api.us-east-1.amazonaws.com'" };
const CUSTOM_DOMAIN: Shape = {
  example: "{ domainName: 'api.example.com' }",
  fields: {
    domainName: { is: 'name', example: "a host name such as 'api.example.com'", required: true },
    basePath: { is: 'string', example: "a path such as 'orders/v1'" },
    stripBasePath: { is: 'boolean', example: 'true or false' },
    stageInPath: { is: 'boolean', example: 'true or false' },
    stageInRawPath: { is: 'boolean', example: 'true or false' },
  },
};
const TEST_INVOKE: Shape = { is: 'boolean', example: 'true or false' };
const API_ID: Shape = { is: 'name', example: "an id such as 'a1b2c3d4e5'" };
const ACCOUNT_ID: Shape = { is: 'name', example: "twelve digits such as '123456789012'" };
const REGION: Shape = { is: 'name', example: "a region such as 'eu-west-1'" };

/** The shapes of the settings that determine the endpoint and its URL. */
export const ENDPOINT_SHAPES: Shapes = {
  stage: STAGE,
  domainName: DOMAIN_NAME,
  customDomain: CUSTOM_DOMAIN,
  testInvoke: TEST_INVOKE,
  apiId: API_ID,
  accountId: ACCOUNT_ID,
  region: REGION,
};

/**
 * The shape of every setting of a gateway, except `target` and `authorizer`. The compiler keeps the table equal to the names of the
 * settings.
 */
export const SETTING_SHAPES: Readonly<Record<Exclude<keyof typeof API_SETTINGS | keyof typeof REQUEST_SETTINGS, 'authorizer'>, Shape>> = {
  stage: STAGE,
  route: { is: 'string', example: "a route such as 'GET /users/{id}'" },
  stageVariables: { is: 'strings by name', example: "an object such as { table: 'users' }" },
  binaryMediaTypes: { is: 'strings', example: "media types such as ['image/*']" },
  minimumCompressionSize: { is: 'count', orNull: true, example: 'a number of bytes such as 1024, or null for no compression' },
  inflate: { is: 'function', example: 'a function that inflates gzip and deflate' },
  cors: {
    orNull: true,
    example: "a configuration such as { allowOrigins: ['*'] }",
    fields: {
      allowOrigins: { is: 'strings', example: "['https://example.com']" },
      allowMethods: { is: 'strings', example: "['GET', 'POST']" },
      allowHeaders: { is: 'strings', example: "['content-type']" },
      exposeHeaders: { is: 'strings', example: "['x-request-id']" },
      allowCredentials: { is: 'boolean', example: 'true or false' },
      maxAge: { is: 'number', example: 'a number of seconds such as 300' },
    },
  },
  gatewayResponses: { is: 'object', example: "{ DEFAULT_5XX: { statusCode: '500' } }" },
  responseTransferMode: { oneOf: ['BUFFERED', 'STREAM'] },
  invokeMode: { oneOf: ['BUFFERED', 'RESPONSE_STREAM'] },
  routeResponse: { is: 'boolean', example: 'true or false' },
  identitySource: { is: 'strings', example: "an array such as ['$request.header.Authorization']" },
  apiKey: {
    example: "{ id: 'k1', value: 'secret' }",
    fields: {
      id: { is: 'string', example: "the id of the key, such as 'k1e2y3i4d5'", required: true },
      value: { is: 'string', example: "the value of the key, such as 'secret'", required: true },
    },
  },
  clientCert: CLIENT_CERT,
  domainName: DOMAIN_NAME,
  customDomain: CUSTOM_DOMAIN,
  endpointType: { oneOf: ['EDGE', 'REGIONAL', 'PRIVATE'] },
  cloudFront: {
    example: "an object such as { viewerCountry: 'DE' }",
    fields: {
      viewerCountry: { is: 'string', example: "'DE'" },
      viewerAsn: { is: 'string', example: "'16509'" },
      device: { oneOf: ['desktop', 'mobile', 'smarttv', 'tablet'] },
      edgeIp: { is: 'string', example: "'198.51.100.7'" },
      edgeId: { is: 'string', example: "'0a1b2c3d'" },
      requestId: { is: 'string', example: "'Xf1A2b3C4d=='" },
    },
  },
  vpc: {
    example: "{ vpcId: 'vpc-0a1b', vpceId: 'vpce-0a1b' }",
    fields: {
      vpcId: { is: 'string', example: "'vpc-0a1b'", required: true },
      vpceId: { is: 'string', example: "'vpce-0a1b'", required: true },
    },
  },
  testInvoke: TEST_INVOKE,
  apiId: API_ID,
  accountId: ACCOUNT_ID,
  region: REGION,
  deploymentId: { is: 'string', example: "an id such as 'd1e2f3'" },
  resourceId: { is: 'string', example: "an id such as 'r1s2t3'" },
  operationName: { is: 'string', example: "a name such as 'getUser'" },
  connectedAt: { is: 'number', example: 'milliseconds since the Unix epoch, such as Date.now()' },
  close: {
    example: "{ code: 1001, reason: 'Going away' }",
    fields: {
      code: { is: 'count', example: 'a close code such as 1001', required: true },
      reason: { is: 'string', example: "a reason such as 'Going away'" },
    },
  },
  now: { is: 'function', example: 'a function that returns milliseconds since the Unix epoch, such as Date.now' },
  ids: {
    example: "an object such as { requestId: 'Xr1=' }",
    fields: {
      requestId: { is: 'string', example: "'Xr1A2b3C4d5E6fG='" },
      extendedRequestId: { is: 'string', example: "'Xr1A2b3C4d5E6fG='" },
      traceId: { is: 'string', example: "'Root=1-695735a5-0a1b2c3d4e5f60718293a4b5'" },
      connectionId: { is: 'string', example: "'Xc1A2b3C4d5E6fG='" },
      messageId: { is: 'string', example: "'Xm1A2b3C4d5E6fG='" },
    },
  },
};
