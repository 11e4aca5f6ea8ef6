import { readdir, rm } from 'node:fs/promises';
import { type OutputOptions, type RollupBuild, rollup } from 'rollup';
import { parseAst } from 'rollup/parseAst';
import { defineConfig } from 'tsup';

/** What is imported, in both formats. */
const library = {
  index: 'src/index.ts',
  schemas: 'src/schemas/index.ts',
  http: 'src/http/index.ts',
  events: 'src/events/index.ts',
  results: 'src/results/index.ts',
  render: 'src/render/index.ts',
  local: 'src/local/index.ts',
  arbitraries: 'src/arbitraries/index.ts',
};
/** The program, as ESM alone: it is started, never required. */
const entry = { ...library, cli: 'src/cli/bin.ts' };

export default defineConfig({
  entry,
  // The code of the CommonJS files is replaced below; their declarations stay.
  format: ['esm', 'cjs'],
  target: 'node20',
  platform: 'neutral',
  external: [/^node:/],
  removeNodeProtocol: false,
  // The files are written to be read; maps would be two thirds of what npm unpacks, and npx does so at every call.
  sourcemap: false,
  splitting: true,
  // Chunks are free of side effects, as package.json says of all files: no import remains for the sake of one.
  treeshake: { moduleSideEffects: false },
  clean: true,
  onSuccess: gatherSharedCode,
  // Node's types are for local/ alone; `npm run typecheck` holds the other folders to the platform's.
  // tsup injects `baseUrl`, which TypeScript 6 reports as deprecated.
  dts: { entry: library, compilerOptions: { ignoreDeprecations: '6.0', types: ['node'] } },
});

/**
 * Puts all that entries share, and that needs no other package, into `core`: a cold start reads two files, not a chunk for every set of
 * entries. Chunks that need zod, fast-check or Node stay apart from it.
 */
async function gatherSharedCode(): Promise<void> {
  const bundles = await Promise.all([bundleOf(Object.keys(entry)), bundleOf(Object.keys(library))]);
  const written = (await readdir('dist')).filter((name) => /\.c?js$/.test(name));
  await Promise.all(written.map((name) => rm(`dist/${name}`)));
  const [modules, required] = bundles;
  await modules.write({ ...OUTPUT, format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' });
  await required.write({ ...OUTPUT, format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name].cjs' });
  await Promise.all(bundles.map((bundle) => bundle.close()));
}

function bundleOf(names: readonly string[]): Promise<RollupBuild> {
  return rollup({
    input: Object.fromEntries(names.map((name) => [name, `dist/${name}.js`])),
    external: isPackage,
    treeshake: { moduleSideEffects: false },
    plugins: [{ name: 'pure-tables', transform: (code) => ({ code: withPureTables(code, parseAst(code).body), map: null }) }],
  });
}

const OUTPUT: OutputOptions = {
  dir: 'dist',
  hoistTransitiveImports: false,
  // Every package here is an ES module or says that it was one.
  interop: 'esModule',
  manualChunks: (id, { getModuleInfo }) => {
    const seen = new Set<string>();
    const needsPackage = (module: string): boolean => {
      if (seen.has(module)) return false;
      seen.add(module);
      return getModuleInfo(module)?.importedIds.some((imported) => isPackage(imported) || needsPackage(imported)) ?? false;
    };
    return /chunk-[^/]*$/.test(id) && !needsPackage(id) ? 'core' : undefined;
  },
};

function isPackage(id: string): boolean {
  return !/^[./]|^[A-Za-z]:/.test(id) || id.startsWith('node:');
}

/** What bundlers see by themselves to do nothing. */
const INERT: ReadonlySet<string> = new Set(['Literal', 'ArrowFunctionExpression', 'FunctionExpression', 'ClassExpression']);

interface Range {
  readonly start: number;
  readonly end: number;
}

type Statement = ReturnType<typeof parseAst>['body'][number];

/**
 * Marks what the top level of a file computes as pure, as package.json says of all files (`sideEffects: false`): within one file, bundlers
 * only believe it of each expression.
 */
function withPureTables(code: string, body: readonly Statement[]): string {
  const tables = body.flatMap((statement) => (statement.type === 'VariableDeclaration' ? statement.declarations : []));
  return tables.reduceRight((text, { init }) => {
    if (init == null || INERT.has(init.type)) return text;
    const { start, end } = init as unknown as Range; // an ESTree node of rollup's parser has both
    return `${text.slice(0, start)}/* @__PURE__ */ (() => (${text.slice(start, end)}))()${text.slice(end)}`;
  }, code);
}
