import type {
  DeployedApi,
  DeployedAuthorizer,
  DeployedDomain,
  DeployedGatewayResponse,
  DeployedRoute,
  DeployedStage,
} from '../deployment.js';
import type { Place } from '../reading/place.js';

/** The kind of an API. Which payload version an HTTP API has is known when all of its routes are. */
export type ApiKind = 'rest' | 'http' | 'websocket' | 'function-url';

/** A route that is being read. */
export interface RouteDraft {
  readonly route: DeployedRoute;
  /** The function that answers: its name, or the placeholder of its resource. */
  readonly functionName?: string | undefined;
  /** Where the integration is. */
  readonly place: Place;
}

/** An authorizer that is being read. */
export interface AuthorizerDraft {
  readonly authorizer: DeployedAuthorizer;
  readonly functionName?: string | undefined;
  readonly place: Place;
}

/** What stands beside the routes and stages of an API. */
export type ApiSettings = Pick<
  DeployedApi,
  | 'cors'
  | 'binaryMediaTypes'
  | 'minimumCompressionSize'
  | 'apiKeySource'
  | 'endpointType'
  | 'disableExecuteApiEndpoint'
  | 'routeSelectionExpression'
  | 'authType'
  | 'imported'
>;

/** An API that is being read. Other resources of the file add to it. */
export interface ApiDraft {
  readonly kind: ApiKind;
  readonly id: string;
  readonly name: string;
  readonly place: Place;
  settings: ApiSettings;
  readonly routes: RouteDraft[];
  readonly authorizers: AuthorizerDraft[];
  readonly stages: DeployedStage[];
  readonly gatewayResponses: Map<string, DeployedGatewayResponse>;
  readonly domains: DeployedDomain[];
}

/** Creates an API without routes. */
export function createDraft(kind: ApiKind, id: string, name: string, place: Place, settings: ApiSettings = {}): ApiDraft {
  return { kind, id, name, place, settings, routes: [], authorizers: [], stages: [], gatewayResponses: new Map(), domains: [] };
}

/** Adds authorizers that an API doesn't have yet. A document that uses one of them has added it. */
export function addAuthorizers(draft: ApiDraft, authorizers: readonly AuthorizerDraft[]): void {
  const known = new Set(draft.authorizers);
  for (const authorizer of authorizers) if (!known.has(authorizer)) draft.authorizers.push(authorizer);
}
