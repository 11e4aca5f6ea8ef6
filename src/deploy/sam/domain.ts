import type { ApiDraft } from '../apis/draft.js';
import { DOMAIN_FINDING } from '../cloudformation/domains.js';
import type { KeyRules } from '../reading/keys.js';
import { optional, type Place } from '../reading/place.js';
import { readBoolean } from '../reading/values.js';
import { readFields } from '../template/properties.js';
import { readText, readTexts } from '../template/values.js';

const DOMAIN = {
  DomainName: 'read',
  BasePath: 'read',
  NormalizeBasePath: 'read',
  MutualTlsAuthentication: { optional: 'Clients are not asked for a certificate here.' },
  Policy: { optional: 'The resource policy of the domain is not evaluated here.' },
  AccessAssociation: 'ignore', // the finding about the domain says it
  CertificateArn: 'ignore',
  EndpointAccessMode: 'ignore',
  EndpointConfiguration: 'ignore',
  IpAddressType: 'ignore',
  OwnershipVerificationCertificateArn: 'ignore',
  Route53: 'ignore',
  SecurityPolicy: 'ignore',
} as const satisfies KeyRules;

/**
 * Reads the custom domain of an API: one mapping for each base path, or one without a base path.
 *
 * In a REST API, SAM removes everything but letters and digits from a base path, unless `NormalizeBasePath` is `false`. In other APIs, it
 * removes the slashes at both ends.
 */
export function addDomain(draft: ApiDraft, value: unknown, stage: string, place: Place): void {
  if (value === undefined) return;
  optional(place, DOMAIN_FINDING);
  const { read } = readFields(value, DOMAIN, place);
  const domain = read('DomainName', readText) ?? '';
  const clean = draft.kind === 'rest' ? cleanerOf(read('NormalizeBasePath', readBoolean)) : withoutOuterSlashes;
  for (const basePath of read('BasePath', readTexts) ?? ['']) draft.domains.push({ domain, basePath: clean(basePath), stage });
}

function cleanerOf(isNormalized = true): (basePath: string) => string {
  return isNormalized ? (basePath) => basePath.replaceAll(/[^A-Za-z0-9]/g, '') : (basePath) => basePath;
}

function withoutOuterSlashes(basePath: string): string {
  return basePath.replaceAll(/^\/|\/$/g, '');
}
