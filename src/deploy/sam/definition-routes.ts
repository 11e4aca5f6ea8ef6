import { isObject } from '../../http/is-object.js';
import type { ApiDraft } from '../apis/draft.js';
import { addBody } from '../cloudformation/body.js';
import type { Definition } from './definition.js';
import type { EventRoute } from './event-route.js';
import { namesOf, type SamAuth } from './rest-auth.js';
import { accessOf } from './route-access.js';

const INTEGRATION = 'x-amazon-apigateway-integration';
const ANY_METHOD = 'x-amazon-apigateway-any-method';

/**
 * Adds the routes of the document of an API. SAM writes the authorizers of the API into it. The default one guards the routes that have none.
 *
 * @param events the routes of events. SAM puts their integrations into operations of the document.
 * @param isOverriding whether an event also replaces an integration that is there.
 * @returns the keys of the operations.
 */
export function addDefinition(
  draft: ApiDraft,
  { body, place }: Definition,
  events: readonly EventRoute[],
  isOverriding: boolean,
  auth: SamAuth,
): ReadonlySet<string> {
  const byKey = new Map(events.map((event) => [event.key, event]));
  const documented = new Set<string>();
  addBody(draft, withIntegrations(body, byKey, documented, isOverriding), place, auth.authorizers);
  const known = { ...auth, names: new Set([...auth.names, ...namesOf(draft.authorizers)]) };
  for (const { route, ...rest } of draft.routes.splice(0)) {
    const { authorizer, scopes, apiKeyRequired, ...open } = route;
    draft.routes.push({ route: { ...open, ...accessOf(route.key, { authorizer, scopes, apiKeyRequired }, known, place) }, ...rest });
  }
  return documented;
}

/** Returns a document whose operations have the integrations of events. */
function withIntegrations(body: unknown, events: ReadonlyMap<string, EventRoute>, documented: Set<string>, isOverriding: boolean): unknown {
  if (!isObject(body) || !isObject(body['paths'])) return body;
  const paths = Object.entries(body['paths']).map(([path, item]) => [
    path,
    isObject(item)
      ? Object.fromEntries(
          Object.entries(item).map(([name, operation]) => {
            const key = operationKey(path, name);
            const event = events.get(key);
            documented.add(key);
            return [name, event === undefined ? operation : withIntegration(operation, event, isOverriding)];
          }),
        )
      : item,
  ]);
  return { ...body, paths: Object.fromEntries(paths) };
}

function operationKey(path: string, name: string): string {
  const method = name === ANY_METHOD ? 'ANY' : name.toUpperCase();
  return path === '$default' && method === 'ANY' ? path : `${method} ${path}`;
}

function withIntegration(operation: unknown, event: EventRoute, isOverriding: boolean): unknown {
  const own = isObject(operation) ? operation : {};
  const written = own[INTEGRATION];
  if (event.functionId === undefined) return operation;
  if (isObject(written) && !isOverriding) return { ...own, [INTEGRATION]: { ...written, ...settingsOf(event) } };
  const uri = { $unresolved: `arn:aws:apigateway::lambda:path/2015-03-31/functions/\${${event.functionId}}/invocations` };
  const integration = { type: 'aws_proxy', httpMethod: 'POST', uri, ...(event.kind === 'http' ? { payloadFormatVersion: '2.0' } : {}) };
  const { security, ...others } = own;
  const isGuarded = isOverriding && event.auth.authorizer !== undefined; // what the event says replaces what the document says
  return { ...others, ...(isGuarded ? {} : { security }), [INTEGRATION]: { ...integration, ...settingsOf(event) } };
}

/** What an event says about its integration, in the spelling of the document. */
function settingsOf({ settings: { payloadVersion, timeoutInMillis, streaming } }: EventRoute): Readonly<Record<string, unknown>> {
  return {
    ...(payloadVersion === undefined ? {} : { payloadFormatVersion: payloadVersion }),
    ...(timeoutInMillis === undefined ? {} : { timeoutInMillis }),
    ...(streaming === true ? { responseTransferMode: 'STREAM' } : {}),
  };
}
