import { expect, test } from 'vitest';
import { longFormOf, withLongForm } from '../../../src/deploy/yaml/short-tags.js';

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
test.each([
  ...['And', 'Base64', 'Cidr', 'Equals', 'FindInMap', 'GetAtt', 'GetAZs', 'If', 'ImportValue', 'Join', 'Length', 'Not', 'Or', 'Select'],
  ...['Split', 'Sub', 'ToJsonString', 'Transform'],
])('!%s is short for Fn::%s', (name) => {
  expect(longFormOf(`!${name}`)).toBe(`Fn::${name}`);
});

test.each(['Ref', 'Condition'])('!%s is short for the same name', (name) => {
  expect(longFormOf(`!${name}`)).toBe(name);
});

test.each(['!Sup', '!', '!ref', '!Fn::Sub', '!constructor'])('%s is no short form', (tag) => {
  expect(longFormOf(tag)).toBeUndefined();
});

test.each([
  ['Fn::GetAtt', 'A', { 'Fn::GetAtt': ['A'] }],
  ['Fn::GetAtt', 'A.B.C', { 'Fn::GetAtt': ['A', 'B.C'] }],
  ['Fn::GetAtt', '.B', { 'Fn::GetAtt': ['', 'B'] }],
  ['Fn::GetAtt', ['A', 'B.C'], { 'Fn::GetAtt': ['A', 'B.C'] }],
  ['Fn::Sub', 'A.B', { 'Fn::Sub': 'A.B' }],
])('%s of %j', (name, value, expected) => {
  expect(withLongForm(name, value)).toEqual(expected);
});
