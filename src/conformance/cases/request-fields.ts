import type { HttpField } from '../../http/request.js';
import type { RenderCase } from './render-case.js';

type CaseHeaders = NonNullable<RenderCase['request']>['headers'];

/** Returns the headers of a case about a result as pairs, however the case writes them. */
export function fieldsOfCase(headers: CaseHeaders): readonly HttpField[] {
  if (isList(headers)) return headers;
  return Object.entries(headers ?? {}).flatMap(([name, values]) => [values].flat().map((value) => [name, value] as const));
}

function isList(headers: CaseHeaders): headers is readonly HttpField[] {
  return Array.isArray(headers);
}
