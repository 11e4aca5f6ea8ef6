import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Mutant } from './job.js';
import { HEADER, HEADER_OF_STRYKER } from './switch.js';

/** What is used of `@stryker-mutator/instrumenter`, which only `test/mutation` installs. */
interface InstrumenterModule {
  createInstrumenter(injector: object): Instrumenter;
}
interface Instrumenter {
  instrument(files: readonly { name: string; mutate: boolean; content: string }[], options: object): Promise<Instrumented>;
}
interface Instrumented {
  readonly files: readonly { readonly content: string }[];
  readonly mutants: readonly StrykerMutant[];
}
interface StrykerMutant {
  readonly mutatorName: string;
  readonly replacement: string;
  readonly location: { readonly start: Position; readonly end: Position };
}
interface Position {
  readonly line: number;
  readonly column: number;
}

const INSTRUMENTER = 'test/mutation/node_modules/@stryker-mutator/instrumenter/dist/src/index.js';
const OPTIONS = { plugins: null, excludedMutations: [], ignorers: [], mutator: {} };

const ignore = (): void => undefined;
const LOGGER = { debug: ignore, info: ignore, warn: ignore, error: ignore, trace: ignore, fatal: ignore, isDebugEnabled: () => false };
/** Stryker's instrumenter asks for a container of dependencies. All it needs is a logger. */
const CONTAINER = {
  provideValue: () => CONTAINER,
  injectClass: (Class: new (logger: object) => Instrumenter) => new Class(LOGGER),
};

/** Puts every mutant of a source into it. Ids are unique within one process. */
export async function mutateFiles(files: readonly string[]): Promise<{ sources: Record<string, string>; mutants: Mutant[] }> {
  const { createInstrumenter } = (await import(pathToFileURL(INSTRUMENTER).href)) as InstrumenterModule;
  const instrumenter = createInstrumenter(CONTAINER);
  const contents = files.map((file) => readFileSync(file, 'utf8'));
  const sources: Record<string, string> = {};
  const mutants: Mutant[] = [];
  for (const [index, file] of files.entries()) {
    const content = contents[index] ?? '';
    // One by one, because Stryker's mutants of several files name no file that can be compared.
    const found = await instrumenter.instrument([{ name: resolve(file), mutate: true, content }], OPTIONS);
    const first = mutants.length;
    mutants.push(...found.mutants.map((mutant, place) => describeMutant(mutant, `${first + place}`, file, content)));
    sources[resolve(file)] = numberFrom(first, found.files[0]?.content ?? '');
  }
  return { sources, mutants };
}

function describeMutant({ mutatorName, replacement, location }: StrykerMutant, id: string, file: string, content: string): Mutant {
  const { start, end } = location;
  const original = content.slice(offsetOf(content, start), offsetOf(content, end));
  return { id, file, line: start.line + 1, column: start.column + 1, kind: mutatorName, original, replacement };
}

function offsetOf(content: string, { line, column }: Position): number {
  let offset = 0;
  for (let passed = 0; passed < line; passed += 1) offset = content.indexOf('\n', offset) + 1;
  return offset + column;
}

/** Stryker counts from 0 in each file. */
function numberFrom(first: number, code: string): string {
  const body = code.replace(HEADER_OF_STRYKER, () => HEADER);
  if (body.includes('__stryker__')) throw new Error("`HEADER_OF_STRYKER` doesn't match what this version of the instrumenter writes.");
  return body.replace(/\b(stryMutAct_9fa48|stryCov_9fa48)\((("\d+"(, )?)+)\)/g, (_, name: string, ids: string) => {
    return `${name}(${ids.replace(/\d+/g, (id) => `${Number(id) + first}`)})`;
  });
}
