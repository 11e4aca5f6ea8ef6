import { dropUndefined } from '../../gateway/drop-undefined.js';
import { describeValue } from '../../http/describe-value.js';
import { isObject } from '../../http/is-object.js';
import type { AuthorizerDraft } from '../apis/draft.js';
import type { DeployedRoute } from '../deployment.js';
import { type KeyRules, readKeys } from '../reading/keys.js';
import { at, optional, type Place, unsupported } from '../reading/place.js';
import { isUnresolved, readList, readString, readStrings } from '../reading/values.js';
import { readAuthorizer } from './authorizer.js';
import { AUTHORIZER, EXTENSION } from './extension-names.js';
import { ruleOfUnknown } from './extension-rules.js';
import type { OpenApiDocument } from './open-api-document.js';
import { listSchemes, type Scheme } from './schemes.js';

/** What a security scheme asks of a client. */
type Requirement =
  | { readonly asks: 'authorizer'; readonly draft: AuthorizerDraft }
  | { readonly asks: 'iam' }
  | { readonly asks: 'api-key' }
  /** Nothing: API Gateway does not know what to enforce. */
  | { readonly asks: 'nothing' }
  /** Nobody knows: the scheme could not be read. */
  | { readonly asks: 'unknown' };

/** The schemes of a document, by name. */
export type Requirements = ReadonlyMap<string, Requirement>;

/** What a route asks of a client. */
export type RouteSecurity = Pick<DeployedRoute, 'authorizer' | 'scopes' | 'apiKeyRequired'>;

const SCHEME = {
  type: 'read',
  name: 'read',
  in: 'read',
  [`${EXTENSION}authtype`]: 'read',
  [AUTHORIZER]: 'read',
  authorizationUrl: 'ignore',
  bearerFormat: 'ignore',
  description: 'ignore',
  flow: 'ignore',
  flows: 'ignore',
  openIdConnectUrl: 'ignore', // the issuer of an authorizer
  scheme: 'ignore',
  scopes: 'ignore',
  tokenUrl: 'ignore',
} as const satisfies KeyRules;

/** Reads the security schemes of a document. */
export function readSchemes(document: OpenApiDocument): Requirements {
  const written = document.authorizers?.map((draft) => [draft.authorizer.name, { asks: 'authorizer', draft }] as const) ?? [];
  const names = new Set(written.map(([name]) => name));
  const own = listSchemes(document).filter(({ name }) => !names.has(name));
  return new Map([...own.map((scheme) => [scheme.name, requirementOf(scheme, document)] as const), ...written]);
}

function requirementOf(scheme: Scheme, document: OpenApiDocument): Requirement {
  if (!isObject(scheme.value)) {
    unsupported(scheme.place, `A security scheme must be an object; got ${describeValue(scheme.value)}.`);
    return { asks: 'unknown' };
  }
  const { type, name, in: place, ...extensions } = readKeys(scheme.value, SCHEME, scheme.place, ruleOfUnknown);
  const authType = extensions[`${EXTENSION}authtype`];
  const header = readString(name, at(scheme.place, 'name')) ?? 'Authorization';
  if (extensions[AUTHORIZER] !== undefined) {
    const draft = readAuthorizer(scheme, header, document);
    return draft === undefined ? { asks: 'unknown' } : { asks: 'authorizer', draft };
  }
  if (typeof authType === 'string' && authType.toLowerCase() === 'awssigv4') return { asks: 'iam' };
  const isKey = type === 'apiKey' && place === 'header' && header.toLowerCase() === 'x-api-key';
  if (isKey && document.kind === 'rest') return { asks: 'api-key' };
  const reason = isKey ? 'HTTP APIs have no API keys.' : 'The scheme has no authorizer.';
  optional(scheme.place, `${reason} API Gateway enforces nothing for it.`);
  return { asks: 'nothing' };
}

/**
 * Reads the `security` of an operation.
 *
 * @returns `undefined` if it is not known what the operation asks. Such a route must not be served as if it were open.
 */
export function readSecurity(value: unknown, schemes: Requirements, place: Place): RouteSecurity | undefined {
  const list = readList(value, place);
  const odd = list.find((entry) => !isObject(entry) || isUnresolved(entry));
  if (odd !== undefined) {
    unsupported(place, `A requirement must be an object; got ${describeValue(odd)}. The route is left out.`);
    return undefined;
  }
  const named = list.flatMap(
    (entry, index) => Object.entries(Object(entry)).map(([name, scopes]) => ({ name, scopes, place: at(place, index, name) })), // `token:` counts, too
  );
  const found = named.map(({ name, scopes, place: inside }) => securityOf(name, scopes, schemes, inside));
  const known = found.filter((security) => security !== undefined);
  if ((value !== undefined && !Array.isArray(value)) || known.length < found.length) return undefined;
  const [authorizer, another] = new Set(known.flatMap((security) => security.authorizer ?? []));
  if (another !== undefined) {
    unsupported(place, `A route has one authorizer; got ${authorizer} and ${another}. The route is left out.`);
    return undefined;
  }
  return dropUndefined({
    authorizer,
    scopes: known.find(({ scopes }) => scopes !== undefined)?.scopes,
    apiKeyRequired: known.find(({ apiKeyRequired }) => apiKeyRequired)?.apiKeyRequired,
  });
}

/** `NONE` without a scheme of that name is what SAM writes for a route without an authorizer. */
function securityOf(name: string, scopes: unknown, schemes: Requirements, place: Place): RouteSecurity | undefined {
  const requirement = schemes.get(name);
  if (requirement === undefined && name === 'NONE') return {};
  switch (requirement?.asks) {
    case 'authorizer': {
      const { type } = requirement.draft.authorizer;
      const names = type === 'jwt' || type === 'cognito' ? readStrings(scopes, place) : undefined;
      return { authorizer: name, ...(names === undefined || names.length === 0 ? {} : { scopes: names }) };
    }
    case 'iam':
      return { authorizer: 'AWS_IAM' };
    case 'api-key':
      return { apiKeyRequired: true };
    case 'nothing':
      return {};
    case 'unknown':
      unsupported(place, `The security scheme ${describeValue(name)} could not be read, so the route is left out.`);
      return undefined;
    default:
      unsupported(place, `The document has no security scheme ${describeValue(name)}, so the route is left out.`);
      return undefined;
  }
}
