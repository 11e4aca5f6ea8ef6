import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { findBlocks } from '../docs/blocks.js';
import { documentationPages } from '../docs/pages.js';
import { filesIn } from '../files.js';
import { subjects } from '../fuzz/subjects.js';
import { type ExportedName, exportedNames } from './exported-names.js';

// Every exported name has what a reader of its hover text needs.

const entries = Object.keys(manifest.exports).filter((entry) => /^\.(?:\/[a-z/-]+)?$/.test(entry));
const names = exportedNames(entries.map((entry) => (entry === '.' ? 'src/index.ts' : `src/${entry.slice(2)}/index.ts`)));
const called = names.filter(({ isCalled }) => isCalled);

describe('an exported name', () => {
  test('has a description', () => {
    expect(names.filter(({ text }) => text === '').map(placeOf)).toEqual([]);
  });
});

describe('an exported function', () => {
  test('describes each parameter', () => {
    const missing = called.flatMap((each) => undescribed(each).map((parameter) => `${placeOf(each)}: ${parameter}`));
    expect(missing).toEqual([]);
  });

  test('says what it throws, or that it throws nothing', () => {
    expect(called.filter(({ tags, text }) => !tags.has('throws') && !/never throws|doesn't throw/i.test(text)).map(placeOf)).toEqual([]);
  });

  test('says it throws each error that the fuzzer accepts', () => {
    const undocumented = subjects.flatMap((subject) =>
      called
        .filter(({ name }) => subject.names.includes(name))
        .flatMap((each) => subject.throws.filter((error) => !documents(each, error)).map((error) => `${placeOf(each)}: ${error}`)),
    );
    expect(undocumented).toEqual([]);
  });

  test('has an example', () => {
    expect(called.filter(({ tags }) => !tags.has('example')).map(placeOf)).toEqual([]);
  });
});

describe('another exported value', () => {
  test('is in an example', () => {
    const others = names.filter(({ isCalled, isType }) => !isCalled && !isType);
    expect(others.filter(({ name, tags }) => !tags.has('example') && !shown.has(name)).map(placeOf)).toEqual([]);
  });
});

describe('an exported type', () => {
  const types = names.filter(({ isType }) => isType);

  test('is in an example, or a part of something that is', () => {
    const known = reachable(names.filter(({ name, tags }) => tags.has('example') || shown.has(name)));
    // The names of @types/aws-lambda are aliases; docs/names.md says what each of them is here.
    const aliases = readFileSync('docs/names.md', 'utf8');
    expect(types.filter(({ name }) => !known.has(name) && !aliases.includes(`\`${name}`)).map(placeOf)).toEqual([]);
  });
});

describe('a type of what AWS sends or accepts', () => {
  test('names the page of AWS or its evidence, unless it is a part of one that does', () => {
    const shapes = names.filter(({ file, isType }) => isType && file.startsWith('src/types/') && !NOT_OF_AWS.includes(file));
    const known = reachable(shapes.filter(({ tags, text }) => tags.has('see') || /recorded|reported|documented/.test(text)));
    expect(shapes.filter(({ name }) => !known.has(name)).map(placeOf)).toEqual([]);
  });
});

/** Files whose types say something about TypeScript, not about AWS. */
const NOT_OF_AWS = ['src/types/handlers.ts', 'src/types/event-kind.ts', 'src/types/plain.ts', 'src/types/type-fest.ts'];

/** The words in all examples that are compiled. */
const shown = new Set(
  ['README.md', ...documentationPages(), ...filesIn('src', '.ts')]
    .flatMap((file) => findBlocks(file, readFileSync(file, 'utf8')))
    .flatMap(({ code }) => code.match(/[A-Za-z_$][\w$]*/g) ?? []),
);

/** Whether a function says that it throws an error, or that it throws the same as another function, which does. */
function documents({ tags }: ExportedName, error: string): boolean {
  const texts = tags.get('throws') ?? [];
  if (texts.some((text) => text.includes(error))) return true;
  return called.some((other) => texts.some((text) => text.includes(`as \`${other.name}\``)) && documents(other, error));
}

function undescribed({ parameters, tags }: ExportedName): string[] {
  const described = (tags.get('param') ?? []).map((text) => text.split(' ')[0] ?? '');
  const missing = parameters.filter((parameter) => !described.includes(parameter));
  // A destructured parameter has no name of its own: any other tag describes it.
  const spare = described.filter((name) => !parameters.includes(name)).length;
  return missing.filter((parameter) => !parameter.startsWith('__') || spare === 0);
}

/** Returns the names, and those that their declarations name, and so on. */
function reachable(starts: readonly ExportedName[]): Set<string> {
  const byName = new Map(names.map((each) => [each.name, each]));
  const found = new Set(starts.map(({ name }) => name));
  for (const name of found) for (const used of byName.get(name)?.uses ?? []) found.add(used);
  return found;
}

function placeOf({ name, file }: ExportedName): string {
  return `${name} (${file})`;
}
