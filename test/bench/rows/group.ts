/** Whose work it is: this library's, that of another package or of Node.js, or the least work that gives the same. */
export type Owner = 'ours' | 'peer' | 'limit';

/** Something that is measured. */
export interface Contender {
  readonly name: string;
  readonly owner: Owner;
  /** Does the work once. A promise is awaited. Absent if the package isn't installed. */
  readonly run?: (() => unknown) | undefined;
  /** Tells whether `run` returned what the work is about. The benchmark stops if it didn't. */
  readonly works?: (value: unknown) => boolean;
}

/** Contenders that do the same work, and are measured side by side. */
export interface Group {
  /** A heading, such as `Check a REST event`. */
  readonly name: string;
  /** The group of plots that it belongs to. */
  readonly topic: Topic;
  /** The contender that the others are compared with. */
  readonly base: string;
  /** Prepares the contenders, in a process that measures nothing else. */
  prepare(): Promise<readonly Contender[]>;
}

/** The sections of the page. */
export type Topic = 'validate' | 'build' | 'render' | 'routes' | 'growth' | 'start' | 'bundle' | 'local' | 'types';

export function ours(name: string, run: () => unknown, works?: (value: unknown) => boolean): Contender {
  return { name, owner: 'ours', run, ...(works && { works }) };
}

export function peer(name: string, run: (() => unknown) | undefined, works?: (value: unknown) => boolean): Contender {
  return { name, owner: 'peer', run, ...(works && { works }) };
}

export function limit(name: string, run: () => unknown, works?: (value: unknown) => boolean): Contender {
  return { name, owner: 'limit', run, ...(works && { works }) };
}

/** Imports a package that may not be installed. Returns `undefined` if it isn't. */
export async function importPeer(name: string): Promise<unknown> {
  try {
    return await import(name);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}
