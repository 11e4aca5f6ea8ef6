import { describeValue } from '../../http/describe-value.js';
import type { ApiDraft } from '../apis/draft.js';
import { addDocument, isOpenApi, titleOf as titleOfDocument } from '../openapi/read-open-api.js';
import { type Place, unsupported } from '../reading/place.js';

/** Adds what an OpenAPI document in a template says about an API. The properties of the API's own resource come first. */
export function addBody(draft: ApiDraft, body: unknown, place: Place): void {
  if (!isOpenApi(body)) {
    unsupported(place, `This must be an OpenAPI document; got ${describeValue(body)}.`);
    return;
  }
  addDocument(draft, { kind: draft.kind === 'http' ? 'http' : 'rest', root: body, place, evaluate: (value) => value });
}

/** Returns the title of an OpenAPI document. */
export function titleOf(body: unknown): string | undefined {
  return isOpenApi(body) ? titleOfDocument(body) : undefined;
}
