import { describe, expect, test } from 'vitest';
import { allValuesOf, lastParameterOf, lastValueOf, listValueOf } from '../../src/http/field-values.js';
import type { HttpField } from '../../src/http/request.js';

const HEADERS: readonly HttpField[] = [
  ['A', '1'],
  ['B', '2'],
  ['b', '3, 4'],
  ['bb', '5'],
];

describe('lastValueOf', () => {
  test.each([
    ['a', '1'],
    ['b', '3, 4'],
    ['c', undefined],
    ['constructor', undefined],
  ])('reads %s in any case', (name, value) => {
    expect(lastValueOf(HEADERS, name)).toBe(value);
  });
});

describe('allValuesOf', () => {
  test.each([
    ['a', ['1']],
    ['b', ['2', '3, 4']],
    ['c', []],
  ])('reads every %s, in order', (name, values) => {
    expect(allValuesOf(HEADERS, name)).toEqual(values);
  });
});

describe('listValueOf', () => {
  test.each([
    ['a', '1'],
    ['b', '2, 3, 4'],
    ['c', undefined],
  ])('joins the values of %s', (name, value) => {
    expect(listValueOf(HEADERS, name)).toBe(value);
  });
});

describe('lastParameterOf', () => {
  test.each([
    ['/x?a=1&b=2&a=3+%2F', 'a', '3 /'],
    ['/x?a=1?a=2', 'a', '1?a=2'],
    ['/x?a', 'a', ''],
    ['/x', 'a', undefined],
    ['/x?', 'a', undefined],
  ])('reads %s', (target, name, value) => {
    expect(lastParameterOf(target, name)).toBe(value);
  });
});
