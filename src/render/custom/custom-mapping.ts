import { type CustomIssue, customIssue, type IntegrationResponse } from '../../gateway/custom-integration.js';
import { describeValue } from '../../http/describe-value.js';
import { isFieldName, isSafeFieldValue } from '../../http/field-syntax.js';
import { isObject } from '../../http/is-object.js';
import type { HttpField } from '../../http/request.js';
import { REMAPPED_PREFIX, SPECIAL_HEADERS } from '../targets/special-headers.js';

const HEADER = 'method.response.header.';
const BODY = 'integration.response.body';

/** Maps the function's output to header fields, in the order of the integration response's mappings. */
export function headerMappings(
  { responseParameters = {} }: IntegrationResponse,
  output: unknown,
  path: CustomIssue['path'],
  issues: CustomIssue[],
): HttpField[] {
  const fields: HttpField[] = [];
  const read = createReader(output);
  for (const [parameter, source] of Object.entries(responseParameters)) {
    const report: MappingReport = (code, found, known) =>
      issues.push(customIssue(code, [...path, 'responseParameters', parameter], found, known));
    const name = parameter.slice(HEADER.length);
    const value = read(source);
    if (!parameter.startsWith(HEADER) || !isFieldName(name)) report('mapping-name-invalid', describeValue(parameter));
    else if (value === undefined) report('mapping-not-readable', describeValue(source));
    else if (value === null) report('mapping-without-value', describeValue(source));
    else if (!isSafeFieldValue(value)) report('unsafe-header-value', describeValue(value));
    else {
      const sent = nameToSend(name, report);
      if (sent !== undefined) fields.push([sent, value]);
    }
  }
  return fields;
}

type MappingReport = (code: CustomIssue['code'], found: string, known?: Parameters<typeof customIssue>[3]) => void;

// recorded [rest-hdr-disputed-expect, rest-hdr-disputed-upgrade]: custom integrations remap special headers. A second Content-Length could
// change where the response ends.
function nameToSend(name: string, report: MappingReport): string | undefined {
  const special = SPECIAL_HEADERS.rest.get(name.toLowerCase());
  if (special === undefined || special.fate === 'passed') return name;
  const { evidence, isHarmless } = special;
  const known = { evidence, ...(isHarmless && { severity: 'info' as const }) };
  if (special.fate !== 'remapped') {
    report('header-dropped', name, known);
    return undefined;
  }
  report('header-remapped', REMAPPED_PREFIX + name, known);
  return REMAPPED_PREFIX + name;
}

/**
 * Returns a function that reads the value of a source. It returns `null` if the output has no such value, and `undefined` for a source that
 * is unknown here. Text that is JSON is parsed once for any number of sources.
 */
function createReader(output: unknown): (source: string) => string | null | undefined {
  const parsed = new Map<string, unknown>();
  const parseOnce = (text: string): unknown => {
    if (!parsed.has(text)) parsed.set(text, parseJson(text));
    return parsed.get(text);
  };
  // documented: if the message of an error is JSON, mappings reach into it.
  const partOf = (value: unknown, key: string): unknown => {
    const holder = typeof value === 'string' ? parseOnce(value) : value;
    if (Array.isArray(holder)) return holder[Number(key)];
    return isObject(holder) && Object.hasOwn(holder, key) ? holder[key] : undefined;
  };
  return (source) => {
    const text = /^'(.*)'$/s.exec(source)?.[1];
    if (text !== undefined) return text;
    if (source !== BODY && !source.startsWith(`${BODY}.`)) return undefined;
    const keys = source.slice(BODY.length).split(/[.[\]]+/);
    return textOf(keys.filter((key) => key !== '').reduce(partOf, output)) ?? null;
  };
}

/** documented: a value that isn't a string becomes JSON. */
function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
