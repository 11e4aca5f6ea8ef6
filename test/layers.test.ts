import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { filesIn } from './files.js';

/** What each folder of src may import besides itself. `index.ts` is the root entry: nothing that it imports uses zod or a Node built-in. */
const LAYERS: Record<string, readonly string[]> = {
  aws: [],
  types: ['aws'],
  'aws-lambda': ['types'],
  guards: ['aws', 'types'],
  schemas: ['aws', 'types', 'guards', 'http', 'accessors'],
  http: [], // knows nothing of AWS
  gateway: ['aws', 'types', 'http'],
  events: ['aws', 'types', 'http', 'gateway'],
  results: ['aws', 'types', 'http', 'gateway', 'accessors'],
  accessors: ['aws', 'types', 'http'],
  arn: ['aws', 'types', 'http', 'gateway'],
  render: ['aws', 'types', 'http', 'gateway', 'accessors'],
  custom: ['aws', 'types', 'http', 'gateway', 'events', 'render'],
  local: ['aws', 'types', 'guards', 'http', 'gateway', 'events', 'results', 'arn', 'render', 'custom'],
  deploy: ['aws', 'types', 'http', 'gateway'],
  testing: ['aws', 'types', 'guards', 'http', 'gateway', 'events', 'render'],
  arbitraries: ['aws', 'types', 'http', 'gateway', 'events', 'results'],
  conformance: ['aws', 'types', 'http', 'gateway', 'events', 'render'],
  cli: [
    ...['aws', 'types', 'accessors', 'guards', 'schemas', 'http', 'gateway', 'events', 'results', 'render', 'custom', 'local', 'deploy'],
    'conformance',
  ],
  'index.ts': ['aws', 'types', 'guards', 'http', 'gateway', 'events', 'results', 'accessors', 'arn', 'render'],
};

/**
 * The subfolders of the large layers, from the bottom up, and what each may import from its own layer besides itself. A file outside a
 * subfolder is listed like one.
 */
