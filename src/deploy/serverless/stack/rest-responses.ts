import { isObject } from '../../../http/is-object.js';
import { type KeyRules, readEntries, readKeys } from '../../reading/keys.js';
import { at, type Place } from '../../reading/place.js';
import { readStringMap } from '../../reading/values.js';
import type { HttpEvent } from './http-event.js';
import type { Resource } from './stack.js';

const STATUS_CODE = { headers: 'read', pattern: 'read', template: 'read' } as const satisfies KeyRules;

/** The statuses of a function's errors: those whose message contains `[404]`. A time-out is 504, and a crash is 500. */
const DEFAULT_STATUS_CODES: Readonly<Record<string, { readonly pattern: string }>> = {
  200: { pattern: '' },
  ...Object.fromEntries([400, 401, 403, 404, 422].map((status) => [status, { pattern: String.raw`[\s\S]*\[${status}\][\s\S]*` }])),
  500: { pattern: String.raw`[\s\S]*(Process\s?exited\s?before\s?completing\s?request|\[500\])[\s\S]*` },
  502: { pattern: String.raw`[\s\S]*\[502\][\s\S]*` },
  504: { pattern: String.raw`([\s\S]*\[504\][\s\S]*)|(.*Task timed out after \d+\.\d+ seconds$)` },
};

/** The `response` of an event. */
export interface EventResponse {
  readonly headers?: unknown;
  readonly statusCodes?: unknown;
  readonly template?: unknown;
  readonly contentHandling?: unknown;
}

/**
 * Returns the responses of an integration, as CloudFormation writes them.
 *
 * @param corsHeaders the headers of the event's `cors`.
 */
export function integrationResponses(response: EventResponse, corsHeaders: Resource, { place }: HttpEvent): readonly Resource[] {
  const inside = at(place, 'response');
  const headers = { ...corsHeaders, ...readStringMap(response.headers ?? {}, at(inside, 'headers')) };
  return Object.entries(statusCodesOf(response.statusCodes)).map(([status, written]) => {
    const keys = readKeys(written, STATUS_CODE, at(inside, 'statusCodes', status));
    return {
      StatusCode: status,
      SelectionPattern: keys.pattern ?? '',
      ResponseParameters: parametersOf({ ...headers, ...readEntriesOf(keys.headers, at(inside, 'statusCodes', status, 'headers')) }),
      ResponseTemplates: { ...templatesOf(response.template), ...templatesOf(keys.template) },
      ...(status.startsWith('2') && response.contentHandling !== undefined ? { ContentHandling: response.contentHandling } : {}),
    };
  });
}

/** Without a status for success, it is 200. */
function statusCodesOf(written: unknown): Readonly<Record<string, unknown>> {
  if (!isObject(written)) return DEFAULT_STATUS_CODES;
  const hasSuccess = Object.values(written).some((code) => isObject(code) && code['pattern'] === '');
  return hasSuccess ? written : { ...written, 200: DEFAULT_STATUS_CODES['200'] };
}

function readEntriesOf(value: unknown, place: Place): Resource {
  return Object.fromEntries(readEntries(value, place));
}

function parametersOf(headers: Resource): Resource {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [`method.response.header.${name}`, value]));
}

/** A template without a media type is for JSON. */
function templatesOf(template: unknown): Resource {
  if (isObject(template)) return template;
  return template === undefined ? {} : { 'application/json': template };
}
