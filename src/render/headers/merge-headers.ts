import type { Evidence } from '../../aws/evidence.js';
import type { BoundResult } from '../read/bind.js';
import type { HeaderLine, HeaderList } from '../read/bind-headers.js';
import { assume, type Reading } from '../rendering.js';
import type { Dialect } from '../targets/dialect.js';

/** Merges `headers`, `multiValueHeaders` and `cookies` into lines, in the order of the target and under the function's names. */
export function mergeHeaders(bound: BoundResult, reading: Reading): readonly HeaderLine[] {
  const { dialect } = reading;
  const singles = applySpellings(bound.headers, dialect.spellings, reading);
  const both = bound.cookies.length > 0 ? singles.find((line) => line.key === 'set-cookie') : undefined;
  // reported [http20-iss-set-cookie-and-cookies]: both are sent. One argument from AWS's wording says that only the cookies are.
  if (both !== undefined) assume(reading, 'set-cookie-and-cookies', both.path, { evidence: 'reported' });
  // assumed for targets where only the first spelling in `headers` counts: all spellings in `multiValueHeaders` are sent.
  const evidence = dialect.spellings === 'all' ? undefined : 'assumed';
  const lists = bound.lists.length === 0 ? [] : applySpellings(linesOfLists(bound.lists, reading), 'all', reading, evidence);
  if (lists.length === 0) return bound.cookies.length === 0 ? singles : [...singles, ...bound.cookies];
  // recorded [rest-rec-CombinesSingleAndMultiValueHeaders, http10-rec-CombinesSingleAndMultiValueHeaders]: REST sends `multiValueHeaders`
  // first, an HTTP API `headers`. Only a streamed REST response has both `multiValueHeaders` and cookies.
  const merged = dialect.first === 'headers' ? putSinglesFirst(singles, lists, reading) : putListsFirst(singles, lists, reading);
  return [...merged, ...bound.cookies];
}

function putSinglesFirst(singles: readonly HeaderLine[], lists: readonly HeaderLine[], { report }: Reading): readonly HeaderLine[] {
  // reported [http10-iss-identical-pair, http10-iss-content-type-in-both]: a pair that both maps have is sent twice, Content-Type once.
  const hasType = singles.some((line) => line.key === 'content-type' && line.value !== null);
  const rest = hasType ? lists.filter((line) => line.key !== 'content-type') : lists;
  const names = indexByName(rest);
  for (const line of singles) {
    if (names.get(line.key)?.values.has(line.value)) report('header-in-both', line.path, 'twice');
  }
  return [...singles, ...rest];
}

function putListsFirst(singles: readonly HeaderLine[], lists: readonly HeaderLine[], { report }: Reading): readonly HeaderLine[] {
  const names = indexByName(lists);
  const lines = [...lists];
  for (const line of singles) {
    const twin = names.get(line.key);
    // documented: a pair that both maps have is sent once. So nothing is lost.
    if (twin?.values.has(line.value)) {
      report('header-in-both', line.path, 'once', { severity: 'info' });
      continue;
    }
    // recorded [rest-rec-invoke-api-multi-headers-overwrite-casing]: the case of names is ignored, and the spelling in `multiValueHeaders`
    // is sent.
    lines.push(twin === undefined ? line : { ...line, name: twin.name });
  }
  return lines;
}

/** A name in `multiValueHeaders`: its first spelling, and all its values. */
interface ListedName {
  readonly name: string;
  readonly values: Set<string | null>;
}

/** Indexes lines by their name in lower case. Otherwise, looking up each single header would take quadratic time. */
function indexByName(lines: readonly HeaderLine[]): ReadonlyMap<string, ListedName> {
  const names = new Map<string, ListedName>();
  for (const { key, name, value } of lines) {
    const known = names.get(key);
    if (known === undefined) names.set(key, { name, values: new Set([value]) });
    else known.values.add(value);
  }
  return names;
}

function linesOfLists(lists: readonly HeaderList[], { dialect, report }: Reading): readonly HeaderLine[] {
  const empty = lists.find((list) => list.isEmpty);
  // reported [rest-iss-mv-empty-array]: on REST, one empty array drops all the others.
  const losesAll = empty !== undefined && dialect.first === 'multiValueHeaders';
  if (empty !== undefined) report('header-list-empty', ['multiValueHeaders', empty.name], losesAll ? 'all-lists' : 'one-list');
  return losesAll ? [] : lists.flatMap((list) => list.lines);
}

/** Applies the rule for several spellings of a name in one map. */
function applySpellings(
  lines: readonly HeaderLine[],
  rule: Dialect['spellings'],
  { report }: Reading,
  evidence?: Evidence,
): readonly HeaderLine[] {
  if (lines.length < 2 || lines.every(isLowerCase)) return lines;
  const spellings = new Map<string, string>();
  let hasSeveral = false;
  for (const { key, name, path } of lines) {
    const spelling = spellings.get(key);
    if (spelling === undefined) spellings.set(key, name);
    else if (spelling !== name) {
      hasSeveral = true;
      report('header-spellings', path, rule, { evidence });
    }
  }
  if (!hasSeveral || rule === 'all') return lines;
  return lines.filter((line) => spellings.get(line.key) === line.name);
}

// Different names in lower case are different headers. Most functions write all of them like this.
function isLowerCase({ name, key }: HeaderLine): boolean {
  return name === key;
}
