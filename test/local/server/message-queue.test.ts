import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMessageQueue, MOST_AT_ONCE } from '../../../src/local/server/message-queue.js';

/** What can happen around a queue. */
type Step = 'message' | 'handled' | 'fills' | 'drains';

const step = fc.constantFrom<Step>('message', 'message', 'message', 'handled', 'handled', 'fills', 'drains');

describe('createMessageQueue', () => {
  test('handles each message once and in order, and stops reading when it cannot handle more', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 600 }), async (steps) => {
        const started: string[] = [];
        const running: (() => void)[] = [];
        let added = 0;
        let isFull = false;
        let isPaused = false;
        const queue = createMessageQueue({
          handle(message) {
            started.push(message);
            return new Promise((resolve) => running.push(resolve));
          },
          isFull: () => isFull,
          pause() {
            isPaused = true;
          },
          resume() {
            isPaused = false;
          },
        });
        const happen: Record<Step, () => void> = {
          message() {
            added += 1;
            queue.add(String(added));
          },
          handled: () => running.shift()?.(),
          fills() {
            isFull = true;
          },
          drains() {
            isFull = false;
            queue.update();
          },
        };
        for (const name of steps) {
          const before = started.length;
          happen[name]();
          if (isFull) expect(started.length).toBe(before);
          await Promise.resolve();
          expect(running.length).toBeLessThanOrEqual(MOST_AT_ONCE);
          if (started.length < added) expect(isPaused).toBe(true);
        }
        isFull = false;
        for (queue.update(); running.length > 0; await Promise.resolve()) running.shift()?.();
        expect(started).toEqual(Array.from({ length: added }, (_, index) => String(index + 1)));
        expect(isPaused).toBe(false);
      }),
    );
  });

  test('handles a limited number of messages at the same time', () => {
    let running = 0;
    const queue = createMessageQueue({
      handle() {
        running += 1;
        return new Promise(() => undefined);
      },
      isFull: () => false,
      pause: () => undefined,
      resume: () => undefined,
    });
    for (let added = 0; added < MOST_AT_ONCE * 2; added += 1) queue.add('');
    expect(running).toBe(MOST_AT_ONCE);
  });

  test('stops reading once while it handles as many as it may or the client is full, and reads again', async () => {
    const seen: string[] = [];
    const running: (() => void)[] = [];
    let isFull = false;
    const queue = createMessageQueue({
      handle: () => new Promise((resolve) => running.push(resolve)),
      isFull: () => isFull,
      pause: () => seen.push('pause'),
      resume: () => seen.push('resume'),
    });
    const end = async (): Promise<void> => {
      running.shift()?.();
      await Promise.resolve();
      await Promise.resolve();
    };
    for (let added = 1; added < MOST_AT_ONCE; added += 1) queue.add('');
    expect([seen, running.length]).toEqual([[], MOST_AT_ONCE - 1]);
    for (let added = 0; added < 3; added += 1) queue.add('');
    expect([seen, running.length]).toEqual([['pause'], MOST_AT_ONCE]);
    for (let ended = 0; ended < 2; ended += 1) await end();
    expect([seen, running.length]).toEqual([['pause'], MOST_AT_ONCE]);
    await end();
    expect([seen, running.length]).toEqual([['pause', 'resume'], MOST_AT_ONCE - 1]);
    isFull = true;
    queue.add('');
    queue.update();
    expect([seen, running.length]).toEqual([['pause', 'resume', 'pause'], MOST_AT_ONCE - 1]);
    isFull = false;
    queue.update();
    expect([seen, running.length]).toEqual([['pause', 'resume', 'pause'], MOST_AT_ONCE]);
    await end();
    expect(seen).toEqual(['pause', 'resume', 'pause', 'resume']);
  });
});
