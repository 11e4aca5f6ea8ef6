import type { Value } from '../java/value.js';

/** The variables that a part of a template sees. */
export interface Variables {
  /** `null` for a variable that is not set. */
  get(name: string): Value;
  put(name: string, value: Value): void;
  remove(name: string): void;
  /** In a macro, the source of the argument for a parameter, given as `$name`. */
  literalOf(reference: string): string | undefined;
}

/** The variables of a template. */
export function createVariables(initial: Readonly<Record<string, Value>>): Variables {
  const values = new Map(Object.entries(initial));
  return {
    get: (name) => values.get(name) ?? null,
    put: (name, value) => void values.set(name, value),
    remove: (name) => void values.delete(name),
    literalOf: () => undefined,
  };
}

/** What a macro is called with. */
export interface MacroArgument {
  readonly name: string;
  /** Evaluated whenever the parameter is read, with the variables of the caller. `undefined` for a constant. */
  readonly read: (() => Value) | undefined;
  readonly constant: Value;
  literal(): string;
}

/** The variables in a macro. What the macro sets, the caller sees too. */
export function macroVariables(outer: Variables, args: readonly MacroArgument[]): Variables {
  const local = new Map(args.filter(({ read }) => read === undefined).map(({ name, constant }) => [name, constant]));
  const lazy = new Map(args.filter(({ read }) => read !== undefined).map((argument) => [argument.name, argument]));
  const literals = new Map([...lazy].map(([name, argument]) => [`$${name}`, argument]));
  return {
    get(name) {
      const set = local.get(name) ?? null;
      if (set !== null) return set;
      const argument = lazy.get(name);
      return argument?.read === undefined ? outer.get(name) : argument.read();
    },
    put(name, value) {
      local.set(name, value);
      outer.put(name, value);
    },
    remove(name) {
      local.delete(name);
      lazy.delete(name);
      outer.remove(name);
    },
    literalOf: (reference) => literals.get(reference)?.literal() ?? outer.literalOf(reference),
  };
}

/** The variables in a round of a loop whose element is `null`: the loop's variable stays `null`, whatever it was before. */
export function nullElementVariables(outer: Variables, element: string): Variables {
  let isHidden = true;
  return {
    get: (name) => (isHidden && name === element ? null : outer.get(name)),
    put(name, value) {
      if (name === element && value === null) isHidden = true;
      outer.put(name, value);
    },
    remove(name) {
      if (name === element) isHidden = false;
      outer.remove(name);
    },
    literalOf: (reference) => outer.literalOf(reference),
  };
}
