import { memoize } from '../http/memoize.js';

/**
 * Returns whether a media type is one of a REST API's `binaryMediaTypes`. An entry matches itself; `type/*` also matches every subtype, and
 * `*\/*` everything, even a missing header. recorded [rest-rec-binary-left-wildcard-match, rest-rec-binary-left-wildcard-literal]: an entry
 * such as `*\/png` matches nothing, not even itself.
 *
 * @param mediaType a media type, whose parameters are ignored; `undefined` if the header is missing.
 */
export function isBinaryMediaType(mediaType: string | undefined, binaryMediaTypes: readonly string[]): boolean {
  const type = mediaType === undefined ? undefined : withoutParameters(mediaType);
  return binaryMediaTypes.some((entry) => matches(type, entry.toLowerCase()));
}

/** `text/html; charset=utf-8` → `text/html`. */
export const withoutParameters: (mediaType: string) => string = /* @__PURE__ */ memoize((mediaType) => {
  const end = mediaType.indexOf(';');
  return (end < 0 ? mediaType : mediaType.slice(0, end)).trim().toLowerCase();
});

/** Binary types. `octet-stream` is missing here, because downloads of text have it, too. */
const BYTES =
  /^(?:(?:image|audio|video|font)\/|application\/(?:pdf|zip|gzip|x-(?:gzip|tar|bzip2?|7z-compressed|rar-compressed)|zstd|wasm|java-archive|protobuf|x-protobuf|cbor|msgpack|x-msgpack|msword|vnd\.(?:ms-|openxmlformats-))[\w.+-]*$)/;
/** Types that match `BYTES` but are text: SVG and playlists. */
const TEXT = /\bsvg\b|mpegurl/;

/** Returns whether a media type stands for binary content, not text. */
export function isTypeOfBytes(mediaType: string): boolean {
  const type = withoutParameters(mediaType);
  return BYTES.test(type) && !TEXT.test(type);
}

function matches(type: string | undefined, entry: string): boolean {
  if (entry === '*/*') return true;
  if (type === undefined || entry.startsWith('*')) return false;
  return entry.endsWith('/*') ? type.startsWith(entry.slice(0, -1)) : type === entry;
}
