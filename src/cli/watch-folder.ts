import { type FSWatcher, readdirSync, realpathSync, type Stats, statSync, watch } from 'node:fs';
import { basename, join } from 'node:path';

/** Most folders that are watched. */
const MOST = 500;
/** Folders that no handler's source is in. */
const SKIPPED = /^(node_modules|coverage|\..*)$/;
/** Files that a module may be made of. A log that the server's own output goes to is none: it would change with every reload. */
const SOURCE = /\.(?:[cm]?[jt]sx?|json|node|wasm)$/;
/** How long to wait for the rest of a change, in milliseconds: editors write a file in several steps. */
const SETTLE = 50;
/** How often to look for a folder that is gone, in milliseconds: a build that deletes it makes it anew. */
const RETURN = 250;
/** Errors of a path that is gone or may not be read, which the others do without. */
const PASSED_OVER: readonly unknown[] = ['ENOENT', 'ENOTDIR', 'ELOOP', 'EACCES', 'EPERM'];

/** What is told of a folder. */
export interface FolderListener {
  /** A source file changed, came or went; called once for changes that come together. */
  readonly changed: (file: string) => void;
  /** The folder cannot be watched, now or any longer; nothing is told of it from here on. */
  readonly failed: (error: unknown) => void;
}

/** Source files by path, each with what differs when it has changed. */
type Sources = ReadonlyMap<string, string>;

/**
 * Tells when a source file below a folder changes: also in folders that come later, behind links, and after the folder itself was
 * deleted and made anew.
 *
 * @returns ends it.
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
    // A folder that is itself deleted tells its own name.
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
      const file = touched ?? differing(sources ?? found, found);
      touched = undefined;
      sources = found;
      if (file !== undefined) changed(basename(file));
    } catch (error) {
      end(watchers);
      // Before its first look, the folder was there; what is gone since may come back.
      if (sources !== undefined && codeOf(error) === 'ENOENT') later(RETURN);
      else failed(error);
    }
    // The old ones end after the new ones began, so that nothing is missed in between.
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

/** Calls `follow` for a folder and those below it, and gives their source files. */
function sourcesIn(folder: string, follow: (path: string) => void): Sources {
  const sources = new Map<string, string>();
  const folders = [folder];
  // Links may lead in a circle.
  const known = new Set([realpathSync(folder)]);
  for (let at = 0; at < Math.min(folders.length, MOST); at += 1) {
    const path = folders[at] ?? folder;
    const names = at === 0 ? open(path, follow) : (readable(() => open(path, follow)) ?? []);
    for (const name of names) {
      const entry = join(path, name);
      const stats = readable(() => statSync(entry));
      if (stats?.isFile() && SOURCE.test(name)) sources.set(entry, stampOf(stats));
      const real = stats?.isDirectory() ? readable(() => realpathSync(entry)) : undefined;
      if (real === undefined || known.has(real)) continue;
      known.add(real);
      folders.push(entry);
    }
  }
  return sources;
}

/** Follows a folder, and gives the names in it that may matter. */
function open(path: string, follow: (path: string) => void): string[] {
  follow(path);
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => (entry.isFile() ? SOURCE.test(entry.name) : !SKIPPED.test(entry.name)))
    .map(({ name }) => name);
}

function stampOf({ ino, mtimeMs, size }: Stats): string {
  return `${ino} ${mtimeMs} ${size}`;
}

function differing(before: Sources, after: Sources): string | undefined {
  for (const [path, stamp] of after) if (before.get(path) !== stamp) return path;
  return [...before.keys()].find((path) => !after.has(path));
}

function isFolder(path: string): boolean {
  return readable(() => statSync(path))?.isDirectory() ?? false;
}

/** What a path gives; nothing where it is gone or may not be read. */
function readable<T>(get: () => T): T | undefined {
  try {
    return get();
  } catch (error) {
    if (PASSED_OVER.includes(codeOf(error))) return undefined;
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
