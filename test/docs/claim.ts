import { format, inspect, isDeepStrictEqual } from 'node:util';

/**
 * Checks what a block of documentation claims to print. A claim holds when it is the text that `console.log` prints, spaces aside, or
 * an expression that deep-equals what is printed; one that is never reached fails the process.
 */
export function claims(values: readonly string[]): (index: number, ...printed: unknown[]) => void {
  const unreached = new Set(values.keys());
  process.on('exit', () => {
    if (unreached.size === 0) return;
    console.error(`never reached: ${[...unreached].map((index) => values[index]).join(', ')}`);
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

/** The value of an expression; `undefined` when the text is none. */
function evaluate(expression: string): { value: unknown } | undefined {
  try {
    return { value: new Function(`return (${expression}\n)`)() };
  } catch {
    return undefined;
  }
}
