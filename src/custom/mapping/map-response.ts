import { describeValue } from '../../http/describe-value.js';
import { isFieldName, isSafeFieldValue } from '../../http/field-syntax.js';
import type { HttpField } from '../../http/request.js';
import type { IntegrationResponse } from '../integration/custom-integration.js';
import { type CustomIssue, customIssue } from '../integration/custom-issue.js';
import type { Received } from '../integration/received.js';
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

const HEADER = 'method.response.header.';

/** A header of the response, and the setting that it comes from. */
export interface PlacedField {
  readonly field: HttpField;
  readonly path: CustomIssue['path'];
}

/** Maps the headers of a response, in the order of the mappings. Adds an issue for each that has no value, or can't be read. */
export function mapResponse(
  { responseParameters = {} }: IntegrationResponse,
  received: Received,
  scope: MappingScope,
  path: CustomIssue['path'],
  issues: CustomIssue[],
): PlacedField[] {
  const body = createMappedBody(received.payload, scope.meter);
  return Object.entries(responseParameters).flatMap(([parameter, source]) => {
    const place = [...path, 'responseParameters', parameter];
    const name = parameter.startsWith(HEADER) ? parameter.slice(HEADER.length) : '';
    if (!isFieldName(name)) return report('mapping-name-invalid', parameter);
    const value = readSource(source, received, body, scope);
    if (value === UNREADABLE) return report('mapping-not-readable', source);
    if (value === BAD_BODY) return report('output-mapping-failed', source);
    return value === undefined ? report('mapping-without-value', source) : placeField(name, String(value), place, issues);

    function report(code: CustomIssue['code'], found: string): [] {
      issues.push(customIssue(code, place, describeValue(found)));
      return [];
    }
  });
}

/** Makes a header, unless its name is invalid or its value could split the response. */
export function placeField(name: string, value: string, path: CustomIssue['path'], issues: CustomIssue[]): PlacedField[] {
  if (isFieldName(name) && isSafeFieldValue(value)) return [{ field: [name, value], path }];
  const issue = isFieldName(name)
    ? customIssue('unsafe-header-value', path, describeValue(value))
    : customIssue('mapping-name-invalid', path, describeValue(name));
  issues.push(issue);
  return [];
}

function readSource(source: string, { headers }: Received, body: MappedBody, scope: MappingScope): MappedValue {
  const [, part, rest = ''] = /^integration\.response\.(body|header|multivalueheader)((?:\..+)?)$/s.exec(source) ?? [];
  if (part === undefined) return readCommonSource(source, scope);
  if (part === 'body') return readBodySource(rest, body, true, scope.meter);
  // reported [mapping-response-casing]: the case of the name counts.
  return rest === '' ? UNREADABLE : ownValue(headers, rest.slice(1));
}
