import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { filesIn } from './files.js';

/** What each folder of src may import besides itself. `index.ts` is the root entry: no zod and no Node built-in below it. */
const LAYERS: Record<string, readonly string[]> = {
  types: [],
  guards: ['types'],
  schemas: ['types', 'guards', 'http'],
  http: [],
  gateway: ['types', 'http'],
  events: ['types', 'http', 'gateway'],
  results: ['types', 'http', 'gateway'],
  accessors: ['http'],
  arn: ['types', 'gateway'],
  render: ['types', 'http', 'gateway'],
  local: ['types', 'guards', 'http', 'gateway', 'events', 'results', 'arn', 'render'],
  arbitraries: ['types', 'http', 'gateway', 'events', 'results'],
  cli: ['types', 'guards', 'schemas', 'http', 'gateway', 'events', 'results', 'render', 'local'],
  'index.ts': ['types', 'guards', 'http', 'gateway', 'events', 'results', 'accessors', 'arn', 'render'],
};

/** Packages that may be imported, and by whom. */
const PACKAGES: Record<string, readonly string[]> = {
  zod: ['schemas'],
  'fast-check': ['arbitraries'],
  ws: ['local'],
};

/** Node's own modules and globals, and the folders that may use them. */
const NODE = ['local', 'cli'];
const NODE_GLOBALS = ['Buffer', 'process', 'require', '__dirname', '__filename', 'setImmediate'];
/** The places that look for a global of Node, and do without it elsewhere. */
const NODE_GLOBAL_SOUGHT: Record<string, readonly string[]> = { 'http/base64.ts': ['Buffer'], 'render/compressor.ts': ['process'] };

interface Source {
  /** Path below src: `http/base64.ts`. */
  path: string;
  /** First part of the path: a folder, or `index.ts`. */
  layer: string;
  /** Every module specifier, also of types and dynamic imports. */
  imports: string[];
  /** Every identifier; comments and texts are none. */
  identifiers: Set<string>;
}

const sources = filesIn('src', '.ts').map(readSource);

describe('src', () => {
  test('has a place in the table for every folder', () => {
    expect(sources.filter(({ layer }) => !(layer in LAYERS)).map(({ path }) => path)).toEqual([]);
  });

  test('imports one way', () => {
    const upward = sources.flatMap(({ path, layer, imports }) =>
      imports
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => posix.join(posix.dirname(path), specifier))
        .filter((imported) => layerOf(imported) !== layer && !LAYERS[layer]?.includes(layerOf(imported)))
        .map((imported) => `${path} imports ${imported}`),
    );
    expect(upward).toEqual([]);
  });

  test('imports packages and Node built-ins only where they are allowed', () => {
    const foreign = sources.flatMap(({ path, layer, imports }) =>
      imports
        .filter((specifier) => !specifier.startsWith('.'))
        .filter((specifier) => (specifier.startsWith('node:') ? !NODE.includes(layer) : !PACKAGES[specifier]?.includes(layer)))
        .map((specifier) => `${path} imports ${specifier}`),
    );
    expect(foreign).toEqual([]);
  });

  test('uses globals of Node only where they are allowed', () => {
    const used = sources.flatMap(({ path, layer, identifiers }) =>
      NODE_GLOBALS.filter((name) => identifiers.has(name) && !NODE.includes(layer) && !NODE_GLOBAL_SOUGHT[path]?.includes(name)).map(
        (name) => `${path} uses ${name}`,
      ),
    );
    expect(used).toEqual([]);
  });
});

function readSource(file: string): Source {
  const path = file.slice('src/'.length);
  const text = readFileSync(file, 'utf8');
  const identifiers = new Set<string>();
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest), identifiers);
  const imports = ts.preProcessFile(text).importedFiles.map(({ fileName }) => fileName);
  return { path, layer: layerOf(path), imports, identifiers };
}

function visit(node: ts.Node, identifiers: Set<string>): void {
  if (ts.isIdentifier(node)) identifiers.add(node.text);
  ts.forEachChild(node, (child) => visit(child, identifiers));
}

function layerOf(path: string): string {
  return path.split('/')[0] ?? path;
}
