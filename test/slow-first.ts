import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Tests that take a second and a half or more, such as those that start threads or programs. */
export const SLOW = [
  'test/growth/growth.test.ts',
  'test/local/function/runtime/runtime.test.ts',
  'test/cli/deployed/walk.test.ts',
  'test/schemas/guarded.test.ts',
  'test/types/hover.test.ts',
  'test/events/recover/odd-fields.test.ts',
  'test/fuzz/fuzz.test.ts',
  'test/types/compiler.test.ts',
  'test/render/hostile-results.test.ts',
  'test/local/function/hostile-handler.test.ts',
  'test/cli/watch-folder.test.ts',
  'test/cli/bin.test.ts',
  'test/custom/vtl/limits.test.ts',
  'test/render/large-results.test.ts',
  'test/local/websocket.test.ts',
  'test/local/function/module-handler.test.ts',
  'test/cli/cli.test.ts',
  'test/docs/docs.test.ts',
  'test/package/types.test.ts',
  'test/package/bundle.test.ts',
  'test/conformance/play/play-conformance.test.ts',
  'test/shapes/json-schemas.test.ts',
];

/** What `npm run dev` leaves to `npm test`: slow tests, and those that read all of `src` or compare many draws. */
export const LEFT_OUT_OF_DEV = [
  ...SLOW,
  ...['test/argument-spreads.test.ts', 'test/layers.test.ts', 'test/prose/exported-names.test.ts', 'test/regexes/regexes.test.ts'],
  ...[
    'test/agreement/agreement.test.ts',
    'test/local/agreement.test.ts',
    'test/deploy/serverless/laws.test.ts',
    'test/deploy/laws.test.ts',
  ],
  ...['test/bench/**', 'test/corpus/**', 'test/surface.test.ts', 'test/events/anonymize/anonymize.test.ts'],
];

/**
 * Starts with the files that take longest, of one project after the other: when the next file is of another project, Vitest ends a worker, and
 * the modules that it has loaded are gone. Vitest asks for a class.
 */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

/** The short files of the unit tests come last, so that no worker is left waiting for a long one. */
function rank({ moduleId, project }: TestSpecification): number {
  const isSlow = SLOW.some((name) => moduleId.endsWith(`/${name}`));
  return (project.name === 'package' ? 0 : 2) + (isSlow ? 0 : 1);
}
