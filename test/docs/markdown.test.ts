import { describe, expect, test } from 'vitest';
import { headingsOf, linksOf, slugOf } from './markdown.js';

describe('slugOf', () => {
  test.each([
    ['Return a response', 'return-a-response'],
    ['`/users` works, `/users/` is a 404 (HTTP API)', 'users-works-users-is-a-404-http-api'],
    ['Images, PDFs and other files', 'images-pdfs-and-other-files'],
    ['base64 since I added */* to the types', 'base64-since-i-added--to-the-types'],
    ['snake_case and Ümlaut', 'snake_case-and-ümlaut'],
  ])('returns the anchor that forges give %j', (title, anchor) => {
    expect(slugOf(title)).toBe(anchor);
  });
});

describe('headingsOf', () => {
  test('finds titles without their marks, and numbers equal ones', () => {
    expect(headingsOf('# A `b` [c](d.md)\n\n## Twice\n\n## Twice\n')).toEqual([
      { level: 1, title: 'A b c', anchor: 'a-b-c' },
      { level: 2, title: 'Twice', anchor: 'twice' },
      { level: 2, title: 'Twice', anchor: 'twice-1' },
    ]);
  });

  test('ignores comments in code', () => {
    expect(headingsOf('```sh\n# not a heading\n```\n')).toEqual([]);
  });
});

describe('linksOf', () => {
  test('finds paths and anchors, and ignores the web and code', () => {
    expect(linksOf('[a](b.md#c) [d](#e) ![f](g.svg) [h](https://i.test/j)\n```md\n[k](l.md)\n```\n')).toEqual([
      { path: 'b.md', anchor: 'c' },
      { path: '', anchor: 'e' },
      { path: 'g.svg', anchor: undefined },
    ]);
  });
});
