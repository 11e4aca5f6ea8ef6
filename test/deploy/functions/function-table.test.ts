import { describe, expect, test } from 'vitest';
import { createFunctionTable } from '../../../src/deploy/functions/function-table.js';
import { at } from '../../../src/deploy/reading/place.js';
import { createReport } from '../../../src/deploy/reading/report.js';

const found = { described: { logicalId: 'Orders', handler: 'a.handler' }, name: 'orders', obstacles: [] };

/** The placeholder of a resource. */
const refTo = (id: string): string => `\${${id}}`;

describe('a table of functions', () => {
  test('finds a function by its id, its name and the placeholder of its resource', () => {
    const table = createFunctionTable();
    table.add('Orders', found);
    for (const name of ['Orders', 'orders', refTo('Orders'), refTo('Orders.Arn')]) expect(table.find(name), name).toBe('Orders');
    for (const name of ['order', '', refTo('orders'), 'constructor']) expect(table.find(name), name).toBeUndefined();
    expect(table.get('Orders')).toBe(found.described);
    expect(table.get('orders')).toBeUndefined();
    expect(table.all()).toEqual({ Orders: found.described });
  });

  test('follows aliases of aliases, eight at most', () => {
    const table = createFunctionTable();
    table.add('Orders', found);
    table.addAlias('A1', refTo('Orders'));
    for (let index = 2; index <= 9; index += 1) table.addAlias(`A${index}`, refTo(`A${index - 1}`));
    expect(table.find('A1')).toBe('Orders');
    expect(table.find(refTo('A8'))).toBe('Orders');
    expect(table.find('A9')).toBeUndefined();
    table.addAlias('Circle', 'Circle');
    expect(table.find('Circle')).toBeUndefined();
  });

  test('adds a function that only the options know, once it is looked for', () => {
    const table = createFunctionTable({ shared: 'shared.handler' });
    expect(table.all()).toEqual({});
    expect(table.find('shared')).toBe('shared');
    expect(table.all()).toEqual({ shared: { handler: 'shared.handler' } });
    expect(table.find('toString')).toBeUndefined();
  });

  test('reports why a function does not run, and only mentions it if no API calls it', () => {
    const { report, findings } = createReport();
    const table = createFunctionTable();
    for (const id of ['Used', 'Unused']) {
      table.add(id, {
        described: { handler: 'x' },
        obstacles: [{ place: at({ path: [], report }, id), what: 'It is a container image.' }],
      });
    }
    table.reportObstacles(new Set(['Used']));
    expect(findings).toEqual({
      unsupported: [{ where: 'Used', what: 'It is a container image.' }],
      optional: [{ where: 'Unused', what: 'It is a container image.' }],
    });
  });
});
