import type { ApiDraft } from '../apis/draft.js';
import type { Place } from '../reading/place.js';
import type { Reading } from '../template/reading.js';

export function addBody(_draft: ApiDraft, _body: unknown, _place: Place, _reading: Reading): void {}

export function titleOf(_body: unknown): string | undefined {
  return undefined;
}
