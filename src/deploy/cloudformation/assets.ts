import { isObject } from '../../http/is-object.js';
import type { ReadContext } from '../read-context.js';

/** The assets of a CDK app, by the key of their file in S3. */
export type AssetFolder = ReadonlyMap<string, string>;

/** A key that the CDK makes: the hash of the folder. */
const HASHED = /^(?:.*\/)?([0-9a-f]{64})\.(?:zip|json)$/;

/**
 * Returns the path of an asset, relative to the template: the one in the metadata of its resource, the one in the list of assets, or the folder
 * that the CDK names after the hash.
 */
export function findAsset(metadata: Readonly<Record<string, unknown>>, key: string | undefined, assets: AssetFolder): string | undefined {
  const path = metadata['aws:asset:path'];
  if (typeof path === 'string') return path;
  const [, hash] = HASHED.exec(key ?? '') ?? [];
  return hash === undefined ? undefined : (assets.get(key ?? '') ?? assets.get(hash) ?? `asset.${hash}`);
}

/** Reads the lists of assets beside a template: `Orders.assets.json`. */
export function readAssets({ listFiles, readFile, parse }: ReadContext): AssetFolder {
  const assets = new Map<string, string>();
  for (const file of listFiles().filter((name) => name.endsWith('.assets.json'))) {
    const text = readFile(file);
    for (const [key, path] of text === undefined ? [] : listAssets(parse(text, file).value)) assets.set(key, path);
  }
  return assets;
}

/** `{ files: { hash: { source: { path } , destinations: { … { objectKey } } } } }` */
function listAssets(manifest: unknown): readonly (readonly [key: string, path: string])[] {
  const files = isObject(manifest) && isObject(manifest['files']) ? manifest['files'] : {};
  return Object.entries(files).flatMap(([hash, asset]) => {
    const { source, destinations } = isObject(asset) ? asset : {};
    const path = isObject(source) ? source['path'] : undefined;
    if (typeof path !== 'string') return [];
    const keys = isObject(destinations)
      ? Object.values(destinations).map((place) => (isObject(place) ? place['objectKey'] : undefined))
      : [];
    return [hash, ...keys].flatMap((key) => (typeof key === 'string' ? [[key, path] as const] : []));
  });
}
