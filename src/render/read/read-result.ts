import { encodeText } from '../../http/text.js';
import { isPayload, type Payload } from '../outcome/outcome.js';
import type { Reading } from '../rendering.js';
import { type BoundResult, bind } from './bind.js';
import { duplicateKey } from './duplicate-key.js';

/** Lambda's limit of a serialised result, in bytes. reported: what is over it is an error of the function. */
const MAX_PAYLOAD = 6_291_556;

/** Results of so many characters stay under the limit even if JSON takes six bytes for every one of them. */
const SURELY_SMALL = 1_040_000;

/** Reads what a function returned. Never throws; an issue of severity `error` says that the gateway refuses it. */
export function readResult(result: unknown, reading: Reading): BoundResult | undefined {
  try {
    return isPayload(result) ? readPayload(result, reading) : readValue(result, reading);
  } catch (error) {
    reading.report('unserialisable-result', [], reasonOf(error));
    return undefined;
  }
}

function readPayload({ text }: Payload, { dialect, report }: Reading): BoundResult | undefined {
  const value = parsed(text);
  if (value === undefined) {
    report('payload-not-json', []);
    return undefined;
  }
  if (isTooLarge(text)) report('response-too-large', []);
  const twice = duplicateKey(text);
  if (twice !== undefined) report('duplicate-key', [], twice);
  return bind(value.json, dialect, report, text);
}

function readValue(result: unknown, { dialect, issues, report }: Reading): BoundResult {
  const bound = bind(result, dialect, report);
  // The runtime serialises the whole result before any gateway reads a part of it; where all was plain and small, that is not worth doing.
  if (issues.length > 0 || charactersOf(bound) > SURELY_SMALL) {
    const text: string | undefined = JSON.stringify(result);
    if (isTooLarge(text ?? '')) report('response-too-large', []);
  }
  return bound;
}

function parsed(text: string): { readonly json: unknown } | undefined {
  try {
    return { json: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function isTooLarge(text: string): boolean {
  return text.length > SURELY_SMALL && encodeText(text).length > MAX_PAYLOAD;
}

// One more character for each line pays for the quotes and commas around it.
function charactersOf({ headers, lists, cookies, body }: BoundResult): number {
  let characters = body.length;
  for (const { name, value } of [...headers, ...lists.flatMap((list) => list.lines), ...cookies]) {
    characters += name.length + (value?.length ?? 0) + 1;
  }
  return characters;
}

// What a hostile getter throws may be hostile, too.
function reasonOf(error: unknown): string {
  try {
    if (error instanceof Error) return firstLineOf(`${error.message}`);
  } catch {
    // Then there is no message.
  }
  return 'reading it throws';
}

function firstLineOf(text: string): string {
  return text.split('\n', 1)[0]?.replace(/\.$/, '') || 'reading it throws';
}
