import { dropUndefined } from '../../gateway/drop-undefined.js';
import { IAM_FINDING } from '../cloudformation/rest-methods.js';
import type { DeployedRoute } from '../deployment.js';
import { optional, type Place, unsupported } from '../reading/place.js';
import type { SamAuth } from './rest-auth.js';

/** What a route says about who may call it. */
export interface RouteAuth {
  /** The name of an authorizer, `AWS_IAM` or `NONE`. Absent: the default of the API. */
  readonly authorizer?: string | undefined;
  readonly scopes?: readonly string[] | undefined;
  readonly apiKeyRequired?: boolean | undefined;
  /** Whether it also counts for a route of the API's document. */
  readonly isOverriding?: boolean;
}

/**
 * Returns who may call a route: what the route says, or else what the API says. `NONE` lifts the default authorizer.
 *
 * A name that no authorizer has is reported, and the route keeps it, so that it stays closed.
 */
export function accessOf(
  key: string,
  own: RouteAuth,
  api: SamAuth,
  place: Place,
): Pick<DeployedRoute, 'authorizer' | 'scopes' | 'apiKeyRequired'> {
  const { defaultAuthorizer, apiKeyRequired } = key.startsWith('OPTIONS ') ? preflightDefaults(api) : api;
  const name = own.authorizer ?? defaultAuthorizer;
  const authorizer = name === 'NONE' ? undefined : name;
  if (authorizer !== undefined) reportAuthorizer(authorizer, api, place);
  const scopes = authorizer === undefined ? undefined : (own.scopes ?? api.scopes.get(authorizer));
  return dropUndefined({
    authorizer,
    scopes: scopes?.length === 0 ? undefined : scopes,
    apiKeyRequired: (own.apiKeyRequired ?? apiKeyRequired) === true ? (true as const) : undefined,
  });
}

/** What the API asks of a preflight request. */
export function preflightDefaults({
  defaultAuthorizer,
  apiKeyRequired,
  preflight,
}: SamAuth): Pick<SamAuth, 'defaultAuthorizer' | 'apiKeyRequired'> {
  return {
    defaultAuthorizer: preflight.authorizer ? defaultAuthorizer : undefined,
    apiKeyRequired: preflight.apiKey ? apiKeyRequired : undefined,
  };
}

function reportAuthorizer(name: string, { names }: SamAuth, place: Place): void {
  if (names.has(name)) return;
  if (name === 'AWS_IAM') optional(place, IAM_FINDING);
  else unsupported(place, `The API has no authorizer \`${name}\`. The route answers 401.`);
}
