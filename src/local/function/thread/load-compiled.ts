import Module from 'node:module';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CompiledModule } from '../source/compile-module.js';

/** Loads the code of a module in the place of its file, so that `import.meta.url`, `__dirname` and imports are those of the file. */
export async function loadCompiled(file: string, { code, format }: CompiledModule): Promise<object> {
  process.setSourceMapsEnabled(true);
  return format === 'cjs' ? { default: runCommonJs(file, code) } : importCode(pathToFileURL(file).href, code);
}

/** What Node.js's own loader uses of a CommonJS module. Its types do not name it, but loaders rely on it. */
interface CommonJsModule extends Module {
  _compile(code: string, file: string): void;
}

function runCommonJs(file: string, code: string): unknown {
  const module = new Module(file) as CommonJsModule; // every module has the method
  module.filename = file;
  module.paths = Reflect.get(Module, '_nodeModulePaths').call(Module, dirname(file));
  module._compile(code, file);
  return module.exports;
}

async function importCode(url: string, code: string): Promise<object> {
  // Node.js 20 has only hooks that run in a thread of their own.
  if (typeof Module.registerHooks === 'function')
    Module.registerHooks({
      load: (asked, context, next) => (asked === url ? { format: 'module', source: code, shortCircuit: true } : next(asked, context)),
    });
  else Module.register(HOOKS, { data: { url, code } });
  return import(url);
}

/** The same hook for Node.js 20, as a module. */
const HOOKS = `data:text/javascript,${encodeURIComponent(`
let given;
export function initialize(data) { given = data; }
export async function load(asked, context, next) {
  return asked === given.url ? { format: 'module', source: given.code, shortCircuit: true } : next(asked, context);
}`)}`;
