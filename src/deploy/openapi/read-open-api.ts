import { dropUndefined } from '../../gateway/drop-undefined.js';
import { isObject } from '../../http/is-object.js';
import type { ApiDraft, ApiSettings, AuthorizerDraft, RouteDraft } from '../apis/draft.js';
import type { DeployedGatewayResponse } from '../deployment.js';
import { type KeyRule, type KeyRules, readKeys } from '../reading/keys.js';
import { at } from '../reading/place.js';
import { REQUESTS_NOT_VALIDATED } from '../reading/rules.js';
import { readNumber, readStrings, readWord } from '../reading/values.js';
import { ENDPOINT, EXTENSION } from './extension-names.js';
import { ruleOfUnknown } from './extension-rules.js';
import type { OpenApiDocument } from './open-api-document.js';
import { readRoutes } from './routes.js';
import { readSchemes } from './security.js';
import { readCors, readEndpoints, readGatewayResponses } from './settings.js';

/** What an OpenAPI document says about an API. */
interface OpenApiDraft {
  readonly routes: readonly RouteDraft[];
  readonly authorizers: readonly AuthorizerDraft[];
  readonly settings: ApiSettings;
  readonly gatewayResponses: ReadonlyMap<string, DeployedGatewayResponse>;
}

const DOCUMENT = {
  swagger: 'ignore', // the kind of the API is known
  openapi: 'ignore',
  info: 'read',
  paths: 'ignore', // read on their own
  components: 'read',
  securityDefinitions: 'ignore',
  security: 'read',
  servers: 'read',
  [ENDPOINT]: 'read',
  basePath: { optional: 'API Gateway ignores the base path on import, unless told otherwise.' },
  host: 'ignore',
  schemes: 'ignore',
  consumes: 'ignore',
  produces: 'ignore',
  definitions: 'ignore',
  parameters: 'ignore',
  responses: 'ignore',
  tags: 'ignore',
  externalDocs: 'ignore',
  webhooks: 'ignore',
  jsonSchemaDialect: 'ignore',
  [`${EXTENSION}cors`]: 'read',
  [`${EXTENSION}binary-media-types`]: 'read',
  [`${EXTENSION}minimum-compression-size`]: 'read',
  [`${EXTENSION}api-key-source`]: 'read',
  [`${EXTENSION}gateway-responses`]: 'read',
  [`${EXTENSION}documentation`]: 'ignore',
  [`${EXTENSION}importexport-version`]: 'ignore',
  [`${EXTENSION}request-validators`]: 'ignore', // a request-validator uses them
  [`${EXTENSION}request-validator`]: REQUESTS_NOT_VALIDATED,
  [`${EXTENSION}policy`]: { optional: 'The resource policy is not applied here.' },
} as const satisfies KeyRules;

const IGNORED: KeyRule = { optional: 'An HTTP API ignores this.' };

/** Extensions that only one kind of API has. */
const FOREIGN: Readonly<Record<OpenApiDocument['kind'], KeyRules>> = {
  rest: { [`${EXTENSION}cors`]: { optional: 'A REST API ignores this.' } },
  http: {
    [`${EXTENSION}binary-media-types`]: IGNORED,
    [`${EXTENSION}minimum-compression-size`]: IGNORED,
    [`${EXTENSION}api-key-source`]: IGNORED,
    [`${EXTENSION}gateway-responses`]: IGNORED,
    [`${EXTENSION}policy`]: IGNORED,
    [`${EXTENSION}request-validator`]: IGNORED,
  },
};

const INFO = {
  title: 'ignore', // see titleOf
  version: 'ignore',
  description: 'ignore',
  summary: 'ignore',
  termsOfService: 'ignore',
  contact: 'ignore',
  license: 'ignore',
  [`${EXTENSION}importexport-version`]: 'ignore',
} as const satisfies KeyRules;

const COMPONENTS = {
  securitySchemes: 'ignore', // read on their own
  schemas: 'ignore',
  responses: 'ignore',
  parameters: 'ignore',
  examples: 'ignore',
  requestBodies: 'ignore',
  headers: 'ignore',
  links: 'ignore',
  callbacks: 'ignore',
  pathItems: 'ignore',
  [`${EXTENSION}integrations`]: 'ignore', // a `$ref` uses them
} as const satisfies KeyRules;

