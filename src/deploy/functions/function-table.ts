import type { DeployedFunction } from '../deployment.js';
import { optional, type Place, unsupported } from '../reading/place.js';
import { logicalIdIn } from './function-uri.js';

/** A function that was found in the file. */
export interface FoundFunction {
  readonly described: DeployedFunction;
  /** Its own name, if the file gives one. */
  readonly name?: string | undefined;
  /** Why it does not run here. */
  readonly obstacles: readonly Obstacle[];
}

/** Why a function does not run here. */
export interface Obstacle {
  readonly place: Place;
  readonly what: string;
}

/** The functions of a deployment, as they are found. */
export interface FunctionTable {
  add(id: string, found: FoundFunction): void;
  /** Adds an alias, a version or another resource that stands for a function. */
  addAlias(id: string, functionName: string): void;
  /**
   * Returns the key of a function in `functions`, by its name or the placeholder of its resource. A function that only the user's options
   * know is added. Returns `undefined` for any other.
   */
  find(name: string): string | undefined;
  /** Returns a function. */
  get(key: string): DeployedFunction | undefined;
  all(): Readonly<Record<string, DeployedFunction>>;
  /** Reports the obstacles. Those of a function that no API calls do not matter here. */
  reportObstacles(used: ReadonlySet<string>): void;
}

/** How many aliases of aliases are followed. */
const LONGEST_CHAIN = 8;

/**
 * Creates a table without functions.
 *
 * @param handlers the handlers that the user gives for functions of other stacks, by name.
 */
export function createFunctionTable(handlers: Readonly<Record<string, string>> = {}): FunctionTable {
  const functions = new Map<string, FoundFunction>();
  const idByName = new Map<string, string>();
  const aliases = new Map<string, string>();
  const find = (name: string, chain = 0): string | undefined => {
    const id = logicalIdIn(name) ?? idByName.get(name) ?? name;
    if (functions.has(id)) return id;
    const target = aliases.get(id);
    if (target !== undefined && chain < LONGEST_CHAIN) return find(target, chain + 1);
    const handler = Object.hasOwn(handlers, id) ? handlers[id] : undefined;
    if (handler === undefined) return undefined;
    functions.set(id, { described: { handler }, obstacles: [] });
    return id;
  };
  return {
    add: (id, found) => {
      functions.set(id, found);
      if (found.name !== undefined) idByName.set(found.name, id);
    },
    addAlias: (id, functionName) => void aliases.set(id, functionName),
    find: (name) => find(name),
    get: (key) => functions.get(key)?.described,
    all: () => Object.fromEntries([...functions].map(([id, { described }]) => [id, described])),
    reportObstacles: (used) => {
      for (const [id, { obstacles }] of functions) {
        for (const { place, what } of obstacles) used.has(id) ? unsupported(place, what) : optional(place, what);
      }
    },
  };
}
