import { describeValue } from '../../http/describe-value.js';
import type { ApiDraft } from '../apis/draft.js';
import type { OpenApiDocument } from '../openapi/open-api-document.js';
import { addDocument, isOpenApi, titleOf } from '../openapi/read-open-api.js';
import { type Place, unsupported } from '../reading/place.js';
import { isUnresolved } from '../reading/values.js';

/**
 * Adds what the OpenAPI document of an API says. Its intrinsic functions are evaluated already.
 *
 * @param authorizers authorizers that are written into the document as schemes. Default: none.
 */
export function addBody(draft: ApiDraft, body: unknown, place: Place, authorizers: OpenApiDocument['authorizers'] = []): void {
  if (isOpenApi(body)) {
    addDocument(draft, { kind: draft.kind === 'rest' ? 'rest' : 'http', root: body, place, evaluate: (value) => value, authorizers });
    return;
  }
  const got = isUnresolved(body) ? `${body.$unresolved}, which only AWS knows` : describeValue(body);
  unsupported(place, `This must be an OpenAPI document; got ${got}.`);
}

/** Returns the title of an OpenAPI document. */
export function bodyTitle(body: unknown): string | undefined {
  return isOpenApi(body) ? titleOf(body) : undefined;
}
