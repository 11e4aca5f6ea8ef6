import { type FSWatcher, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';

/** Most folders that are watched. */
const MOST = 500;
/** Folders that no handler's source is in. */
const SKIPPED = /^(node_modules|coverage|\..*)$/;
/** Files that a module may be made of. A log that the server's own output goes to is none: it would change with every reload. */
const SOURCE = /\.(?:[cm]?[jt]sx?|json|node|wasm)$/;
/** How long to wait for the rest of a change, in milliseconds: editors write a file in several steps. */
const SETTLE = 50;

/**
 * Tells when a source file below a folder changes, once for changes that come together.
 *
 * @returns ends it.
 */
export function watchFolder(folder: string, changed: (file: string) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const watchers = foldersIn(folder).map((path): FSWatcher => {
    const watcher = watch(path, (_, name) => {
      if (name !== null && !SOURCE.test(name)) return;
      clearTimeout(timer);
      timer = setTimeout(() => changed(name ?? path), SETTLE);
    });
    // A folder that is gone is watched no longer.
    return watcher.on('error', () => watcher.close());
  });
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}

function foldersIn(folder: string): string[] {
  const folders = [folder];
  for (let at = 0; at < folders.length && folders.length < MOST; at += 1) {
    const path = folders[at] ?? folder;
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (entry.isDirectory() && !SKIPPED.test(entry.name)) folders.push(join(path, entry.name));
    }
  }
  return folders.slice(0, MOST);
}
