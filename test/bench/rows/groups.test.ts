import { beforeAll, describe, expect, test } from 'vitest';
import { budgets } from '../budgets.js';
import { GROUP_NAMES } from '../collect.js';
import { remarkOf, remarks } from '../remarks.js';
import { glances } from '../report/glance.js';
import { sections } from '../report/sections.js';
import type { Contender, Group } from './group.js';
import { groups } from './groups.js';
import { growths, nameOfGrowth } from './growth.js';

/** The contenders of each group, prepared once. */
const prepared = new Map<string, Promise<readonly Contender[]>>();

function contendersOf({ name, prepare }: Group): Promise<readonly Contender[]> {
  const known = prepared.get(name) ?? prepare();
  prepared.set(name, known);
  return known;
}

describe('a group', () => {
  test.each(groups)('does its work: $name', async (group) => {
    const contenders = await contendersOf(group);
    const names = contenders.map(({ name }) => name);
    const { base } = group;
    expect(names).toContain(base);
    expect(new Set(names).size).toBe(names.length);
    expect(await failuresOf(contenders)).toEqual([]);
  });

  test('is in a table of the page, or in the plot of growth', () => {
    const shown = sections.flatMap(({ tables, drawn = [] }) => [...tables.flatMap(({ columns }) => Object.values(columns)), ...drawn]);
    expect(new Set([...shown, ...growths.map(nameOfGrowth)])).toEqual(new Set(GROUP_NAMES));
  });
});

describe('a budget', () => {
  let contenders: Record<string, readonly string[]>;
  beforeAll(async () => {
    const entries = groups.map(async (group) => [group.name, (await contendersOf(group)).map(({ name }) => name)] as const);
    contenders = Object.fromEntries(await Promise.all(entries));
  });

  test.each(budgets)('names a group and its contenders: $row', ({ group, of, per = of }) => {
    expect(GROUP_NAMES).toContain(group);
    // The other groups have constants for their names.
    const names = contenders[group] ?? [of, per];
    expect(names).toContain(of);
    expect(names).toContain(per);
  });

  test.each(budgets)('has a limit and a remark: $row', ({ row, most, least }) => {
    expect([most, least].filter((limit) => limit !== undefined).length).toBe(1);
    expect(remarkOf(row)).not.toBe('');
  });

  test('has a row of its own', () => {
    const rows = budgets.map(({ row }) => row);
    expect(rows.filter((row, index) => rows.indexOf(row) !== index)).toEqual([]);
  });

  test('needs every remark', () => {
    const used = new Set(budgets.map(({ row }) => remarkOf(row)));
    expect(Object.values(remarks).filter((remark) => !used.has(remark))).toEqual([]);
  });

  test.each(glances)('shares its group with the table at the top: $task, $peer', ({ group, ours, peer }) => {
    expect(GROUP_NAMES).toContain(group);
    const names = contenders[group] ?? [ours, peer];
    expect(names).toContain(ours);
    expect(names).toContain(peer);
  });
});

/** Runs each contender once. Returns the names of those that don't do the work. */
async function failuresOf(contenders: readonly Contender[]): Promise<string[]> {
  const failed: string[] = [];
  for (const { name, run, works } of contenders) if (run && works?.(await run()) === false) failed.push(name);
  return failed;
}
