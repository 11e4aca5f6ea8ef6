import type { Verdict } from '../budgets.js';
import type { Result } from '../result.js';
import { costOf, ratioOf } from '../statistics.js';
import { formatCost, formatFigure, formatLimit, formatMeasured } from './numbers.js';

// What `npm run bench` prints.

/** A group: each contender with its ratio to the base, the spread, and its cost. */
export function resultText({ name, base, owners, missing, measured, unit }: Result): string {
  const lines = Object.keys(owners).map((contender) => {
    const [ratio, cost] = [ratioOf(measured, contender, base), costOf(measured, contender)];
    if (missing.includes(contender) || !ratio || !cost) return `  ${contender.padEnd(58)} not installed`;
    return `  ${contender.padEnd(58)} ${formatFigure(ratio).padStart(18)}   ${formatCost(cost.median, unit).padStart(12)}`;
  });
  return [`${name} (× ${base})`, ...lines].join('\n');
}

/** The budgets: ✓ or ✗, what was measured, what is allowed. */
export function verdictText({ budget, figure, met }: Verdict): string {
  const measured = figure === undefined ? 'not measured' : formatMeasured(figure, budget.unit);
  return `${met ? '✓' : '✗'} ${budget.row.padEnd(100)} ${measured.padStart(24)}   ${formatLimit(budget)}`;
}
