import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { promisify } from 'node:util';
import { type OutputOptions, type RenderedChunk, type RollupBuild, rollup } from 'rollup';
import { parseAst } from 'rollup/parseAst';
import { defineConfig } from 'tsup';
import { bundleYaml, isYaml, YAML_LICENSE } from './test/build/bundle-yaml.js';
import { locateCases, writeCases } from './test/build/conformance-cases.js';
import { inlineHandlerThread } from './test/build/inline-handler-thread.js';
import { inlineInspectPage } from './test/build/inline-inspect-page.js';
import { printJsonSchemas } from './test/shapes/print-json-schemas.js';
import { printSamples } from './test/shapes/print-samples.js';

/** The entries that users import, in both formats: the root and `src/<entry>/index.ts`. */
const ENTRIES = [
  'index',
  'guards',
  'schemas',
  'http',
  'events',
  'results',
  'render',
  'custom',
  'local',
  'deploy',
  'testing',
  'testing/vitest',
  'testing/jest',
  'conformance',
  'arbitraries',
  'aws-lambda',
];

/** The entries that do something when they are imported. */
const EFFECTS: readonly string[] = ['testing/vitest', 'testing/jest'];

/**
 * The chunks that entries share, and the layers in each. A cold start reads only the chunks it needs, and stack traces name them.
 *
 * If zod is missing or too old, Node.js refuses an ES module before any of its code runs, and the only words of ours in its error are the
 * name of the file that imports zod: `Package subpath './v4' is not defined by "exports" in …/zod/package.json imported from …`.
 */
const CHUNKS: Readonly<Record<string, readonly string[]>> = {
  aws: ['aws'],
  http: ['http', 'gateway/media-types'],
  'gateway-responses': ['compile-gateway-response', 'context-values', 'response-source'].map((file) => `gateway/${file}`),
  gateway: ['gateway'],
  'custom-vtl-parser': [
    ...['lexer-rules', 'lexer', 'nodes', 'parser', 'template-syntax-error', 'token-stream'].map((file) => `custom/vtl/${file}`),
    ...['directive', 'expression', 'literal', 'reference', 'template'].map((rule) => `custom/vtl/parse-${rule}`),
  ],
  'local-thread': ['local/function/thread/compiled'],
  conformance: ['conformance'],
  guards: ['guards'],
  handler: ['accessors', 'results'],
  matchers: ['testing/matchers'],
  arn: ['arn'],
  events: ['events'],
  render: ['render'],
  custom: ['custom'],
  'schemas-need-zod-3.25.56-or-later': ['schemas'],
  local: ['local'],
};

/** The layers that have a chunk for each folder, because the command line loads only some of them. */
const CHUNK_PER_FOLDER: readonly string[] = ['deploy'];

/** Entries for Node.js alone, whose CommonJS format requires the ES module. */
const MODULES_ONLY: readonly string[] = ['deploy', 'conformance'];

/** tsup turns each source file into JavaScript here; Rollup then gathers them into entries and chunks. */
const MODULES = 'dist/modules';

export default defineConfig({
  entry: ['src/**/*.ts'],
  outDir: MODULES,
  format: 'esm',
  bundle: false,
  target: 'node20',
  platform: 'neutral',
  // The files are readable as they are, and source maps would be two thirds of what npm unpacks.
  sourcemap: false,
  clean: true,
  dts: false,
  async onSuccess() {
    await Promise.all([writeChunks(), writeDeclarations(), writeCases('dist/conformance'), writeJsonSchemas(), writeSamples()]);
    await rm(MODULES, { recursive: true });
  },
});

