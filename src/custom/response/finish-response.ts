import { JSON_TYPE } from '../../aws/media-types.js';
import type { Parts } from '../../render/compose.js';
import { type CustomIssue, customIssue } from '../integration/custom-issue.js';
import { MAPPING_FAILURES } from '../integration/failure-codes.js';
import type { Received } from '../integration/received.js';
import { emptyMap, getText, isObject, type JavaMap, type Value } from '../java/value.js';
import { mapResponse, type PlacedField, placeField } from '../mapping/map-response.js';
import { type Meter, startMeter, TemplateFailure } from '../meter.js';
import { type Content, contentBytes } from '../template/content.js';
import { overriddenParameters } from '../variables/overrides.js';
import type { RequestVariables } from '../variables/request-variables.js';
import { remap } from './remap.js';
import type { Selected } from './select-response.js';

/** A response of an integration, before the gateway adds its own fields. */
export type ResponseParts = Pick<Parts, 'status' | 'type' | 'fields' | 'body'>;

/**
 * Maps headers, and applies what the templates override.
 *
 * @param template path of the template that made the body; `undefined` if none did.
 * @returns `undefined` if an issue prevents the response.
 */
export function finishResponse(
  { response, path }: Selected,
  received: Received,
  body: Content,
  template: CustomIssue['path'] | undefined,
  variables: RequestVariables,
  issues: CustomIssue[],
): ResponseParts | undefined {
  const meter = startMeter(() => undefined);
  try {
    const isContextUsed = response.responseParameters !== undefined || template !== undefined || variables.hasOverrides;
    // Without a use, the path of the request may lead nowhere.
    const context = isContextUsed ? variables.context() : emptyMap();
    const { stageVariables } = variables;
    const mapped = mapResponse(response, received, { context, stageVariables, meter }, path, issues);
    const override = getText(context, 'responseOverride');
    if (!isObject(override) || override.kind !== 'map') return partsOf(response.statusCode, mapped, body, issues);
    const place = template ?? path;
    const fields = withOverrides(mapped, override, place, meter, issues);
    return partsOf(statusOf(getText(override, 'status'), place, issues) ?? response.statusCode, fields, body, issues);
  } catch (error) {
    if (!(error instanceof TemplateFailure)) throw error;
    issues.push(customIssue(MAPPING_FAILURES[error.reason], [...path, 'responseParameters'], error.message));
    return undefined;
  }
}

function partsOf(status: number, fields: readonly PlacedField[], body: Content, issues: CustomIssue[]): ResponseParts {
  const type = fields.filter(({ field: [name] }) => name.toLowerCase() === 'content-type');
  const others = fields.filter((field) => !type.includes(field));
  return {
    status,
    // documented: without a mapping, the output is JSON.
    type: type.length > 0 ? type.map(({ field }) => field) : [['Content-Type', JSON_TYPE]],
    fields: remap(others, issues),
    body: contentBytes(body),
  };
}

// documented: an override takes the place of a mapping.
function withOverrides(
  mapped: readonly PlacedField[],
  override: JavaMap,
  place: CustomIssue['path'],
  meter: Meter,
  issues: CustomIssue[],
): PlacedField[] {
  const headers = overriddenParameters(override, 'header', meter);
  const names = new Set(headers.map(([name]) => name.toLowerCase()));
  const kept = mapped.filter(({ field: [name] }) => !names.has(name.toLowerCase()));
  return [...kept, ...headers.flatMap(([name, value]) => placeField(name, value, place, issues))];
}

// recorded [override-status-202, override-status-400]: an integer. reported [issue-override-status-text]: a string has no effect.
function statusOf(status: Value, place: CustomIssue['path'], issues: CustomIssue[]): number | undefined {
  if (status === null) return undefined;
  if (typeof status === 'number' && status >= 100 && status <= 599) return status;
  issues.push(customIssue('override-ignored', place, describeStatus(status)));
  return undefined;
}

function describeStatus(status: Exclude<Value, null>): string {
  if (typeof status === 'string') return `the string ${JSON.stringify(status.slice(0, 80))}`;
  return typeof status === 'number' ? String(status) : 'a value of another type';
}
