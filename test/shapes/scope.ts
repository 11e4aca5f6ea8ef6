/**
 * Collects the imports and helper functions of a printed file while its code is printed. Each function returns the name it gets, so that it
 * can be called in the middle of an expression.
 */
export interface Scope {
  /** Imports a value, unless the file declares it. */
  value(name: string, module: string): string;
  /** Imports a type. */
  type(name: string, module: string): string;
  /** Imports a whole module under one name. */
  namespace(name: string, module: string): string;
  /** Declares a function. The text starts with its parameters. */
  helper(name: string, text: string): string;
  /** The import statements, in no particular order. */
  printImports(): string;
  printHelpers(): string[];
}

/** @param self Module name of the printed file, as other files in its folder import it. */
export function openScope(self: string): Scope {
  const imports = new Map<string, Set<string>>();
  const helpers = new Map<string, string>();
  const add = (statement: string, name: string): string => {
    imports.set(statement, (imports.get(statement) ?? new Set()).add(name));
    return name;
  };
  return {
    value: (name, module) => (module === self ? name : add(`import { … } from '${module}';`, name)),
    type: (name, module) => add(`import type { … } from '${module}';`, name),
    namespace: (name, module) => add(`import * as … from '${module}';`, name),
    helper: (name, text) => {
      if ((helpers.get(name) ?? text) !== text)
        throw new Error(`${self} would declare two functions named ${name}: rename one of the fields.`);
      helpers.set(name, text);
      return name;
    },
    printImports: () => [...imports].map(([statement, names]) => statement.replace('…', [...names].join(', '))).join('\n'),
    printHelpers: () => [...helpers].map(([name, text]) => `function ${name}${text}`),
  };
}