async function writeChunks(): Promise<void> {
  // The command line is ESM only: nobody requires a program.
  const [modules, required] = await Promise.all([
    gather([...ENTRIES, 'cli']),
    gather(ENTRIES.filter((name) => !MODULES_ONLY.includes(name))),
  ]);
  await modules.write({ ...OUTPUT, format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' });
  await required.write({
    ...OUTPUT,
    dir: 'dist/cjs',
    format: 'cjs',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name].js',
    intro: checkZod,
  });
  // Node.js can require ES modules.
  for (const name of MODULES_ONLY) await writeFile(`dist/cjs/${name}.js`, `module.exports = require('../${name}.js');\n`);
  // A bundler looks for both in the nearest package.json.
  const sideEffects = EFFECTS.map((name) => `./${name}.js`);
  await writeFile('dist/cjs/package.json', `${JSON.stringify({ type: 'commonjs', sideEffects })}\n`);
  await Promise.all([modules.close(), required.close()]);
  const license = await readFile(YAML_LICENSE, 'utf8');
  await writeFile('dist/NOTICES.txt', `chunks/yaml.js is the package yaml, https://eemeli.org/yaml/\n\n${license}`);
}

function gather(names: readonly string[]): Promise<RollupBuild> {
  return rollup({
    input: Object.fromEntries(names.map((name) => [name, `${MODULES}/${pathOfEntry(name)}.js`])),
    external: isPackage,
    treeshake: { moduleSideEffects: (id) => ['cli', ...EFFECTS].some((name) => id.endsWith(`/${pathOfEntry(name)}.js`)) },
    plugins: [
      inlineHandlerThread,
      inlineInspectPage,
      bundleYaml,
      locateCases,
      {
        name: 'pure-tables',
        transform: (code, id) => (isYaml(id) ? null : { code: withPureTables(code, parseAst(code).body), map: null }),
      },
    ],
  });
}

function pathOfEntry(name: string): string {
  if (name === 'index') return 'index';
  return name === 'cli' ? 'cli/bin' : `${name}/index`;
}

const OUTPUT: OutputOptions = {
  dir: 'dist',
  hoistTransitiveImports: false,
  onlyExplicitManualChunks: true,
  // Every imported package is an ES module, or has the `__esModule` mark.
  interop: 'esModule',
  manualChunks(id) {
    // Together with its entry, a chunk would have the entry's name.
    if (id.endsWith('/schemas/index.js')) return undefined;
    if (isYaml(id)) return 'yaml';
    const path = /dist\/modules\/(.+)\.js$/.exec(id)?.[1] ?? '';
    const chunk = Object.keys(CHUNKS).find((name) => CHUNKS[name]?.some((part) => `${path}/`.startsWith(`${part}/`)));
    return chunk ?? folderChunkOf(path);
  },
};

/** `deploy/cloudformation/assets` → `deploy-cloudformation`. The files outside of the folders are Rollup's to place. */
function folderChunkOf(path: string): string | undefined {
  const [layer = '', ...folders] = path.split('/').slice(0, -1);
  return CHUNK_PER_FOLDER.includes(layer) && folders.length > 0 ? [layer, ...folders].join('-') : undefined;
}

/** Returns code that runs before a CommonJS chunk requires its packages: a clear error if zod is missing or too old. */
function checkZod({ imports }: RenderedChunk): string {
  if (!imports.includes('zod/v4')) return '';
  return `try {
  require('zod/v4');
} catch (cause) {
  let found = 'no zod';
  try {
    found = \`zod \${require('zod/package.json').version}\`;
  } catch {}
  throw Object.assign(new Error(\`apigw-proxy/schemas needs zod 3.25.56 or later; found \${found}. Run \\\`npm install zod\\\`.\`, { cause }), { code: cause.code });
}`;
}

/** Returns whether the build leaves an import to the user's packages. */
function isPackage(id: string): boolean {
  return (id !== 'yaml' && !/^[./]|^[A-Za-z]:/.test(id)) || id.startsWith('node:');
}

const run = promisify(execFile);

/**
 * Writes `dist/types/**`: one set of declarations for both formats, so `import` and `require` give the same types. The files are those of
 * CommonJS, which ES modules may import too. Only files that mention another package, such as zod, exist twice, because that package has
 * separate types for each format.
 *
 * Types are not checked here: `npm run typecheck` does that, and takes as long again.
 */
async function writeDeclarations(): Promise<void> {
  await rm('dist/types', { recursive: true, force: true });
  await run(process.execPath, ['node_modules/typescript-7/bin/tsc', '-p', 'src/tsconfig.declarations.json']).catch(({ stdout }) => {
    throw new Error(stdout); // where tsc lists its errors
  });
  const texts = await readDeclarations(ENTRIES.map(pathOfEntry));
  await rm('dist/types', { recursive: true });
  const twice = findPackageUsers(texts);
  for (const [path, text] of texts) {
    await writeNew(
      `dist/types/${path}.d.cts`,
      withImports(text, () => 'cjs'),
    );
    if (twice.has(path))
      await writeNew(
        `dist/types/${path}.d.ts`,
        withImports(text, (name) => (twice.has(join(path, name)) ? 'js' : 'cjs')),
      );
  }
  for (const name of ENTRIES) {
    const path = pathOfEntry(name);
    const types = `${name.includes('/') ? '..' : '.'}/types/${path}`;
    await writeNew(`dist/${name}.d.cts`, `export * from '${types}.cjs';\n`);
    await writeNew(`dist/${name}.d.ts`, `export * from '${types}.${twice.has(path) ? 'js' : 'cjs'}';\n`);
  }
}

/** Matches `from './x.js'` and `import("./x.js")`. */
const RELATIVE = /((?:from |import\()['"])(\.[^'"]*)\.js(?=['"])/g;
/** Matches an import from a package, outside doc comments, or an addition to its types. The types of Node.js are the same for both formats. */
const OF_PACKAGE = /^(?! *\*).*(?:from |import\(|declare module )['"](?!\.|node:)/m;

/** Reads each declaration file that the entries need, and those of type-fest. Returns the texts by path below `dist/types`. */
async function readDeclarations(entries: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const open = [...entries];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (found.has(path)) continue;
    const text = path.startsWith(TYPE_FEST) ? await readTypeFest(path) : await withoutTypeFest(path);
    found.set(path, text);
    for (const imported of importsOf(path, text)) open.push(imported);
  }
  return found;
}

/** The folder of type-fest's declarations below `dist/types`. */
const TYPE_FEST = 'type-fest/';

/** Reads a declaration file of this package. What it imports from type-fest is imported from the copies instead. */
async function withoutTypeFest(path: string): Promise<string> {
  const text = await readFile(`dist/types/${path}.d.ts`, 'utf8');
  return text.replace(/^export type \{(.*)\} from 'type-fest';/gm, (_, names: string) =>
    names
      .split(',')
      .map((name) => `export type { ${name.trim()} } from '${posix.relative(posix.dirname(path), TYPE_FEST)}/${kebab(name.trim())}.js';`)
      .join('\n'),
  );
}

/** Reads a declaration file of type-fest, without its long comments. */
async function readTypeFest(path: string): Promise<string> {
  const text = await readFile(`node_modules/type-fest/source/${path.slice(TYPE_FEST.length)}.d.ts`, 'utf8');
  const code = text
    .replace(/\/\*\*[\s\S]*?\*\//g, '')
    .replace(/\n{2,}/g, '\n')
    .replaceAll(".d.ts'", ".js'");
  return `// Copied from type-fest (MIT or CC0-1.0), https://github.com/sindresorhus/type-fest${code.startsWith('\n') ? '' : '\n'}${code}`;
}

/** `LiteralUnion` → `literal-union`. */
function kebab(name: string): string {
  return name.replace(/(?<!^)[A-Z]/g, '-$&').toLowerCase();
}

/** Finds the files that mention a package, directly or through their imports. */
function findPackageUsers(texts: ReadonlyMap<string, string>): Set<string> {
  const found = new Set([...texts].flatMap(([path, text]) => (OF_PACKAGE.test(text) ? [path] : [])));
  for (let size = -1; size !== found.size; ) {
    size = found.size;
    for (const [path, text] of texts) if (importsOf(path, text).some((imported) => found.has(imported))) found.add(path);
  }
  return found;
}

function importsOf(path: string, text: string): string[] {
  return [...text.matchAll(RELATIVE)].map(([, , name = '']) => join(path, name));
}

function withImports(text: string, extensionOf: (name: string) => 'js' | 'cjs'): string {
  return text.replace(RELATIVE, (_, start: string, name: string) => `${start}${name}.${extensionOf(name)}`);
}

/** Returns the path of a file that another file imports by a relative name. */
function join(path: string, name: string): string {
  return posix.join(posix.dirname(path), name);
}

/** Writes a JSON Schema for each type of an event or a result: `dist/json-schema/APIGatewayProxyEvent.json`. */
async function writeJsonSchemas(): Promise<void> {
  for (const [name, schema] of printJsonSchemas()) {
    await writeNew(`dist/json-schema/${name}.json`, `${JSON.stringify(schema, null, 2)}\n`);
  }
}

/** Writes a sample of each kind of event: `dist/samples/rest.json`. `docs/samples.md` explains them. */
async function writeSamples(): Promise<void> {
  for (const [file, text] of printSamples()) await writeNew(`dist/samples/${file}`, text);
}

async function writeNew(file: string, text: string): Promise<void> {
  await mkdir(posix.dirname(file), { recursive: true });
  await writeFile(file, text);
}

/** Expressions that bundlers recognize as free of side effects. */
const INERT: ReadonlySet<string> = new Set(['Literal', 'ArrowFunctionExpression', 'FunctionExpression', 'ClassExpression']);

interface Range {
  readonly start: number;
  readonly end: number;
}

type Statement = ReturnType<typeof parseAst>['body'][number];

/**
 * Marks each expression at the top level of a file as pure. `sideEffects: false` in package.json applies only to whole files. Within a file,
 * bundlers need the mark.
 */
function withPureTables(code: string, body: readonly Statement[]): string {
  const declared = body.flatMap((statement) => {
    if (statement.type === 'VariableDeclaration') return statement.declarations;
    return statement.type === 'ExportNamedDeclaration' && statement.declaration?.type === 'VariableDeclaration'
      ? statement.declaration.declarations
      : [];
  });
  return declared.reduceRight((text, { init }) => {
    if (init == null || INERT.has(init.type)) return text;
    const { start, end } = init as unknown as Range; // an ESTree node of Rollup's parser has both
    return `${text.slice(0, start)}/* @__PURE__ */ (() => (${text.slice(start, end)}))()${text.slice(end)}`;
  }, code);
}
