import { format, inspect, isDeepStrictEqual } from 'node:util';

/** Claims of the current example that have not run yet. */
let unreached = new Map<number, string>();

/**
 * Returns a function that checks a printed value against a claim of the documentation. A claim holds if it is the text that `console.log`
 * prints (white space doesn't matter), or an expression that deep-equals the value.
 */
export function claims(values: readonly string[]): (index: number, ...printed: unknown[]) => void {
  const open = new Map(values.entries());
  unreached = open;
  return (index, ...printed) => {
    const value = values[index] ?? '';
    if (!holds(value, printed)) throw new Error(`claimed: ${value}\nprinted: ${format(...printed)}`);
    open.delete(index);
  };
}

/** Returns the claims of the current example that have not run yet. */
export function openClaims(): string[] {
  return [...unreached.values()];
}

function holds(claim: string, printed: readonly unknown[]): boolean {
  const texts = [format(...printed), inspect(printed[0], { breakLength: Number.POSITIVE_INFINITY, depth: null })];
  return texts.map(flat).includes(flat(claim)) || isDeepStrictEqual(evaluate(claim), { value: printed[0] });
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Evaluates an expression. Returns `undefined` if the text isn't one. */
function evaluate(expression: string): { value: unknown } | undefined {
  try {
    return { value: new Function(`return (${expression}\n)`)() };
  } catch {
    return undefined;
  }
}
