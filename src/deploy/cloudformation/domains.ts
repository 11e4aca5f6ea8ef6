import type { ApiKind } from '../apis/draft.js';
import { referenceOf } from '../functions/function-uri.js';
import { asValue } from '../intrinsics/call.js';
import { textOf } from '../intrinsics/text.js';
import type { KeyRules } from '../reading/keys.js';
import { optional } from '../reading/place.js';
import { findApi, findStage, type Reading, readProperties, resourcesOfType } from '../template/reading.js';
import { readText } from '../template/values.js';

const DOMAIN = {
  DomainName: 'read',
  MutualTlsAuthentication: { optional: 'Clients are not asked for a certificate here.' },
  RoutingMode: { optional: 'Routing rules of a domain have no effect here.' },
  CertificateArn: 'ignore', // the finding about the domain says it
  DomainNameConfigurations: 'ignore',
  EndpointAccessMode: 'ignore',
  EndpointConfiguration: 'ignore',
  OwnershipVerificationCertificateArn: 'ignore',
  Policy: { optional: 'The resource policy of the domain is not evaluated here.' },
  RegionalCertificateArn: 'ignore',
  SecurityPolicy: 'ignore',
  Tags: 'ignore',
} as const satisfies KeyRules;

const DOMAIN_TYPES = ['AWS::ApiGateway::DomainName', 'AWS::ApiGateway::DomainNameV2', 'AWS::ApiGatewayV2::DomainName'];

/** The mappings of both services, under the names of `AWS::ApiGateway::BasePathMapping`. */
const BASE_PATH_MAPPING = {
  DomainName: 'read',
  BasePath: 'read',
  RestApiId: 'read',
  Stage: 'read',
  Id: 'ignore',
} as const satisfies KeyRules;
const BASE_PATH_MAPPING_V2 = { DomainNameArn: 'read', BasePath: 'read', RestApiId: 'read', Stage: 'read' } as const satisfies KeyRules;
const API_MAPPING = { DomainName: 'read', ApiMappingKey: 'read', ApiId: 'read', Stage: 'read' } as const satisfies KeyRules;

/** The finding about a custom domain. */
export const DOMAIN_FINDING = 'The domain has neither DNS nor a certificate here.';

/** Reads custom domains and what they are mapped to. */
export function readDomains(reading: Reading): void {
  const names = readDomainNames(reading);
  for (const resource of resourcesOfType(reading, 'AWS::ApiGateway::BasePathMapping')) {
    const { keys, at, read } = readProperties(resource, BASE_PATH_MAPPING);
    const mapping = { domain: keys.DomainName, api: keys.RestApiId, stage: keys.Stage, basePath: read('BasePath', readText) };
    addMapping(mapping, 'rest', at('RestApiId'), names, reading);
  }
  for (const resource of resourcesOfType(reading, 'AWS::ApiGateway::BasePathMappingV2')) {
    const { keys, at, read } = readProperties(resource, BASE_PATH_MAPPING_V2);
    const mapping = { domain: keys.DomainNameArn, api: keys.RestApiId, stage: keys.Stage, basePath: read('BasePath', readText) };
    addMapping(mapping, 'rest', at('RestApiId'), names, reading);
  }
  for (const resource of resourcesOfType(reading, 'AWS::ApiGatewayV2::ApiMapping')) {
    const { keys, at, read } = readProperties(resource, API_MAPPING);
    const mapping = { domain: keys.DomainName, api: keys.ApiId, stage: keys.Stage, basePath: read('ApiMappingKey', readText) };
    addMapping(mapping, 'http', at('ApiId'), names, reading);
  }
}

interface Mapping {
  readonly domain: unknown;
  readonly api: unknown;
  readonly stage: unknown;
  readonly basePath: string | undefined;
}

function addMapping(
  { domain, api, stage, basePath = '' }: Mapping,
  kind: ApiKind,
  place: Parameters<typeof findApi>[3],
  names: ReadonlyMap<string, string>,
  reading: Reading,
): void {
  const reference = asValue(domain);
  const name = names.get(referenceOf(reference) ?? '') ?? textOf(reference ?? '');
  const draft = findApi(reading, api, kind, place);
  draft.domains.push({ domain: name, basePath: basePath === '(none)' ? '' : basePath, stage: findStage(reading, stage) });
}

function readDomainNames(reading: Reading): ReadonlyMap<string, string> {
  return new Map(
    DOMAIN_TYPES.flatMap((type) => resourcesOfType(reading, type)).map((resource) => {
      optional(resource.place, DOMAIN_FINDING);
      return [resource.id, readProperties(resource, DOMAIN).read('DomainName', readText) ?? resource.id];
    }),
  );
}
