import { readFileSync } from 'node:fs';
import { dirname, extname, join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Esbuild from 'esbuild';

/** The two kinds of modules. */
export type ModuleFormat = 'esm' | 'cjs';

/** A module as JavaScript, together with the files of the project that it imports. Packages are not part of it. */
export interface CompiledModule {
  readonly code: string;
  readonly format: ModuleFormat;
  /** The source files of the module, as absolute paths. */
  readonly sources: readonly string[];
}

/** Formats by extension. Any other file has the format of its package. */
const FORMATS: Readonly<Record<string, ModuleFormat>> = { '.mts': 'esm', '.cts': 'cjs' };

/**
 * Compiles a module and what it imports from its project with the project's own esbuild.
 *
 * @param file path of the module.
 * @param path path of esbuild.
 * @throws Error with a line for each place that esbuild cannot compile.
 */
export async function compileModule(file: string, path: string): Promise<CompiledModule> {
  const imported: { readonly default: typeof Esbuild } = await import(pathToFileURL(path).href);
  const { build } = imported.default;
  const format = formatOf(file);
  try {
    if (format !== undefined) return await compileAs(file, format, build);
    // Without a "type", the module may use what only ES modules have.
    return (await tryCommonJs(file, build)) ?? (await compileAs(file, 'esm', build));
  } catch (error) {
    throw toBuildError(error);
  }
}

/** Returns the module's format, or `undefined` if neither its name nor its package says it. */
function formatOf(file: string): ModuleFormat | undefined {
  const named = FORMATS[extname(file)];
  if (named !== undefined) return named;
  const type = typeOfPackage(dirname(file));
  return type === undefined ? undefined : type === 'module' ? 'esm' : 'cjs';
}

/** Returns the `type` of the package that a folder belongs to. */
function typeOfPackage(folder: string): unknown {
  const text = tryToRead(join(folder, 'package.json'));
  if (text !== undefined) return Reflect.get(Object(JSON.parse(text)), 'type');
  const parent = dirname(folder);
  return parent === folder ? undefined : typeOfPackage(parent);
}

function tryToRead(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Compiles a module as CommonJS. Returns `undefined` if it uses `import.meta` or a top-level `await`. */
async function tryCommonJs(file: string, build: typeof Esbuild.build): Promise<CompiledModule | undefined> {
  try {
    return await compileAs(file, 'cjs', build, { 'empty-import-meta': 'error' });
  } catch {
    return undefined; // if it's another error, the other format has it too
  }
}

async function compileAs(
  file: string,
  format: ModuleFormat,
  build: typeof Esbuild.build,
  logOverride: Record<string, Esbuild.LogLevel> = {},
): Promise<CompiledModule> {
  const folder = dirname(file);
  const { outputFiles, metafile } = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    metafile: true,
    // The code stands for the file itself, so the paths in its source map start in the same folder.
    outfile: file,
    allowOverwrite: true,
    absWorkingDir: folder,
    format,
    platform: 'node',
    target: `node${process.versions.node}`,
    sourcemap: 'inline',
    sourcesContent: false,
    keepNames: true,
    external: ['*.node'],
    plugins: [leaveOutPackages(folder)],
    logLevel: 'silent',
    logOverride,
  });
  const [output] = outputFiles;
  const inputs = Object.entries(metafile.inputs);
  const needsRequire = format === 'esm' && inputs.some(([, input]) => input.format === 'cjs');
  return {
    code: `${needsRequire ? WITH_REQUIRE : ''}${output?.text ?? ''}`,
    format,
    sources: inputs.map(([name]) => resolve(folder, name)),
  };
}

/** Gives an ES module the `require` that its CommonJS parts need. On the first line, so that the lines of the source map stay right. */
const WITH_REQUIRE = "import { createRequire as makeRequire$ } from 'node:module'; const require = makeRequire$(import.meta.url); ";

/** Marks a look-up that the plugin itself asks for. */
const INNER = { isInner: true };

/**
 * Leaves the packages in `node_modules` out, to be loaded as they are. Path aliases, and packages of a workspace that are links to sources,
 * become part of the module.
 */
function leaveOutPackages(folder: string): Esbuild.Plugin {
  return {
    name: 'leave-out-packages',
    setup(builder) {
      builder.onResolve({ filter: /^[^./]/ }, async ({ path, kind, resolveDir, importer, pluginData }) => {
        if (pluginData === INNER || kind === 'entry-point') return undefined;
        const find = (from: string) => builder.resolve(path, { kind, importer, resolveDir: from, pluginData: INNER });
        const found = await find(resolveDir);
        // If the package is missing, the running module says so.
        if (found.errors.length > 0 || found.external) return { path, external: true };
        if (!found.path.includes(`${sep}node_modules${sep}`)) return found;
        // A package that only another package of the workspace can see becomes part of the module, too.
        const isVisible = resolveDir === folder || (await find(folder)).path === found.path;
        return isVisible ? { path, external: true } : found;
      });
    },
  };
}

/** Returns an error with a line for each place, as `users.ts:3:10: Expected ";"`. */
function toBuildError(error: unknown): unknown {
  const { errors }: { readonly errors?: readonly Esbuild.Message[] } = Object(error);
  if (!Array.isArray(errors)) return error;
  const lines = errors.map(({ text, location }: Esbuild.Message) => {
    return location === null ? text : `${location.file}:${location.line}:${location.column + 1}: ${text}`;
  });
  return Object.assign(new Error(lines.join('\n')), { name: 'BuildError', stack: undefined });
}
