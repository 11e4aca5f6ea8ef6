import { isObject } from '../../http/is-object.js';
import type { ApiDraft } from '../apis/draft.js';
import { type Place, unsupported } from '../reading/place.js';

/** Adds what the OpenAPI document of an API says. */
export function addBody(_draft: ApiDraft, _body: unknown, place: Place): void {
  unsupported(place, 'OpenAPI documents in templates are not read.');
}

/** Returns the title of an OpenAPI document. */
export function titleOf(body: unknown): string | undefined {
  const info = isObject(body) ? body['info'] : undefined;
  const title = isObject(info) ? info['title'] : undefined;
  return typeof title === 'string' ? title : undefined;
}
