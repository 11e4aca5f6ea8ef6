import { setOwn } from '../../events/request/maps.js';
import { describeValue } from '../../http/describe-value.js';
import type { TemplateIntegration } from '../integration/custom-integration.js';
import { type CustomIssue, customIssue } from '../integration/custom-issue.js';
import type { IntegrationRequest } from '../integration/integration-request.js';
import type { RequestParts } from '../variables/parameters.js';
import {
  BAD_BODY,
  createMappedBody,
  type MappedBody,
  type MappedValue,
  type MappingScope,
  ownValue,
  readBodySource,
  readCommonSource,
  UNREADABLE,
} from './source.js';

const LOCATIONS = { header: 'headers', querystring: 'query', path: 'path' } as const;

function isLocation(text: string | undefined): text is keyof typeof LOCATIONS {
  return text !== undefined && Object.hasOwn(LOCATIONS, text);
}

type Parameters = { [Part in keyof IntegrationRequest]: Record<string, string | readonly string[]> };

/** Maps the parameters of a request. Adds an issue for each mapping that has no value, or can't be read. */
export function mapRequest(
  { requestParameters = {} }: Omit<TemplateIntegration, 'responses'>,
  parts: RequestParts,
  body: string,
  scope: MappingScope,
  issues: CustomIssue[],
): IntegrationRequest {
  const mappedBody = createMappedBody(body, scope.meter);
  const mapped: Parameters = { headers: {}, query: {}, path: {} };
  for (const [parameter, source] of Object.entries(requestParameters)) {
    const report = (code: CustomIssue['code'], found: string): unknown =>
      issues.push(customIssue(code, ['requestParameters', parameter], describeValue(found)));
    const [, location, name = ''] = /^integration\.request\.(header|querystring|path)\.(.+)$/.exec(parameter) ?? [];
    if (!isLocation(location)) {
      report('mapping-name-invalid', parameter);
      continue;
    }
    const value = readSource(source, parts, mappedBody, scope);
    if (value === UNREADABLE) report('mapping-not-readable', source);
    else if (value === BAD_BODY) report('body-mapping-failed', source);
    else if (value === undefined) report('mapping-without-value', source);
    else setOwn(mapped[LOCATIONS[location]], name, value);
  }
  return flatten(mapped);
}

function readSource(source: string, parts: RequestParts, body: MappedBody, scope: MappingScope): MappedValue {
  const [, part, rest = ''] =
    /^method\.request\.(body|path|querystring|multivaluequerystring|header|multivalueheader)((?:\..+)?)$/s.exec(source) ?? [];
  if (part === undefined) return readCommonSource(source, scope);
  if (part === 'body') return readBodySource(rest, body, false, scope.meter);
  const name = rest.slice(1);
  if (name === '') return UNREADABLE;
  const { path, querystring, header } = parts.parameters;
  switch (part) {
    case 'path':
      return ownValue(path, name);
    case 'querystring':
      return ownValue(querystring, name);
    case 'header':
      return ownValue(header, name);
    case 'multivalueheader':
      return parts.headers.find(([known]) => known === name)?.[1].join(',');
    default: {
      const values = parts.query.find(([known]) => known === name)?.[1];
      return values?.length === 1 ? values[0] : values;
    }
  }
}

function flatten({ headers, query, path }: Parameters): IntegrationRequest {
  const joinValues = (record: Record<string, string | readonly string[]>): Record<string, string> =>
    Object.fromEntries(Object.entries(record).map(([name, value]) => [name, typeof value === 'string' ? value : value.join(',')]));
  return { headers: joinValues(headers), query, path: joinValues(path) };
}

// recorded [request-header-mapping-forbidden-authorization, request-header-mapping-forbidden-content-length]: these fail the request, whatever
// they are set to.
const FORBIDDEN = new Set(['authorization', 'connection', 'content-length', 'expect', 'proxy-authenticate', 'te', 'transfer-encoding']);

/** The first header that must not be set. */
export function forbiddenHeader({ headers }: IntegrationRequest): string | undefined {
  return Object.keys(headers).find((name) => FORBIDDEN.has(name.toLowerCase()));
}
