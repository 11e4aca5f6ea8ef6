/** Prints a `Double` as `Double.toString` does: at least one digit on both sides of the point, an exponent below 0.001 and from 10,000,000. */
export function doubleText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const [mantissa = '', exponent = ''] = Math.abs(value).toExponential().split('e');
  const sign = value < 0 ? '-' : '';
  return sign + placePoint(mantissa.replace('.', ''), Number(exponent));
}

/** Digits `d1 d2 d3…` that mean `d1.d2d3… × 10 ** exponent`. */
function placePoint(digits: string, exponent: number): string {
  if (exponent < -3 || exponent >= 7) return `${digits.charAt(0)}.${digits.slice(1) || '0'}E${exponent}`;
  if (exponent < 0) return `0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  return `${whole}.${digits.slice(exponent + 1) || '0'}`;
}
