import { readFileSync, writeFileSync } from 'node:fs';

/** Answers every input of the file that the command line names, one after the other, and writes the answers. */
export async function answerAll<T>(answer: (peer: string) => Promise<(input: T) => Promise<unknown>>): Promise<void> {
  const [, , peer = '', question = '', place = ''] = process.argv;
  const inputs = JSON.parse(readFileSync(question, 'utf8')) as readonly T[]; // what `runProgram` writes
  const one = await answer(peer);
  const answers: unknown[] = [];
  for (const input of inputs) {
    try {
      answers.push({ value: await within(one(input)) });
    } catch (error) {
      answers.push({ error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
    }
  }
  writeFileSync(place, JSON.stringify(answers));
  process.exit(0); // a peer may keep something open
}

/** Longest wait for an answer, in milliseconds. */
const PATIENCE = 5000;

function within<T>(answer: Promise<T>): Promise<T> {
  return Promise.race([
    answer,
    new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error(`There was no answer for ${PATIENCE / 1000} seconds.`)), PATIENCE).unref();
    }),
  ]);
}

/** Imports a package of the peer. */
export async function importPackage<T>(name: string): Promise<T> {
  return (await import(name)) as T; // the caller knows its types
}
