import type { Unit } from '../result.js';
import type { Figure } from '../statistics.js';

// Figures as text.

/** Three digits: `0.0294`, `1.34`, `45.2`, `1,127`. A whole number has no digits after the point. */
export function formatNumber(value: number): string {
  return format(value, Number.isInteger(value) ? 0 : digitsOf(value));
}

/** A figure, and half the distance between its low and its high value with as many digits: `0.0294 ± 0.0011`. An exact figure has no spread. */
export function formatFigure({ median, low, high }: Figure): string {
  if (low === high) return formatNumber(median);
  const digits = digitsOf(median);
  return `${format(median, digits)} ± ${format((high - low) / 2, digits)}`;
}

/** How many digits after the point make three that matter. More than four are never shown. */
function digitsOf(value: number): number {
  const rounded = Number(Math.abs(value).toPrecision(3));
  const place = [100, 10, 1, 0.1].findIndex((size) => rounded >= size);
  return place === -1 ? 4 : place;
}

function format(value: number, places: number): string {
  return Number.isFinite(value) ? value.toLocaleString('en-US', { minimumFractionDigits: places, maximumFractionDigits: places }) : '–';
}

/** A cost with its unit, in the size that people read: `0.14 µs`, `6.9 ms`, `28.4 kB`. */
export function formatCost(value: number, unit: Unit): string {
  if (unit === 'µs') return value >= 1000 ? `${formatNumber(value / 1000)} ms` : `${formatNumber(value)} µs`;
  if (unit === 'B') return formatSize(value);
  return unit === '' ? formatNumber(value) : `${formatNumber(value)} ${unit}`;
}

/** A size with one digit after the point: `0.9 kB`, `28.4 kB`. */
function formatSize(bytes: number): string {
  return `${(bytes / 1000).toFixed(bytes < 1000 ? 2 : 1)} kB`;
}

/** A cost with its spread: `6.92 ± 0.31 ms`. An exact size has none. */
export function formatCostFigure({ median, low, high }: Figure, unit: Unit): string {
  if (unit === '' || unit === 'instantiations') return formatNumber(median);
  if (low === high) return formatCost(median, unit);
  const [size, name] = unit === 'µs' && median >= 1000 ? [1000, 'ms'] : [1, unit];
  return `${formatFigure({ median: median / size, low: low / size, high: high / size })} ${name}`;
}

/** The limit of a budget: `≤ 0.02 J`, `≥ 40 ×`, `≤ 1/15 ×`. */
export function formatLimit({ most, least, unit }: { readonly most?: number; readonly least?: number; readonly unit: string }): string {
  const [sign, value] = most === undefined ? ['≥', least ?? 0] : ['≤', most];
  if (unit === 'B') return `${sign} ${value / 1000} kB`;
  const whole = Math.round(1 / value);
  const text =
    value < 0.5 && Math.abs(1 / whole - value) < 1e-9 && whole % 10 !== 0 && 100 % whole !== 0
      ? `1/${whole}`
      : value.toLocaleString('en-US');
  return `${sign} ${text} ${unit}`.trimEnd();
}

/** A measured figure in the unit of its budget. */
export function formatMeasured(figure: Figure, unit: string): string {
  if (unit !== 'B') return `${formatFigure(figure)} ${unit}`.trimEnd();
  return formatSize(figure.median);
}
