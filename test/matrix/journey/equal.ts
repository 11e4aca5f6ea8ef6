/** Throws if two values differ as JSON. Workers have no `node:assert`. */
export function equal(got: unknown, expected: unknown): void {
  const [one, other] = [JSON.stringify(got), JSON.stringify(expected)];
  if (one !== other) throw new Error(`got ${one}, expected ${other}`);
}
