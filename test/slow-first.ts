import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Small files that take long. Vitest starts with large files, so these would run last, on one core. */
const SLOW = [
  'growth/growth',
  'function/runtime/runtime',
  'schemas/guarded',
  'types/hover',
  'types/cost',
  'docs/docs',
  'package/types',
  'cli/watch-folder',
];

/** Starts with the files that take longest. Vitest asks for a class. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter(isSlow), ...sorted.filter((file) => !isSlow(file))];
  }
}

function isSlow({ moduleId }: TestSpecification): boolean {
  return SLOW.some((name) => moduleId.endsWith(`/test/${name}.test.ts`));
}
