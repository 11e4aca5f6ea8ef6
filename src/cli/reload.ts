import { dirname } from 'node:path';
import { textsOf } from '../local/function/thrown.js';
import { thrownLines } from './exchange-lines.js';
import type { Io } from './io.js';
import { paint } from './paint.js';
import { printable } from './printable.js';
import type { ServedModule } from './served-modules.js';
import { watchFolder } from './watch-folder.js';

/**
 * Loads all modules before the first request, and prints which cannot be loaded.
 *
 * @returns a function to call before the modules are closed: what ends then is not an error.
 */
export function loadAll(modules: readonly ServedModule[], io: Io): () => void {
  let isOver = false;
  for (const served of modules) void load(served, io, () => isOver);
  return () => {
    isOver = true;
  };
}

/**
 * Does the same, and loads all modules again when a source file changes.
 *
 * @returns a function that stops watching. Call it before the modules are closed.
 */
export function keepLoaded(modules: readonly ServedModule[], io: Io): () => void {
  /** By folder, the functions that stop watching. */
  const watched = new Map<string, () => void>();
  let isOver = false;

  function watch(folder: string): void {
    if (isOver || watched.has(folder)) return;
    watched.set(folder, () => undefined);
    watched.set(
      folder,
      watchFolder(folder, {
        changed(file) {
          io.write(`${paint(`Reloaded: ${printable(file)} changed.`, 'dim', io.isColoured)}\n`);
          for (const { module } of modules) module.reload();
          start();
        },
        failed(error) {
          const { message } = textsOf(error);
          io.warn(printable(`apigw-proxy: Cannot watch '${folder}' for changes: ${message}. Restart the server after a change.`));
        },
      }),
    );
  }

  function start(): void {
    for (const served of modules) {
      // What a compiled module imports is known once it is loaded.
      void load(served, io, () => isOver).then(() => served.module.sources.map((file) => dirname(file)).forEach(watch));
    }
  }

  for (const { folders } of modules) folders.forEach(watch);
  start();
  return () => {
    isOver = true;
    for (const stop of watched.values()) stop();
  };
}

/** Loads a module. Never rejects. */
async function load({ module, label }: ServedModule, io: Io, isOver: () => boolean): Promise<void> {
  try {
    await module.load();
  } catch (error) {
    if (isOver()) return;
    io.warn(printable(`apigw-proxy: Cannot load '${label}'. The next request tries again.`));
    for (const line of thrownLines(error)) io.warn(line);
  }
}
