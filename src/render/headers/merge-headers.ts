import type { Evidence } from '../../aws/evidence.js';
import type { Report } from '../issues/issues.js';
import type { BoundResult } from '../read/bind.js';
import type { HeaderLine, HeaderList } from '../read/bind-headers.js';
import type { Dialect } from '../targets/dialect.js';

/** Merges `headers`, `multiValueHeaders` and `cookies` into the lines that the target sends, in its order, still under the function's names. */
export function mergeHeaders(bound: BoundResult, dialect: Dialect, report: Report): readonly HeaderLine[] {
  const singles = spelledOnce(bound.headers, dialect.spellings, report);
  const both = bound.cookies.length > 0 ? singles.find((line) => line.key === 'set-cookie') : undefined;
  // reported: a Set-Cookie header is sent beside the cookies; one argument from AWS's wording says that it is not.
  if (both !== undefined) report('behaviour-assumed', both.path, 'Set-Cookie of `headers` is sent beside `cookies`', 'reported');
  // assumed where only the first single value counts: of lists, none is lost.
  const isSeen = dialect.spellings === 'all';
  const lists = spelledOnce(linesOfLists(bound.lists, dialect, report), 'all', report, isSeen ? undefined : 'assumed');
  if (lists.length === 0) return [...singles, ...bound.cookies];
  // recorded: REST sends the lists first, an HTTP API the single values. Only a streamed REST response has cookies beside lists.
  const merged = dialect.first === 'headers' ? singlesFirst(singles, lists, report) : listsFirst(singles, lists, dialect, report);
  return [...merged, ...bound.cookies];
}

function singlesFirst(singles: readonly HeaderLine[], lists: readonly HeaderLine[], report: Report): readonly HeaderLine[] {
  // reported: a pair that stands in both is sent twice, Content-Type once.
  const hasType = singles.some((line) => line.key === 'content-type' && line.value !== null);
  const rest = hasType ? lists.filter((line) => line.key !== 'content-type') : lists;
  const listed = indexByName(rest);
  for (const line of singles) {
    if (listed.get(line.key)?.values.has(line.value)) report('header-in-both', line.path, 'both');
  }
  return [...singles, ...rest];
}

function listsFirst(singles: readonly HeaderLine[], lists: readonly HeaderLine[], dialect: Dialect, report: Report): readonly HeaderLine[] {
  const listed = indexByName(lists);
  const lines = [...lists];
  for (const line of singles) {
    const twin = listed.get(line.key);
    // documented: a pair that stands in both is sent once.
    if (!dialect.repeatsPair && twin?.values.has(line.value)) {
      report('header-in-both', line.path, 'one');
      continue;
    }
    // recorded: names are matched without regard to case, and the spelling of the list stays.
    lines.push(twin === undefined ? line : { ...line, name: twin.name });
  }
  return lines;
}

/** A name among the lists: its first spelling, and all its values. */
interface ListedName {
  readonly name: string;
  readonly values: Set<string | null>;
}

/** The names of lines, by lower case: looking for each single header among all lists would take quadratic time. */
function indexByName(lines: readonly HeaderLine[]): ReadonlyMap<string, ListedName> {
  const names = new Map<string, ListedName>();
  for (const { key, name, value } of lines) {
    const known = names.get(key);
    if (known === undefined) names.set(key, { name, values: new Set([value]) });
    else known.values.add(value);
  }
  return names;
}

function linesOfLists(lists: readonly HeaderList[], dialect: Dialect, report: Report): readonly HeaderLine[] {
  const empty = lists.find((list) => list.isEmpty);
  if (empty === undefined) return lists.flatMap((list) => list.lines);
  const path = ['multiValueHeaders', empty.name];
  if (dialect.first === 'headers') {
    report('header-list-empty', path, 'no line is sent');
    return lists.flatMap((list) => list.lines);
  }
  // reported: on REST one empty list makes all the others vanish.
  report('header-list-empty', path, 'a REST API then sends nothing of `multiValueHeaders`');
  return [];
}

/** Applies a rule for several spellings of a name within one map. */
function spelledOnce(lines: readonly HeaderLine[], rule: Dialect['spellings'], report: Report, evidence?: Evidence): readonly HeaderLine[] {
  if (lines.length < 2) return lines;
  const spellings = new Map<string, string>();
  let hasSeveral = false;
  for (const { key, name, path } of lines) {
    const spelling = spellings.get(key);
    if (spelling === undefined) spellings.set(key, name);
    else if (spelling !== name) {
      hasSeveral = true;
      report('header-spellings', path, rule === 'all' ? 'sends them all' : 'sends only the first', evidence);
    }
  }
  if (!hasSeveral || rule === 'all') return lines;
  return lines.filter((line) => spellings.get(line.key) === line.name);
}
