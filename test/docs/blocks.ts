/** A fenced `ts` block in a document, or in a doc comment of the source. */
export interface Block {
  /** Its file and line: `README.md:12`. */
  place: string;
  code: string;
  /** False if the block is marked `ts no-run`: it is only compiled. */
  runs: boolean;
}

/** Finds the `ts` blocks of a file. In a TypeScript file, these are the blocks in doc comments. */
export function findBlocks(file: string, text: string): Block[] {
  const plain = file.endsWith('.ts') ? text.replace(/^[ \t]*\* ?/gm, '') : text;
  return [...plain.matchAll(/^```ts( no-run)?\n(.*?)^```$/gms)].map((match) => ({
    place: `${file}:${plain.slice(0, match.index).split('\n').length}`,
    code: match[2] ?? '',
    runs: match[1] === undefined,
  }));
}

/**
 * Turns every claim, `console.log(x); // => value`, into a call of the check in `claim.ts`. A value can continue in comment lines that are
 * indented by two spaces or more.
 */
export function withClaims(code: string): string {
  const lines = code.split('\n');
  const values: string[] = [];
  lines.forEach((line, index) => {
    const start = line.match(/\/\/ => (.*)/)?.[1];
    if (start === undefined) return;
    const statement = lines.findLastIndex((candidate, at) => at <= index && candidate.includes('console.log('));
    const call = lines[statement];
    if (call === undefined) throw new Error(`There is no console.log before this claim: ${line}`);
    lines[statement] = call.replace('console.log(', `claim$(${values.length}, `);
    values.push([start, ...continuation(lines, index + 1)].join('\n'));
  });
  // The import shares the first line of the block, so line numbers in errors stay right.
  return `import { claims as claims$ } from './claim.mjs'; const claim$ = claims$(${JSON.stringify(values)}); ${lines.join('\n')}`;
}

/** Converts a block for a CommonJS file, which has no top-level `await`: imports come first, the rest moves into an async function. */
export function forCommonJs(code: string): string {
  const imports = /\bimport [^;]+ from '[^']+';/g;
  const rest = code.replace(imports, '').replace(/^export /gm, '');
  return `${(code.match(imports) ?? []).join(' ')} void (async () => { ${rest} })();`;
}

function continuation(lines: readonly string[], from: number): string[] {
  const rest = [...lines.slice(from), ''].map((line) => line.match(/^\s*\/\/ {2,}(.*)/)?.[1]);
  return rest.slice(0, rest.indexOf(undefined)).filter((line) => line !== undefined);
}
