import { type KeyRules, readEntries, readKeys } from '../../reading/keys.js';
import { at, type Place, unsupported } from '../../reading/place.js';
import { readList } from '../../reading/values.js';
import type { Service } from '../service/service.js';
import { functionArn, invocationUri } from './function-arn.js';
import type { Resource } from './stack.js';

const AUTHORIZER = {
  type: 'read',
  name: 'read',
  identitySource: 'read',
  issuerUrl: 'read',
  audience: 'read',
  functionName: 'read',
  functionArn: 'read',
  resultTtlInSeconds: 'read',
  enableSimpleResponses: 'read',
  payloadVersion: 'read',
  managedExternally: 'ignore', // who gives API Gateway the permission
} as const satisfies KeyRules;

/** An authorizer of the HTTP API. */
export interface HttpApiAuthorizer {
  readonly isJwt: boolean;
  /** As CloudFormation writes them. */
  readonly properties: Resource;
  readonly place: Place;
}

/** Reads `provider.httpApi.authorizers`, by name. */
export function readHttpApiAuthorizers({ httpApi, functions, place }: Service): ReadonlyMap<string, HttpApiAuthorizer> {
  const inside = at(place, 'provider', 'httpApi', 'authorizers');
  return new Map(
    readEntries(httpApi.authorizers, inside).map(([name, written]) => {
      const own = at(inside, name);
      const keys = readKeys(written, AUTHORIZER, own);
      const isJwt = keys.type !== 'request';
      const isKnown = keys.functionArn !== undefined || functions.some((fn) => fn.name === keys.functionName);
      if (!isJwt && !isKnown) unsupported(own, `The service has no function ${JSON.stringify(keys.functionName)}.`);
      const shared = { Name: keys.name ?? name, IdentitySource: listOf(keys.identitySource, own) };
      return [name, { isJwt, properties: { ...shared, ...(isJwt ? jwtPart(keys, own) : requestPart(keys)) }, place: own }];
    }),
  );
}

function jwtPart({ issuerUrl, audience }: { readonly issuerUrl: unknown; readonly audience: unknown }, place: Place): Resource {
  return { AuthorizerType: 'JWT', JwtConfiguration: { Issuer: issuerUrl, Audience: listOf(audience, at(place, 'audience')) } };
}

function requestPart(
  keys: Readonly<Record<'functionArn' | 'functionName' | 'payloadVersion' | 'enableSimpleResponses' | 'resultTtlInSeconds', unknown>>,
): Resource {
  return {
    AuthorizerType: 'REQUEST',
    AuthorizerUri: invocationUri(keys.functionArn ?? functionArn(String(keys.functionName))),
    AuthorizerPayloadFormatVersion: keys.payloadVersion ?? '2.0',
    ...(keys.enableSimpleResponses === undefined ? {} : { EnableSimpleResponses: keys.enableSimpleResponses }),
    ...(keys.resultTtlInSeconds === undefined ? {} : { AuthorizerResultTtlInSeconds: keys.resultTtlInSeconds }),
  };
}

/** A value alone is an array of one. Without sources, the property is absent. */
function listOf(value: unknown, place: Place): unknown {
  if (value === undefined) return undefined;
  const list = Array.isArray(value) ? readList(value, place) : [value];
  return list.length === 0 ? undefined : list;
}