const ROOMS: Record<string, Record<string, readonly string[]>> = {
  conformance: {
    cases: [],
    compare: ['cases'],
    stack: ['cases'],
    'run-conformance.ts': ['cases', 'compare'],
    play: ['cases', 'compare', 'stack', 'run-conformance.ts'],
    'index.ts': ['cases', 'compare', 'stack', 'run-conformance.ts', 'play'],
  },
  events: {
    request: [],
    routing: ['request'],
    headers: ['request'],
    context: ['request'],
    'prepared-request.ts': ['request', 'routing', 'headers'],
    'proxy-event.ts': ['request', 'routing', 'context', 'prepared-request.ts'],
    'proxy-event-v2.ts': ['request', 'routing', 'context', 'prepared-request.ts'],
    'websocket-event.ts': ['request', 'headers', 'context'],
    'authorizer-event.ts': [
      'request',
      'routing',
      'headers',
      'context',
      'prepared-request.ts',
      'proxy-event.ts',
      'proxy-event-v2.ts',
      'websocket-event.ts',
    ],
    'check-request.ts': ['request', 'routing'],
    'to-event.ts': ['request', 'routing', 'prepared-request.ts', 'proxy-event.ts', 'proxy-event-v2.ts', 'websocket-event.ts'],
    build: ['request', 'routing', 'headers', 'websocket-event.ts', 'authorizer-event.ts', 'to-event.ts'],
    recover: ['request', 'to-event.ts', 'build'],
    anonymize: ['request'],
    'index.ts': ['routing', 'build', 'recover', 'anonymize', 'authorizer-event.ts', 'to-event.ts', 'check-request.ts'],
  },
  render: {
    outcome: [],
    issues: ['outcome'],
    'types.ts': ['issues'],
    'settings.ts': [],
    'cors.ts': ['issues'],
    targets: ['outcome', 'issues', 'types.ts'],
    'issue-codes.ts': ['issues', 'targets'],
    'failure.ts': ['outcome', 'issues', 'targets'],
    'rendering.ts': ['outcome', 'issues', 'types.ts', 'cors.ts', 'targets'],
    'compose.ts': ['settings.ts', 'targets'],
    read: ['outcome', 'issues', 'targets', 'rendering.ts'],
    'payload.ts': ['outcome', 'issues', 'read'],
    body: ['types.ts', 'settings.ts', 'rendering.ts', 'read'],
    headers: ['targets', 'rendering.ts', 'read'],
    answers: ['issues', 'settings.ts', 'types.ts', 'cors.ts', 'targets', 'rendering.ts', 'compose.ts'],
    'websocket-code.ts': ['types.ts', 'rendering.ts'],
    websocket: ['issues', 'types.ts', 'websocket-code.ts', 'targets', 'rendering.ts', 'compose.ts', 'read', 'headers'],
    stream: ['outcome', 'issues', 'types.ts', 'targets', 'rendering.ts', 'compose.ts', 'read', 'payload.ts', 'headers', 'answers'],
    'streamed-result.ts': ['outcome', 'issues', 'stream'],
    'answer.ts': ['outcome', 'issues', 'targets', 'rendering.ts', 'compose.ts', 'read', 'body', 'headers', 'answers', 'stream'],
    'render-result.ts': ['types.ts', 'rendering.ts', 'compose.ts', 'websocket-code.ts', 'answer.ts'],
    'inspect-result.ts': ['types.ts', 'settings.ts', 'rendering.ts', 'read', 'body', 'headers', 'stream'],
    'render-stream.ts': [
      'payload.ts',
      'issues',
      'types.ts',
      'targets',
      'rendering.ts',
      'compose.ts',
      'answers',
      'stream',
      'render-result.ts',
    ],
    'check-result.ts': ['issues', 'types.ts', 'rendering.ts', 'websocket-code.ts', 'answer.ts'],
    'result-issues-error.ts': ['issues'],
    'assert-no-issues.ts': ['issues', 'issue-codes.ts', 'check-result.ts', 'result-issues-error.ts'],
    'with-check.ts': ['issues', 'rendering.ts', 'result-issues-error.ts'],
    'checked.ts': ['types.ts', 'rendering.ts', 'inspect-result.ts', 'with-check.ts'],
    'checked-websocket.ts': ['rendering.ts', 'websocket', 'with-check.ts'],
    'index.ts': [
      'outcome',
      'issues',
      'types.ts',
      'issue-codes.ts',
      'failure.ts',
      'answers',
      'websocket',
      'streamed-result.ts',
      'render-result.ts',
      'payload.ts',
      'render-stream.ts',
      'check-result.ts',
      'result-issues-error.ts',
      'assert-no-issues.ts',
      'with-check.ts',
      'checked.ts',
      'checked-websocket.ts',
    ],
  },
  custom: {
    'once.ts': [],
    'meter.ts': [],
    regex: ['once.ts', 'meter.ts'],
    java: ['meter.ts', 'regex'],
    json: ['meter.ts', 'regex', 'java'],
    vtl: ['meter.ts', 'java'],
    integration: ['meter.ts'],
    variables: ['once.ts', 'meter.ts', 'java', 'json', 'integration'],
    template: ['meter.ts', 'java', 'vtl', 'integration', 'variables'],
    mapping: ['once.ts', 'meter.ts', 'java', 'json', 'integration', 'variables'],
    response: ['meter.ts', 'regex', 'java', 'integration', 'variables', 'template', 'mapping'],
    request: ['meter.ts', 'java', 'json', 'integration', 'variables', 'template', 'mapping', 'response'],
    mock: ['integration', 'variables', 'template', 'response', 'request'],
    http: ['integration', 'mapping', 'variables', 'template', 'response', 'request'],
    'index.ts': ['integration', 'mock', 'response', 'request'],
  },
  local: {
    function: [],
    api: ['function'],
    authorize: ['function', 'api'],
    settings: ['function', 'api'],
    inspect: ['function', 'api'],
    answer: ['function', 'api', 'authorize'],
    server: ['function', 'api', 'inspect', 'answer'],
    'local-api.ts': ['function', 'api', 'authorize', 'settings', 'answer', 'server'],
    'local-websocket-api.ts': ['function', 'api', 'authorize', 'settings', 'answer', 'server'],
    'index.ts': ['function', 'api', 'answer', 'server', 'local-api.ts', 'local-websocket-api.ts'],
  },
  deploy: {
    'deployment.ts': [],
    'template-error.ts': [],
    'options.ts': ['deployment.ts'],
    'check-options.ts': ['options.ts', 'template-error.ts'],
    reading: ['deployment.ts'],
    yaml: ['template-error.ts'],
    'read-context.ts': ['options.ts', 'yaml'],
    intrinsics: ['deployment.ts', 'template-error.ts', 'reading'],
    functions: ['deployment.ts', 'reading', 'intrinsics'],
    apis: ['deployment.ts', 'reading', 'functions'],
    template: ['options.ts', 'reading', 'read-context.ts', 'intrinsics', 'functions', 'apis'],
    openapi: [
      'deployment.ts',
      'template-error.ts',
      'options.ts',
      'reading',
      'yaml',
      'read-context.ts',
      'intrinsics',
      'functions',
      'apis',
      'template',
    ],
    cloudformation: [
      'deployment.ts',
      'template-error.ts',
      'reading',
      'yaml',
      'read-context.ts',
      'intrinsics',
      'functions',
      'apis',
      'template',
      'openapi',
    ],
    sam: ['deployment.ts', 'reading', 'yaml', 'read-context.ts', 'intrinsics', 'functions', 'apis', 'template', 'cloudformation'],
    serverless: ['deployment.ts', 'template-error.ts', 'reading', 'yaml', 'read-context.ts', 'intrinsics', 'cloudformation'],
    'formats.ts': ['deployment.ts', 'template-error.ts', 'options.ts', 'yaml', 'read-context.ts', 'openapi', 'sam', 'serverless'],
    'read-template.ts': ['deployment.ts', 'template-error.ts', 'options.ts', 'check-options.ts', 'formats.ts'],
    'index.ts': ['deployment.ts', 'template-error.ts', 'options.ts', 'read-template.ts'],
  },
};

