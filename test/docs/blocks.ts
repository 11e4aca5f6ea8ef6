/** A fenced `ts` block of a document, or of a doc comment in the source. */
export interface Block {
  /** Where it stands: `README.md:12`. */
  place: string;
  code: string;
  /** False for a block marked `ts no-run`, which is compiled only. */
  runs: boolean;
}

/** Finds the `ts` blocks of a file; in TypeScript, those inside doc comments. */
export function findBlocks(file: string, text: string): Block[] {
  const plain = file.endsWith('.ts') ? text.replace(/^[ \t]*\* ?/gm, '') : text;
  return [...plain.matchAll(/^```ts( no-run)?\n(.*?)^```$/gms)].map((match) => ({
    place: `${file}:${plain.slice(0, match.index).split('\n').length}`,
    code: match[2] ?? '',
    runs: match[1] === undefined,
  }));
}

/**
 * Turns every claim, `console.log(x); // => value`, into a check by `claim.ts`. A value may go on in further comment lines that are
 * indented deeper than a sentence would be.
 */
export function withClaims(code: string): string {
  const lines = code.split('\n');
  const values: string[] = [];
  lines.forEach((line, index) => {
    const start = line.match(/\/\/ => (.*)/)?.[1];
    if (start === undefined) return;
    const statement = lines.findLastIndex((candidate, at) => at <= index && candidate.includes('console.log('));
    const call = lines[statement];
    if (call === undefined) throw new Error(`Nothing is logged before the claim: ${line}`);
    lines[statement] = call.replace('console.log(', `claim$(${values.length}, `);
    values.push([start, ...continuation(lines, index + 1)].join('\n'));
  });
  // On the first line of the block, so that the line numbers in its errors are right.
  return `import { claims as claims$ } from './claim.mjs'; const claim$ = claims$(${JSON.stringify(values)}); ${lines.join('\n')}`;
}

/** The same block for a CommonJS file, where nothing may be awaited at the top: imports first, the rest in an async function. */
export function forCommonJs(code: string): string {
  const imports = /\bimport [^;]+ from '[^']+';/g;
  const rest = code.replace(imports, '').replace(/^export /gm, '');
  return `${(code.match(imports) ?? []).join(' ')} void (async () => { ${rest} })();`;
}

function continuation(lines: readonly string[], from: number): string[] {
  const rest = [...lines.slice(from), ''].map((line) => line.match(/^\s*\/\/ {2,}(.*)/)?.[1]);
  return rest.slice(0, rest.indexOf(undefined)).filter((line) => line !== undefined);
}
