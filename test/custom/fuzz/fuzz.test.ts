import { expect, test } from 'vitest';
import { draws } from '../../draws.js';
import { fuzzBodies, fuzzTemplates } from './fuzz.js';

// A short run of `npm run fuzz -- templates`: whatever a client sends and an author writes, only issues come out.

test('bodies through ten templates', () => {
  const { issues } = fuzzBodies(draws(1), 1);
  expect(issues).toMatchObject({ 'template-exception': expect.any(Number), 'event-not-json': expect.any(Number) });
});

test('templates over one body', () => {
  const { issues } = fuzzTemplates(draws(1), 1);
  expect(issues).toMatchObject({ 'template-syntax': expect.any(Number), 'event-not-json': expect.any(Number) });
});
