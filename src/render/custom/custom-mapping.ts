import { type CustomIssue, customIssue, type IntegrationResponse } from '../../gateway/custom-integration.js';
import { isFieldName, isSafeFieldValue } from '../../http/field-syntax.js';
import type { HttpField } from '../../http/request.js';

const HEADER = 'method.response.header.';
const BODY = 'integration.response.body';

/** The header fields that an integration response maps of the function's output, in the order of its mappings. */
export function headerMappings(
  { responseParameters = {} }: IntegrationResponse,
  output: unknown,
  path: CustomIssue['path'],
  issues: CustomIssue[],
): HttpField[] {
  const fields: HttpField[] = [];
  for (const [parameter, source] of Object.entries(responseParameters)) {
    const place = [...path, 'responseParameters', parameter];
    const name = parameter.slice(HEADER.length);
    const found = parameter.startsWith(HEADER) && isFieldName(name) ? mappedValue(source, output) : undefined;
    if (found === undefined) issues.push(customIssue('mapping-not-readable', place));
    else if (found.value === undefined || !isSafeFieldValue(found.value)) issues.push(customIssue('mapping-without-value', place));
    else fields.push([name, found.value]);
  }
  return fields;
}

/** What a source stands for, `undefined` inside where the output lacks it; `undefined` when the source is none that is known here. */
function mappedValue(source: string, output: unknown): { readonly value: string | undefined } | undefined {
  const text = /^'(.*)'$/s.exec(source)?.[1];
  if (text !== undefined) return { value: text };
  if (source === BODY) return { value: textOf(output) };
  if (!source.startsWith(`${BODY}.`)) return undefined;
  const keys = source
    .slice(BODY.length + 1)
    .split(/[.[\]]+/)
    .filter((key) => key !== '');
  return { value: textOf(keys.reduce(partOf, output)) };
}

// documented: where an error's message is JSON, mappings reach into it.
function partOf(value: unknown, key: string): unknown {
  const holder = typeof value === 'string' ? parsed(value) : value;
  return typeof holder === 'object' && holder !== null && Object.hasOwn(holder, key) ? (holder as Record<string, unknown>)[key] : undefined;
}

/** documented: what is no text becomes JSON. */
function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
