import { isObject } from '../../http/is-object.js';
import { AUTHORIZER, EXTENSION, INTEGRATION } from './extension-names.js';
import type { OpenApiDocument } from './open-api-document.js';
import { listOperations } from './operations.js';
import { follow } from './reference.js';
import { listSchemes } from './schemes.js';

/** What shows the kind of API in a document. */
export interface Signs {
  readonly rest: readonly string[];
  readonly http: readonly string[];
}

/** Names and values that only documents of HTTP APIs have. */
const HTTP_SIGNS: ReadonlySet<string> = new Set([
  `${EXTENSION}cors`,
  `${EXTENSION}importexport-version`,
  'isDefaultRoute',
  '$default',
  'payloadFormatVersion',
  'integrationSubtype',
  'authorizerPayloadFormatVersion',
  'enableSimpleResponses',
  'jwtConfiguration',
]);

/** Those that only documents of REST APIs have. */
const REST_SIGNS: ReadonlySet<string> = new Set([
  `${EXTENSION}api-key-source`,
  `${EXTENSION}binary-media-types`,
  `${EXTENSION}gateway-responses`,
  `${EXTENSION}minimum-compression-size`,
  `${EXTENSION}policy`,
  `${EXTENSION}request-validator`,
  `${EXTENSION}request-validators`,
  'cacheKeyParameters',
  'cacheNamespace',
  'contentHandling',
  'passthroughBehavior',
  'requestTemplates',
  'responseTransferMode',
  'integration type aws',
  'integration type http',
  'integration type mock',
  'authorizer type token',
  'authorizer type cognito_user_pools',
]);

/** Finds what shows the kind of API. A document can have signs of both kinds, or none. */
export function findSigns(document: Pick<OpenApiDocument, 'root' | 'place'>): Signs {
  const found = new Set<string>([...Object.keys(document.root), ...keysOf(document.root['info'])]);
  for (const { path, operation } of listOperations(document)) {
    const integration = follow(
      { value: isObject(operation.value) ? operation.value[INTEGRATION] : undefined, place: operation.place },
      document,
    );
    addAll(found, [path, ...keysOf(operation.value), ...keysOf(integration.value), ...typeOf('integration', integration.value)]);
  }
  for (const { value } of listSchemes(document)) {
    const authorizer = isObject(value) ? value[AUTHORIZER] : undefined;
    addAll(found, [...keysOf(authorizer), ...typeOf('authorizer', authorizer)]);
  }
  const swagger = document.root['swagger'] === undefined ? [] : ['swagger'];
  return {
    rest: [...swagger, ...[...REST_SIGNS].filter((sign) => found.has(sign))],
    http: [...HTTP_SIGNS].filter((sign) => found.has(sign)),
  };
}

function addAll(set: Set<string>, items: readonly string[]): void {
  for (const item of items) set.add(item);
}

function keysOf(value: unknown): readonly string[] {
  return isObject(value) ? Object.keys(value) : [];
}

function typeOf(what: string, value: unknown): readonly string[] {
  return isObject(value) && typeof value['type'] === 'string' ? [`${what} type ${value['type'].toLowerCase()}`] : [];
}
