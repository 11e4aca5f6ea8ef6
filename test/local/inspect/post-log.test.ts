import { expect, test } from 'vitest';
import { createPostLog } from '../../../src/local/inspect/post-log.js';

test('createPostLog keeps the beginning of the last 200 messages', () => {
  let time = 0;
  const { posts, add } = createPostLog(
    () => time,
    () => 10 + time,
  );
  for (time = 1; time <= 201; time += 1) add('c', new TextEncoder().encode(`${time}`.padEnd(500, 'x')));
  expect(posts.length).toBe(200);
  expect(posts[0]).toEqual({ connectionId: 'c', postedAt: 2, after: 12, text: '2'.padEnd(400, 'x') });
  expect(posts.at(-1)).toMatchObject({ postedAt: 201, after: 211 });
});
