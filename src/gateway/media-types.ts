/**
 * Whether a media type is one of a REST API's `binaryMediaTypes`. An entry matches itself, `type/*` matches every subtype and the
 * text `type/*`, `*\/*` matches everything, also no media type at all. A wildcard on the left matches nothing, not even itself
 * (recorded).
 *
 * @param mediaType a media type, parameters ignored; `undefined` when the header is absent.
 */
export function isBinaryMediaType(mediaType: string | undefined, binaryMediaTypes: readonly string[]): boolean {
  const type = mediaType === undefined ? undefined : withoutParameters(mediaType);
  return binaryMediaTypes.some((entry) => matches(type, entry.toLowerCase()));
}

/** `text/html; charset=utf-8` → `text/html`. */
export function withoutParameters(mediaType: string): string {
  const end = mediaType.indexOf(';');
  return (end < 0 ? mediaType : mediaType.slice(0, end)).trim().toLowerCase();
}

function matches(type: string | undefined, entry: string): boolean {
  if (entry === '*/*') return true;
  if (type === undefined || entry.startsWith('*')) return false;
  return entry.endsWith('/*') ? type.startsWith(entry.slice(0, -1)) : type === entry;
}
