import type { RouteDraft } from '../apis/draft.js';
import { type KeyRules, readKeys } from '../reading/keys.js';
import { at, type Place, unsupported } from '../reading/place.js';
import { REQUESTS_NOT_VALIDATED } from '../reading/rules.js';
import { isUnreadable } from '../template/guards.js';
import { EXTENSION, INTEGRATION } from './extension-names.js';
import { ruleOfUnknown } from './extension-rules.js';
import { readIntegration } from './integration.js';
import type { Located, OpenApiDocument } from './open-api-document.js';
import { listOperations, type Operation } from './operations.js';
import { follow } from './reference.js';
import { type Requirements, type RouteSecurity, readSecurity } from './security.js';

const OPERATION = {
  security: 'read',
  [INTEGRATION]: 'read',
  [`${EXTENSION}auth`]: 'read',
  [`${EXTENSION}request-validator`]: REQUESTS_NOT_VALIDATED,
  isDefaultRoute: 'read',
  callbacks: 'ignore',
  consumes: 'ignore',
  deprecated: 'ignore',
  description: 'ignore',
  externalDocs: 'ignore',
  operationId: 'ignore',
  parameters: 'ignore',
  produces: 'ignore',
  requestBody: 'ignore',
  responses: 'ignore',
  schemes: 'ignore',
  servers: 'ignore',
  summary: 'ignore',
  tags: 'ignore',
} as const satisfies KeyRules;

const AUTH = { type: 'read' } as const satisfies KeyRules;

/** Reads the routes of a document. One that must not be served as it was read is left out, and reported. */
export function readRoutes(document: OpenApiDocument, schemes: Requirements): readonly RouteDraft[] {
  return listOperations(document).flatMap((operation) => readRoute(operation, document, schemes) ?? []);
}

function readRoute({ path, method, operation }: Operation, document: OpenApiDocument, schemes: Requirements): RouteDraft | undefined {
  const { place } = operation;
  const keys = readKeys(operation.value, OPERATION, place, ruleOfUnknown);
  const key = keys.isDefaultRoute === true && document.kind === 'http' ? '$default' : routeKeyOf(path, method, document.kind);
  const security = withAuth(
    readSecurity(keys.security, schemes, at(place, 'security')),
    keys[`${EXTENSION}auth`],
    at(place, `${EXTENSION}auth`),
  );
  if (key === undefined) unsupported(place, `API Gateway has no route ${method} ${path}.`);
  const integration = follow({ value: keys[INTEGRATION], place: at(place, INTEGRATION) }, document);
  if (key === undefined || security === undefined) return undefined;
  return withIntegration(key, security, integration, place, document);
}

function routeKeyOf(path: string, method: string, kind: OpenApiDocument['kind']): string | undefined {
  if (path.startsWith('/')) return `${method} ${path}`;
  return kind === 'http' && path === '$default' && method === 'ANY' ? '$default' : undefined;
}

/** `x-amazon-apigateway-auth` asks for signed requests without a security scheme. */
function withAuth(security: RouteSecurity | undefined, auth: unknown, place: Place): RouteSecurity | undefined {
  const { type } = readKeys(auth, AUTH, place, ruleOfUnknown);
  if (isUnreadable(auth)) return undefined;
  if (type === undefined || security?.authorizer !== undefined || security === undefined) return security;
  if (type === 'AWS_IAM') return { ...security, authorizer: 'AWS_IAM' };
  if (type === 'NONE') return security;
  unsupported(at(place, 'type'), `The type ${JSON.stringify(type)} needs an authorizer in \`security\`, so the route is left out.`);
  return undefined;
}

/**
 * A REST API with a method without an integration cannot be deployed (github.com/hashicorp/terraform-provider-aws/issues/21210). On an HTTP
 * API, such a route has nothing that answers.
 */
function withIntegration(
  key: string,
  security: RouteSecurity,
  integration: Located,
  place: Place,
  document: OpenApiDocument,
): RouteDraft | undefined {
  if (integration.value === undefined) {
    const effect = document.kind === 'rest' ? 'API Gateway refuses to deploy it' : 'the route answers nothing';
    unsupported(place, `The operation has no \`${INTEGRATION}\`, so ${effect}.`);
    return undefined;
  }
  const read = readIntegration(integration, place, document);
  return read && { route: { key, ...read.route, ...security }, functionName: read.functionName, place };
}