/** Packages that may be imported, and by whom. */
const PACKAGES: Record<string, readonly string[]> = {
  'zod/v4': ['schemas'],
  // Types only: the code is that of the handler's project.
  esbuild: ['local'],
  'fast-check': ['arbitraries'],
  'type-fest': ['types'], // the build copies what types/type-fest.ts exports
  // Only the entries that register matchers import these.
  expect: ['testing'],
  vitest: ['testing'],
  ws: ['local'],
  yaml: ['deploy'], // the build copies it
};

/** Node's own modules and globals, and the folders and files that may use them. */
const NODE = ['local', 'cli', 'conformance', 'deploy/read-template.ts'];
const NODE_GLOBALS = ['Buffer', 'process', 'require', '__dirname', '__filename', 'setImmediate'];
/** The places that look for a global of Node, but also work without it. */
const NODE_GLOBAL_SOUGHT: Record<string, readonly string[]> = { 'http/native-buffer.ts': ['Buffer'], 'http/zlib.ts': ['process'] };

interface Source {
  /** Path below src: `http/base64.ts`. */
  path: string;
  /** First part of the path: a folder, or `index.ts`. */
  layer: string;
  /** Every module specifier, including those of types and dynamic imports. */
  imports: string[];
  /** Every identifier, but no comments and strings. */
  identifiers: Set<string>;
}

const sources = filesIn('src', '.ts').map(readSource);

