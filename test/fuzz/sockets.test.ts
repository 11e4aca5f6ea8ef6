import { expect, test } from 'vitest';
import { draws } from '../draws.js';
import { fuzzSockets } from './sockets.js';

// A short run of `npm run fuzz -- sockets`.

test('the servers answer every raw client, close its connection, and go on', async () => {
  const statuses = await fuzzSockets(draws(0.5), 1);
  expect(statuses).toMatchObject({ 101: expect.any(Number), 200: expect.any(Number), 400: expect.any(Number) });
});
