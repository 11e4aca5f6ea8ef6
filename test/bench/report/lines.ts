import { type Growth, pointName } from '../rows/growth.js';
import { costOf, type Measured } from '../statistics.js';
import { gridLine, image, line, logScale, type Scale, text, tickText } from './svg.js';

const COLUMNS = 2;
const WIDTH = 450;
const HEIGHT = 300;
const LEFT = 62;
const RIGHT = 290;
const TOP = 40;
const BOTTOM = 250;
const LINE_HEIGHT = 15;

/** The cost of each size, in microseconds. */
type Series = readonly (readonly [size: number, cost: number])[];

/** Draws a plot for each thing that grows: CPU time over size, both on logarithmic scales, so linear growth is a straight diagonal. */
export function drawGrowth(title: string, growths: readonly (readonly [Growth, Measured])[]): string {
  const parts = growths.flatMap(([growth, measured], index) => {
    const [x, y] = [(index % COLUMNS) * WIDTH, Math.floor(index / COLUMNS) * HEIGHT];
    return [`<g transform="translate(${x} ${y})">`, ...plot(growth, measured), '</g>'];
  });
  return image(title, WIDTH * COLUMNS, HEIGHT * Math.ceil(growths.length / COLUMNS), parts);
}

function plot({ axis, sizes, series }: Growth, measured: Measured): string[] {
  const lines = Object.keys(series).map((name): [string, Series] => [
    name,
    sizes.flatMap((size) => {
      const cost = costOf(measured, pointName(name, size))?.median;
      return cost === undefined ? [] : [[size, cost] as const];
    }),
  ]);
  const x = logScale(sizes, LEFT, RIGHT);
  const y = logScale(
    lines.flatMap(([, points]) => points.map(([, cost]) => cost)),
    BOTTOM,
    TOP,
  );
  const drawn = lines.map(([, points], index) =>
    line(
      points.map(([size, cost]) => [x.place(size), y.place(cost)]),
      `line${index}`,
    ),
  );
  return [text(LEFT, 22, `CPU time in µs over ${axis}`, 'title'), ...axes(x, y), ...drawn, ...labels(lines, y)];
}

function axes(x: Scale, y: Scale): string[] {
  return [
    ...y.ticks.flatMap((tick) => [
      gridLine(LEFT, y.place(tick), RIGHT, y.place(tick)),
      text(LEFT - 6, y.place(tick) + 4, tickText(tick), 'small', 'end'),
    ]),
    ...x.ticks.flatMap((tick) => [
      gridLine(x.place(tick), TOP, x.place(tick), BOTTOM),
      text(x.place(tick), BOTTOM + 18, tickText(tick), 'small', 'middle'),
    ]),
  ];
}

/** Writes the name of each line next to its end. Names that would overlap move down. */
function labels(lines: readonly (readonly [string, Series])[], y: Scale): string[] {
  const ends = lines
    .map(([name, points], index) => ({ name, index, place: y.place(points.at(-1)?.[1] ?? 1) }))
    .sort((a, b) => a.place - b.place);
  let last = Number.NEGATIVE_INFINITY;
  return ends.map(({ name, index, place }) => {
    last = Math.max(place, last + LINE_HEIGHT);
    return text(RIGHT + 8, last + 4, name, `text${index}`);
  });
}
