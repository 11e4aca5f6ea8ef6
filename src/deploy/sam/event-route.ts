import type { ApiDraft, RouteDraft } from '../apis/draft.js';
import type { DeployedRoute } from '../deployment.js';
import { type Place, unsupported } from '../reading/place.js';
import type { SamAuth } from './rest-auth.js';
import { accessOf, type RouteAuth } from './route-access.js';

/** The route of an event. */
export interface EventRoute {
  /** The API that the event refers to, or the implicit one. */
  readonly apiId: string;
  readonly kind: 'rest' | 'http';
  readonly key: string;
  readonly settings: Pick<DeployedRoute, 'payloadVersion' | 'timeoutInMillis' | 'streaming'>;
  /** What the event says about who may call the route. */
  readonly auth: RouteAuth;
  readonly authPlace: Place;
  /** The function that the route calls. `undefined`: it starts a state machine. */
  readonly functionId: string | undefined;
  /** Where the event is. */
  readonly place: Place;
}

/** Groups the routes of events by their API. */
export function groupByApi(routes: readonly EventRoute[]): ReadonlyMap<string, readonly EventRoute[]> {
  const groups = new Map<string, EventRoute[]>();
  for (const route of routes) {
    const group = groups.get(route.apiId);
    if (group === undefined) groups.set(route.apiId, [route]);
    else group.push(route);
  }
  return groups;
}

/**
 * Adds the routes of events to their API.
 *
 * @param documented the keys of the operations of its document. An event only changes who may call their routes.
 */
export function addEventRoutes(draft: ApiDraft, events: readonly EventRoute[], documented: ReadonlySet<string>, auth: SamAuth): void {
  const known = new Set<string>();
  const indexes = new Map(draft.routes.map(({ route }, index) => [route.key, index]));
  for (const event of events) {
    if (known.has(event.key)) unsupported(event.place, `The API has the route \`${event.key}\` already, so SAM refuses the template.`);
    else if (documented.has(event.key)) guardRoute(draft, indexes.get(event.key) ?? -1, event, auth);
    else draft.routes.push(event.functionId === undefined ? stateMachineRoute(event, auth) : functionRoute(event, event.functionId, auth));
    known.add(event.key);
  }
}

function functionRoute({ kind, key, settings, auth, authPlace, place }: EventRoute, functionId: string, api: SamAuth): RouteDraft {
  const version = kind === 'http' ? { payloadVersion: '2.0' as const } : {};
  const route = { key, integration: 'proxy', ...version, ...settings, ...accessOf(key, auth, api, authPlace) } as const;
  return { route, functionName: `\${${functionId}}`, place };
}

function stateMachineRoute({ key, settings, auth, authPlace, place }: EventRoute, api: SamAuth): RouteDraft {
  unsupported(place, 'The route starts a state machine of Step Functions, which does not run here.');
  const { payloadVersion: _, ...others } = settings;
  return { route: { key, integration: 'aws-service', ...others, ...accessOf(key, auth, api, authPlace) }, place };
}

/** Puts the access that an event asks for onto a route of the document. */
function guardRoute({ routes }: ApiDraft, index: number, { key, auth, authPlace }: EventRoute, api: SamAuth): void {
  const draft = routes[index];
  if (draft === undefined || (auth.authorizer === undefined && auth.apiKeyRequired === undefined)) return;
  const { authorizer, scopes, apiKeyRequired, ...open } = draft.route;
  const own = auth.authorizer === undefined ? { authorizer, scopes } : auth;
  const access = accessOf(key, { ...own, apiKeyRequired: auth.apiKeyRequired ?? apiKeyRequired }, api, authPlace);
  routes[index] = { ...draft, route: { ...open, ...access } };
}