/** Adds what an OpenAPI 2 or 3 document says about an API. What the API has already comes first. */
export function addDocument(draft: ApiDraft, document: OpenApiDocument): void {
  const { routes, authorizers, settings, gatewayResponses } = readOpenApi(document);
  for (const route of routes) draft.routes.push(route);
  for (const authorizer of authorizers) draft.authorizers.push(authorizer);
  draft.settings = { ...settings, ...draft.settings };
  for (const [type, response] of gatewayResponses) draft.gatewayResponses.set(type, response);
}

function readOpenApi(document: OpenApiDocument): OpenApiDraft {
  const { place, root } = document;
  const native = withoutForeign(root, document);
  const keys = readKeys(native, DOCUMENT, place, ruleOfUnknown);
  readKeys(keys.info, INFO, at(place, 'info'), ruleOfUnknown);
  readKeys(keys.components, COMPONENTS, at(place, 'components'), ruleOfUnknown);
  reportRootSecurity(keys.security, document);
  const schemes = readSchemes(document);
  const extension = <Value>(name: Setting, read: Reader<Value>): Value => {
    const key = `${EXTENSION}${name}` as const;
    return read(document.evaluate(keys[key], at(place, key)), at(place, key));
  };
  return {
    routes: readRoutes(document, schemes),
    authorizers: [...schemes.values()].flatMap((scheme) => (scheme.asks === 'authorizer' ? [scheme.draft] : [])),
    settings: {
      ...dropUndefined({
        cors: extension('cors', readCors),
        binaryMediaTypes: extension('binary-media-types', readStrings),
        minimumCompressionSize: extension('minimum-compression-size', readNumber),
        apiKeySource: extension('api-key-source', (value, inside) => readWord(value, ['HEADER', 'AUTHORIZER'], inside)),
      }),
      ...readEndpoints(keys[ENDPOINT], keys.servers, place),
    },
    gatewayResponses: extension('gateway-responses', readGatewayResponses),
  };
}

/** The extensions whose value is a setting of the API. */
type Setting = 'cors' | 'binary-media-types' | 'minimum-compression-size' | 'api-key-source' | 'gateway-responses';

type Reader<Value> = (value: unknown, place: OpenApiDocument['place']) => Value;

/** Returns the document without the extensions of the other kind of API, which are reported. */
function withoutForeign(root: Readonly<Record<string, unknown>>, { kind, place }: OpenApiDocument): Readonly<Record<string, unknown>> {
  const foreign = Object.keys(root).filter((key) => Object.hasOwn(FOREIGN[kind], key));
  readKeys(Object.fromEntries(foreign.map((key) => [key, root[key]])), FOREIGN[kind], place);
  return Object.fromEntries(Object.entries(root).filter(([key]) => !foreign.includes(key)));
}

/**
 * A REST API ignores `security` at the top of the document (github.com/amazon-archives/aws-apigateway-importer/issues/204). It is
 * not known whether an HTTP API does, so its routes might be less open than they look.
 */
function reportRootSecurity(security: unknown, { kind, place }: OpenApiDocument): void {
  if (security === undefined || (Array.isArray(security) && security.length === 0)) return;
  const inside = at(place, 'security');
  if (kind === 'rest') inside.report.optional(inside.path, 'A REST API ignores `security` at the top. Repeat it in each operation.');
  else
    inside.report.unsupported(
      inside.path,
      'It is not known whether an HTTP API applies `security` at the top. Repeat it in each operation.',
    );
}

/** Returns whether a value looks like an OpenAPI document. */
export function isOpenApi(value: unknown): value is Readonly<Record<string, unknown>> {
  return isObject(value) && (value['swagger'] !== undefined || value['openapi'] !== undefined);
}

/** Returns the title of a document, which is the name of its API. */
export function titleOf({ info }: Readonly<Record<string, unknown>>): string | undefined {
  return isObject(info) && typeof info['title'] === 'string' ? info['title'] : undefined;
}
