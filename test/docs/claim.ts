import { format, inspect, isDeepStrictEqual } from 'node:util';

/**
 * Returns a function that checks a printed value against a claim of the documentation. A claim holds if it is the text that `console.log`
 * prints (white space doesn't matter), or an expression that deep-equals the value. The process fails if a claim never runs.
 */
export function claims(values: readonly string[]): (index: number, ...printed: unknown[]) => void {
  const unreached = new Set(values.keys());
  process.on('exit', () => {
    if (unreached.size === 0) return;
    console.error(`never ran: ${[...unreached].map((index) => values[index]).join(', ')}`);
    process.exitCode = 1;
  });
  return (index, ...printed) => {
    unreached.delete(index);
    const value = values[index] ?? '';
    if (!holds(value, printed)) throw new Error(`claimed: ${value}\nprinted: ${format(...printed)}`);
  };
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