describe('src', () => {
  test('has a row in the table for every folder', () => {
    expect(sources.filter(({ layer }) => !(layer in LAYERS)).map(({ path }) => path)).toEqual([]);
  });

  test('imports in one direction only', () => {
    const upward = sources.flatMap(({ path, layer, imports }) =>
      imports
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => posix.join(posix.dirname(path), specifier))
        .filter((imported) => layerOf(imported) !== layer && !LAYERS[layer]?.includes(layerOf(imported)))
        .map((imported) => `${path} imports ${imported}`),
    );
    expect(upward).toEqual([]);
  });

  test('imports in one direction between the subfolders of a layer', () => {
    const wrong = Object.entries(ROOMS).flatMap(([layer, rooms]) =>
      inside(layer).flatMap(({ path, room, imported }) =>
        imported.filter((other) => other !== room && !rooms[room]?.includes(other)).map((other) => `${path} imports ${other}`),
      ),
    );
    expect(wrong).toEqual([]);
  });

  test('lists subfolders from the bottom up, each allowed to import only what it uses', () => {
    const loose = Object.entries(ROOMS).flatMap(([layer, rooms]) => {
      const order = Object.keys(rooms);
      const used = (room: string): Set<string> => new Set(inside(layer).flatMap((file) => (file.room === room ? file.imported : [])));
      return order.flatMap((room, floor) =>
        (rooms[room] ?? [])
          .filter((other) => order.indexOf(other) >= floor || !used(room).has(other))
          .map((other) => `${layer}/${room}: ${other}`),
      );
    });
    expect(loose).toEqual([]);
  });

  test('has no circular imports', () => {
    const known = new Map(sources.map((source) => [source.path, importedFiles(source)]));
    expect(sources.map(({ path }) => path).filter((path) => reachable(path, known).has(path))).toEqual([]);
  });

  test('imports packages and Node built-ins only where they are allowed', () => {
    const foreign = sources.flatMap(({ path, layer, imports }) =>
      imports
        .filter((specifier) => !specifier.startsWith('.'))
        .filter((specifier) => (specifier.startsWith('node:') ? !mayUseNode(path) : !PACKAGES[specifier]?.includes(layer)))
        .map((specifier) => `${path} imports ${specifier}`),
    );
    expect(foreign).toEqual([]);
  });

  test('uses globals of Node only where they are allowed', () => {
    const used = sources.flatMap(({ path, identifiers }) =>
      NODE_GLOBALS.filter((name) => identifiers.has(name) && !mayUseNode(path) && !NODE_GLOBAL_SOUGHT[path]?.includes(name)).map(
        (name) => `${path} uses ${name}`,
      ),
    );
    expect(used).toEqual([]);
  });
});

function mayUseNode(path: string): boolean {
  return NODE.includes(layerOf(path)) || NODE.includes(path);
}

/** The files of a layer: the subfolder of each, and the subfolders of the same layer that it imports. */
function inside(layer: string): { path: string; room: string; imported: string[] }[] {
  return sources
    .filter((source) => source.layer === layer)
    .map((source) => ({
      path: source.path,
      room: roomOf(source.path),
      imported: importedFiles(source)
        .filter((path) => layerOf(path) === layer)
        .map(roomOf),
    }));
}

/** Paths below src of the files that a file imports. */
function importedFiles({ path, imports }: Source): string[] {
  return imports
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => posix.join(posix.dirname(path), specifier).replace(/\.js$/, '.ts'));
}

function reachable(start: string, imports: ReadonlyMap<string, readonly string[]>): Set<string> {
  const found = new Set<string>();
  const open = [start];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    for (const next of imports.get(path) ?? []) {
      if (!found.has(next)) open.push(next);
      found.add(next);
    }
  }
  return found;
}

/** `render/headers/cors.ts` → `headers`; `render/compose.ts` → `compose.ts`. */
function roomOf(path: string): string {
  return path.split('/')[1] ?? path;
}

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
