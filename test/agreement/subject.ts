import type { GatewayError } from 'apigw-proxy';
import type fc from 'fast-check';

/** Something that the library does in a fast way, and a plain way to do the same. Both must give the same for every input. */
export interface Subject {
  readonly name: string;
  readonly inputs: fc.Arbitrary<unknown>;
  /** How often it is tried, as a share of the draws. */
  readonly share: number;
  /** Does it in both ways, and describes what came out. */
  compare(input: unknown): Promise<readonly [fast: string, plain: string]>;
}

/**
 * Returns a subject.
 *
 * @param share how often it is tried, as a share of the draws. Default: 1.
 */
export function subject<T>(
  name: string,
  inputs: fc.Arbitrary<T>,
  fast: (input: T) => unknown,
  plain: (input: T) => unknown,
  share = 1,
): Subject {
  return {
    name,
    inputs,
    share,
    async compare(input) {
      const drawn = input as T; // `inputs` draws nothing else
      return [await outcomeOf(() => fast(drawn)), await outcomeOf(() => plain(drawn))];
    },
  };
}

/** Describes what a call returns or throws, with the order of keys. */
async function outcomeOf(call: () => unknown): Promise<string> {
  try {
    return JSON.stringify({ returned: await call() }, visible);
  } catch (error) {
    const { code, path } = error as GatewayError; // other errors have no code, and their text shows what they are
    return JSON.stringify({ thrown: code === undefined ? String(error) : [code, path] });
  }
}

/** Shows values that JSON leaves out. */
function visible(_key: string, value: unknown): unknown {
  return value === undefined || typeof value === 'bigint' ? `(${typeof value} ${String(value)})` : value;
}
