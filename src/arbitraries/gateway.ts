import * as fc from 'fast-check';
import type { Target } from '../aws/target.js';
import type { GatewayAuthorizer } from '../gateway/authorizer.js';
import { checkTarget } from '../gateway/check-gateway.js';
import type { Gateway } from '../gateway/gateway.js';
import type { APIGatewayEventClientCertificate } from '../types/client-certificate.js';

const NAME = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_]{0,7}$/);
const TEXTS = fc.dictionary(NAME, fc.string(), { maxKeys: 3 });

const CLIENT_CERT: APIGatewayEventClientCertificate = {
  clientCertPem: '-----BEGIN CERTIFICATE-----\n…\n-----END CERTIFICATE-----',
  subjectDN: 'CN=client.example',
  issuerDN: 'CN=issuer.example',
  serialNumber: 'a1:b2:c3:d4',
  validity: { notBefore: 'May 28 12:30:02 2025 GMT', notAfter: 'Aug  5 09:36:04 2035 GMT' },
};

const LAMBDA: fc.Arbitrary<GatewayAuthorizer> = fc
  .record({ principalId: NAME, context: fc.option(fc.dictionary(NAME, fc.oneof(fc.string(), fc.integer(), fc.boolean()), { maxKeys: 3 })) })
  .map((lambda) => ({ lambda }));
const COGNITO: fc.Arbitrary<GatewayAuthorizer> = TEXTS.map((claims) => ({ cognito: { claims } }));
const JWT: fc.Arbitrary<GatewayAuthorizer> = fc
  .record({ claims: TEXTS, scopes: fc.option(fc.array(NAME, { minLength: 1, maxLength: 2 })) })
  .map((jwt) => ({ jwt }));
const IAM: fc.Arbitrary<GatewayAuthorizer> = fc.constant({ iam: {} });

const AUTHORIZERS: Readonly<Record<Target, fc.Arbitrary<GatewayAuthorizer>>> = {
  rest: fc.oneof(LAMBDA, COGNITO, IAM),
  'http-1.0': fc.oneof(LAMBDA, JWT, IAM),
  'http-2.0': fc.oneof(LAMBDA, JWT, IAM),
  websocket: LAMBDA,
  'function-url': IAM,
};

const STAGES: Readonly<Record<Target, readonly string[]>> = {
  rest: ['prod', 'dev', 'v1'],
  'http-1.0': ['$default', 'dev'],
  'http-2.0': ['$default', 'dev'],
  websocket: ['prod', 'dev'],
  'function-url': ['$default'],
};

/**
 * Generates settings of a gateway, without a route: stage, authorizer, certificates, keys, clock, and settings that only its target has.
 *
 * @param target the kind of gateway.
 * @throws GatewayError `unknown-target`.
 * @example
 * ```ts
 * import { buildRestEvent, isAPIGatewayProxyEvent } from 'apigw-proxy';
 * import { gateway } from 'apigw-proxy/arbitraries';
 * import * as fc from 'fast-check';
 *
 * fc.assert(fc.property(gateway('rest'), ({ stage }) => isAPIGatewayProxyEvent(buildRestEvent(stage === undefined ? {} : { stage }))));
 * ```
 */
export function gateway<T extends Target>(target: T): fc.Arbitrary<Gateway<T>> {
  checkTarget(target);
  const common = {
    stage: fc.constantFrom(...STAGES[target]),
    authorizer: AUTHORIZERS[target],
    now: fc.integer({ min: 0, max: 4_102_444_800_000 }).map((milliseconds) => () => milliseconds),
  };
  const stageVariables = target === 'function-url' ? {} : { stageVariables: TEXTS };
  const clientCert = target === 'websocket' || target === 'function-url' ? {} : { clientCert: fc.constant(CLIENT_CERT) };
  const apiKey = target === 'rest' || target === 'websocket' ? { apiKey: fc.constant({ id: 'k1', value: 'secret' }) } : {};
  const settings = { ...common, ...stageVariables, ...clientCert, ...apiKey, ...(target === 'rest' ? REST_ONLY : {}) };
  return fc.record<Partial<Gateway>>(settings, { requiredKeys: [] }).map((drawn) => ({ ...drawn, target }));
}

const REST_ONLY = {
  endpointType: fc.constantFrom('EDGE' as const, 'REGIONAL' as const),
  binaryMediaTypes: fc.subarray(['image/png', 'image/*', '*/*', 'application/octet-stream']),
};
