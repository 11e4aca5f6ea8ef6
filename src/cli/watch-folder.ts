import { type FSWatcher, readdirSync, realpathSync, type Stats, statSync, watch } from 'node:fs';
import { basename, join } from 'node:path';

/** How many folders are watched at most. */
const MOST = 500;
/** Names of folders without sources of a handler. */
const SKIPPED = /^(node_modules|coverage|\..*)$/;
/** Names of source files. The log of this server is not one, because it changes with every reload. */
const SOURCE = /\.(?:[cm]?[jt]sx?|json|node|wasm)$/;
/** How long to wait for the end of a change, in milliseconds. Editors write a file in several steps. */
const SETTLE = 50;
/** How often to look for a deleted folder, in milliseconds. A build may delete it and create it again. */
const RETURN = 250;
/** Codes of errors of a path that is gone or cannot be read. Such a path is skipped. */
const SKIPPED_ERRORS: readonly unknown[] = ['ENOENT', 'ENOTDIR', 'ELOOP', 'EACCES', 'EPERM'];

/** Functions to call when something happens in a folder. */
export interface FolderListener {
  /** Called when a source file is changed, created or deleted; once for changes that come together. */
  readonly changed: (file: string) => void;
  /** Called when the folder cannot be watched any more. */
  readonly failed: (error: unknown) => void;
}

/** Source files by path, each with a stamp that differs after a change. */
type Sources = ReadonlyMap<string, string>;

/**
 * Watches the source files in a folder and below it. Follows links, and notices new folders, even if the folder itself is deleted and
 * created again.
 *
 * @returns a function that stops watching.
 */
export function watchFolder(folder: string, { changed, failed }: FolderListener): () => void {
  let watchers = new Map<string, FSWatcher>();
  let sources: Sources | undefined;
  let touched: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function follow(path: string): void {
    const watcher = watch(path, (event, name) => {
      const isSource = name === null || SOURCE.test(name);
      if (isSource) touched ??= name ?? basename(path);
      if (isSource || (event === 'rename' && mayBeFolder(path, name))) later(SETTLE);
    });
    watchers.set(
      path,
      watcher.on('error', () => later(SETTLE)),
    );
  }

  function mayBeFolder(path: string, name: string): boolean {
    // A deleted folder reports its own name.
    return !SKIPPED.test(name) && (name === basename(path) || watchers.has(join(path, name)) || isFolder(join(path, name)));
  }

  function later(delay: number): void {
    clearTimeout(timer);
    timer = setTimeout(look, delay);
  }

  function look(): void {
    const old = watchers;
    watchers = new Map();
    try {
      const found = sourcesIn(folder, follow);
      const file = touched ?? findDifference(sources ?? found, found);
      touched = undefined;
      sources = found;
      if (file !== undefined) changed(basename(file));
    } catch (error) {
      end(watchers);
      // A folder that was there before may come back.
      if (sources !== undefined && codeOf(error) === 'ENOENT') later(RETURN);
      else failed(error);
    }
    // The old watchers stop after the new ones have started, so that no change is missed.
    end(old);
  }

  look();
  return () => {
    clearTimeout(timer);
    end(watchers);
  };
}

function end(watchers: ReadonlyMap<string, FSWatcher>): void {
  for (const watcher of watchers.values()) watcher.close();
}

/** Calls `follow` for a folder and every folder below it. Returns their source files. */
function sourcesIn(folder: string, follow: (path: string) => void): Sources {
  const sources = new Map<string, string>();
  const folders = [folder];
  // Links can lead in a circle.
  const known = new Set([realpathSync(folder)]);
  for (let at = 0; at < Math.min(folders.length, MOST); at += 1) {
    const path = folders[at] ?? folder;
    const names = at === 0 ? open(path, follow) : (tryToRead(() => open(path, follow)) ?? []);
    for (const name of names) {
      const entry = join(path, name);
      const stats = tryToRead(() => statSync(entry));
      if (stats?.isFile() && SOURCE.test(name)) sources.set(entry, stampOf(stats));
      const real = stats?.isDirectory() ? tryToRead(() => realpathSync(entry)) : undefined;
      if (real === undefined || known.has(real)) continue;
      known.add(real);
      folders.push(entry);
    }
  }
  return sources;
}

/** Calls `follow` for a folder. Returns the names of its source files, links and folders. */
function open(path: string, follow: (path: string) => void): string[] {
  follow(path);
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => (entry.isFile() ? SOURCE.test(entry.name) : !SKIPPED.test(entry.name)))
    .map(({ name }) => name);
}

function stampOf({ ino, mtimeMs, size }: Stats): string {
  return `${ino} ${mtimeMs} ${size}`;
}

function findDifference(before: Sources, after: Sources): string | undefined {
  for (const [path, stamp] of after) if (before.get(path) !== stamp) return path;
  return [...before.keys()].find((path) => !after.has(path));
}

function isFolder(path: string): boolean {
  return tryToRead(() => statSync(path))?.isDirectory() ?? false;
}

/** Returns what `get` returns, or `undefined` if the path is gone or cannot be read. */
function tryToRead<T>(get: () => T): T | undefined {
  try {
    return get();
  } catch (error) {
    if (SKIPPED_ERRORS.includes(codeOf(error))) return undefined;
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
