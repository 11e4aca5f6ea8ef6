// Small parts of SVG images that are readable on light and dark pages.

const STYLE = `
  text { font: 13px system-ui, sans-serif; fill: #1f2328; }
  .title { font-weight: 600; }
  .small { font-size: 11px; fill: #59636e; }
  .page { fill: #ffffff; }
  .grid { stroke: #d1d9e0; stroke-width: 1; }
  .ours { fill: #0969da; } .peer { fill: #8c959f; } .limit { fill: #2da44e; }
  .line { fill: none; stroke-width: 2; }
  .line0 { stroke: #0969da; } .line1 { stroke: #bc4c00; } .line2 { stroke: #1a7f37; } .line3 { stroke: #8250df; }
  .text0 { fill: #0969da; } .text1 { fill: #bc4c00; } .text2 { fill: #1a7f37; } .text3 { fill: #8250df; }
  @media (prefers-color-scheme: dark) {
    text { fill: #f0f6fc; }
    .small { fill: #9198a1; }
    .page { fill: #0d1117; }
    .grid { stroke: #3d444d; }
    .ours { fill: #4493f8; } .peer { fill: #6e7681; } .limit { fill: #3fb950; }
    .line0 { stroke: #4493f8; } .line1 { stroke: #db6d28; } .line2 { stroke: #3fb950; } .line3 { stroke: #ab7df8; }
    .text0 { fill: #4493f8; } .text1 { fill: #db6d28; } .text2 { fill: #3fb950; } .text3 { fill: #ab7df8; }
  }
`;

/** Returns an SVG image. The title is what a screen reader reads. */
export function image(title: string, width: number, height: number, parts: readonly string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title">`,
    `<title id="title">${escapeText(title)}</title>`,
    `<style>${STYLE}</style>`,
    `<rect class="page" width="${width}" height="${height}"/>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n');
}

/** Returns a line of text. `anchor` says which end of it is at `x`. */
export function text(x: number, y: number, words: string, type = '', anchor: 'start' | 'middle' | 'end' = 'start'): string {
  const kind = type === '' ? '' : ` class="${type}"`;
  const side = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  return `<text x="${round(x)}" y="${round(y)}"${kind}${side}>${escapeText(words)}</text>`;
}

export function bar(x: number, y: number, width: number, height: number, type: string): string {
  return `<rect class="${type}" x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="2"/>`;
}

export function gridLine(x1: number, y1: number, x2: number, y2: number): string {
  return `<path class="grid" d="M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}"/>`;
}

export function line(points: readonly (readonly [x: number, y: number])[], type: string): string {
  return `<path class="line ${type}" d="M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}"/>`;
}

/** A logarithmic scale: where a value lies between two ends, and the powers of ten among them. */
export interface Scale {
  place(value: number): number;
  readonly ticks: readonly number[];
}

/** Returns a scale that starts at the power of ten at or below the values, and ends at the one at or above them. */
export function logScale(values: readonly number[], start: number, end: number): Scale {
  const known = values.filter((value) => value > 0);
  if (known.length === 0) known.push(1);
  const from = Math.floor(Math.log10(Math.min(...known)));
  const to = Math.max(from + 1, Math.ceil(Math.log10(Math.max(...known))));
  return {
    place: (value) => start + ((Math.log10(Math.max(value, 10 ** from)) - from) / (to - from)) * (end - start),
    ticks: Array.from({ length: to - from + 1 }, (_, index) => 10 ** (from + index)),
  };
}

/** A power of ten as text: `0.01`, `1,000`. */
export function tickText(value: number): string {
  return value >= 1 ? Math.round(value).toLocaleString('en-US') : String(Number(value.toPrecision(1)));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escapeText(words: string): string {
  return words.replace(/[<>&"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
