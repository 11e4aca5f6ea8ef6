/** Returns the region of an ARN. `undefined` if it has none, or if it is not an ARN. */
export function regionOf(arn: string): string | undefined {
  return arn.split(':', 4)[3] || undefined;
}

/** Returns the account of an ARN. `undefined` if it has none, or if it is not an ARN. */
export function accountOf(arn: string): string | undefined {
  return arn.split(':', 5)[4] || undefined;
}
