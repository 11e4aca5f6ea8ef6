import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Tests that take a second and a half or more, such as those that start threads or programs. `npm run dev` leaves them to `npm test`. */
export const SLOW = [
  'test/growth/growth.test.ts',
  'test/local/function/runtime/runtime.test.ts',
  'test/cli/deployed/walk.test.ts',
  'test/schemas/guarded.test.ts',
  'test/types/hover.test.ts',
  'test/types/cost.test.ts',
  'test/render/hostile-results.test.ts',
  'test/local/function/hostile-handler.test.ts',
  'test/cli/watch-folder.test.ts',
  'test/cli/bin.test.ts',
  'test/custom/vtl/limits.test.ts',
  'test/types/mistakes.test.ts',
  'test/render/large-results.test.ts',
  'test/local/websocket.test.ts',
  'test/local/function/module-handler.test.ts',
  'test/cli/cli.test.ts',
  'test/docs/docs.test.ts',
  'test/package/types.test.ts',
];

/** Starts with the files that take longest. Vitest asks for a class. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter(isSlow), ...sorted.filter((file) => !isSlow(file))];
  }
}

function isSlow({ moduleId }: TestSpecification): boolean {
  return SLOW.some((name) => moduleId.endsWith(`/${name}`));
}
