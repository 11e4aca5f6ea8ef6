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
export function accessOf(own: RouteAuth, auth: SamAuth, place: Place): Pick<DeployedRoute, 'authorizer' | 'scopes' | 'apiKeyRequired'> {
  const name = own.authorizer ?? auth.defaultAuthorizer;
  const authorizer = name === 'NONE' ? undefined : name;
  if (authorizer === 'AWS_IAM') optional(place, IAM_FINDING);
  else if (authorizer !== undefined && !auth.authorizers.some((known) => known.authorizer.name === authorizer)) {
    unsupported(place, `The API has no authorizer \`${authorizer}\`. The route answers 401 until you say who calls.`);
  }
  const isKeyed = own.apiKeyRequired ?? auth.apiKeyRequired;
  return dropUndefined({
    authorizer,
    scopes: authorizer === undefined ? undefined : (own.scopes ?? auth.scopes.get(authorizer)),
    apiKeyRequired: isKeyed === true ? (true as const) : undefined,
  });
}
