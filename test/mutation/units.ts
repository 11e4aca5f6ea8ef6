import { existsSync } from 'node:fs';
import { filesIn } from '../files.js';
import { SLOW } from '../slow-first.js';

/** The folders of `src` in the order in which they run: what decides access or bytes on the wire comes first. */
const ORDER = [
  ...['guards', 'arn', 'aws', 'http', 'accessors', 'render', 'events', 'gateway', 'schemas', 'results', 'local/authorize', 'local'],
  ...['testing', 'conformance', 'arbitraries', 'custom', 'deploy', 'cli'],
];

/** What mutation testing leaves out: types, the executable itself, and code that runs as text in a browser or in a thread. */
const LEFT_OUT = /^src\/(types|aws-lambda|local\/inspect\/page|local\/function\/thread)\/|^src\/(index|cli\/bin)\.ts$/;

/** Where a folder is tested besides the folder of the same name. */
export const TESTED_IN: Record<string, readonly string[]> = {
  guards: ['schemas'],
  arn: ['local/authorize', 'local/function'],
  aws: ['gateway', 'events', 'arn', 'render', 'conformance', 'local/server'],
  http: ['accessors', 'results', 'render', 'events'],
  accessors: ['results', 'schemas', 'render/compose.test.ts'],
  'render/stream': ['render/render-stream.test.ts'],
  render: ['results', 'conformance/conformance.test.ts', 'agreement', 'custom'],
  events: ['agreement'],
  gateway: ['render/answers', 'conformance', 'events/context', 'events/headers', 'events/routing', 'local/settings'],
  schemas: ['guards', 'accessors', 'agreement'],
  results: ['render', 'agreement'],
  'local/answer': ['local/server/listen.test.ts', 'local/api/exchange-log.test.ts'],
  'local/settings': ['local/wrong-arguments.test.ts'],
  testing: ['examples'],
  conformance: ['cli'],
  arbitraries: ['events', 'agreement'],
  custom: ['conformance', 'local/answer/functionless.test.ts', 'local/answer/custom-integration.test.ts'],
  cli: ['conformance'],
};

/** The recorded cases run here after the closest tests: they notice most changes, but many cases run for each. */
const PLAYS_CASES: ReadonlySet<string> = new Set(['events']);

/** What notices most changes of a folder runs first. */
const FIRST: Readonly<Record<string, readonly string[]>> = {
  http: ['http/conversions.test.ts'],
  render: ['render/responses.test.ts'],
  results: ['results/built.test.ts'],
  cli: ['cli/serve-apis.test.ts', 'cli/cli.test.ts'],
  custom: ['custom/drawn-runs.test.ts', 'custom/vtl/velocity-runs.test.ts'],
};

/** Slow tests that notice what no other test does. The other slow ones start programs or threads, or measure. */
const SLOW_BUT_NEEDED = [
  ...['test/schemas/guarded.test.ts', 'test/local/websocket.test.ts', 'test/cli/cli.test.ts'],
  ...['test/local/function/module-handler.test.ts', 'test/local/function/runtime/runtime.test.ts'],
];

/** Tests that take long for each mutant and notice little that the others don't, so they run only for the folder that they test, as the last. */
const LATE = [
  ...['test/local/server/listen.test.ts', 'test/local/hostile-values.test.ts', 'test/local/agreement.test.ts'],
  ...['test/local/api/exchange-log.test.ts', 'test/deploy/yaml/read-source.test.ts', 'test/deploy/intrinsics/evaluate.test.ts'],
  'test/render/render-stream.test.ts',
  ...['test/deploy/silence.test.ts', 'test/deploy/laws.test.ts', 'test/deploy/serverless/laws.test.ts'],
  ...['test/cli/deployed/serve-template.test.ts', 'test/local/function/module-handler.test.ts'],
  'test/local/function/runtime/runtime.test.ts',
];

/** The sources that run together, and the tests that could notice a change in them, the closest first. */
export interface Unit {
  /** `render/body`: the folder, or the first two of a deeper one. */
  readonly name: string;
  readonly files: readonly string[];
  readonly tests: readonly string[];
}

/** Lists the units of the folders or files that are wanted, such as `render/body` or `arn/glob.ts`. All of them without any. */
export function unitsOf(wanted: readonly string[]): Unit[] {
  const files = filesIn('src', '.ts').filter((file) => !LEFT_OUT.test(file) && isWanted(file, wanted));
  const names = [...new Set(files.map(nameOf))].sort((a, b) => placeOf(a) - placeOf(b));
  return names.map((name) => ({ name, files: files.filter((file) => nameOf(file) === name), tests: testsOf(name) }));
}

function isWanted(file: string, wanted: readonly string[]): boolean {
  return wanted.length === 0 || wanted.some((path) => file === `src/${path}` || file.startsWith(`src/${path}/`));
}

/** `src/render/body/a/b.ts` → `render/body`. */
function nameOf(file: string): string {
  return file.split('/').slice(1, -1).slice(0, 2).join('/');
}

function placeOf(name: string): number {
  return ORDER.findIndex((folder) => name === folder || name.startsWith(`${folder}/`));
}

function testsOf(name: string): string[] {
  const [folder = ''] = name.split('/');
  const cases = PLAYS_CASES.has(folder) ? ['conformance/conformance.test.ts'] : [];
  const first = [...(FIRST[folder] ?? []), name, ...cases];
  const places = [...first, ...(TESTED_IN[name] ?? []), folder, ...(TESTED_IN[folder] ?? [])].flatMap((place) => testsIn(`test/${place}`));
  const tests = [...new Set(places)].filter((test) => !SLOW.includes(test) || SLOW_BUT_NEEDED.includes(test));
  const isCloseTo = (test: string): boolean =>
    `${folderOf(test)}/`.startsWith(`${name}/`) || TESTED_IN[name]?.includes(test.slice('test/'.length)) === true;
  return tests.filter((test) => !LATE.includes(test) || isCloseTo(test)).sort((a, b) => LATE.indexOf(a) - LATE.indexOf(b));
}

/** `test/arn/glob.test.ts` → `arn`. */
function folderOf(test: string): string {
  return test.split('/').slice(1, -1).join('/');
}

function testsIn(path: string): string[] {
  if (!existsSync(path)) return [];
  return path.endsWith('.ts') ? [path] : filesIn(path, '.test.ts');
}
