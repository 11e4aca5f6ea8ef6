import type { Result } from '../result.js';
import { costOf, ratioOf } from '../statistics.js';
import { formatCost, formatNumber } from './numbers.js';
import { bar, gridLine, image, logScale, text, tickText } from './svg.js';

const WIDTH = 900;
const LEFT = 350;
const RIGHT = 730;
const ROW = 24;
const HEAD = 34;
const FOOT = 40;

/** Draws a group of bars for each result: the cost of each contender, as a multiple of the base. */
export function drawBars(title: string, results: readonly Result[]): string {
  let top = 8;
  const parts = results.flatMap((result) => {
    const { height, lines } = panel(result, top);
    top += height;
    return lines;
  });
  return image(title, WIDTH, top, parts);
}

function panel(result: Result, top: number): { height: number; lines: string[] } {
  const { owners, base, measured, unit, name, missing } = result;
  const names = Object.keys(owners);
  const ratios = new Map(names.map((contender) => [contender, ratioOf(measured, contender, base)?.median]));
  // From half of the smallest ratio, so that its bar can be seen.
  const scale = logScale(
    [...ratios.values()].flatMap((ratio) => (ratio === undefined ? [] : [ratio / 2, ratio])),
    LEFT,
    RIGHT,
  );
  const bottom = top + HEAD + names.length * ROW;
  const grid = scale.ticks.flatMap((tick) => [
    gridLine(scale.place(tick), top + HEAD - 6, scale.place(tick), bottom),
    text(scale.place(tick), bottom + 15, tickText(tick), 'small', 'middle'),
  ]);
  const rows = names.flatMap((contender, index) => {
    const y = top + HEAD + index * ROW;
    const [ratio, cost] = [ratios.get(contender), costOf(measured, contender)];
    const label = text(LEFT - 10, y + 14, contender, '', 'end');
    if (missing.includes(contender) || ratio === undefined || !cost) return [label, text(LEFT + 6, y + 14, 'not installed', 'small')];
    const end = scale.place(ratio);
    const words = `${formatNumber(ratio)} × (${formatCost(cost.median, unit)})`;
    return [
      label,
      bar(LEFT, y, Math.max(end - LEFT, 2), ROW - 6, owners[contender] ?? 'peer'),
      text(Math.max(end, LEFT) + 8, y + 14, words, 'small'),
    ];
  });
  return { height: bottom + FOOT - top, lines: [text(10, top + 16, `${name} (× ${base})`, 'title'), ...grid, ...rows] };
}
