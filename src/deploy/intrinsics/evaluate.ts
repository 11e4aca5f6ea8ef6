import { describeValue } from '../../http/describe-value.js';
import { isObject } from '../../http/is-object.js';
import { TemplateError } from '../template-error.js';
import { spendCharacters, spendValues } from './budget.js';
import { asValue, type Call, fail, type Intrinsic } from './call.js';
import { choose, findInMap } from './choices.js';
import { isTrue } from './conditions.js';
import { includeFile, mergeIncluded } from './includes.js';
import { getAttribute, refer } from './references.js';
import type { Scope } from './scope.js';
import { filePathOf, inside, pathOf, replaced, type Spot, spotOf } from './spot.js';
import { join, select, split, substitute } from './strings.js';
import { placeholder, textOf } from './text.js';

/** How deep values may be nested. */
const DEEPEST = 200;

/** `{{resolve:ssm:/orders/key}}`: a parameter or a secret that CloudFormation looks up. */
const DYNAMIC_REFERENCE = /\{\{resolve:/;

const INTRINSICS: Readonly<Record<string, Intrinsic>> = {
  Ref: refer,
  'Fn::GetAtt': getAttribute,
  'Fn::Sub': substitute,
  'Fn::Join': join,
  'Fn::Split': split,
  'Fn::Select': select,
  'Fn::If': choose,
  'Fn::FindInMap': findInMap,
  'Fn::ImportValue': importValue,
  'Fn::Transform': includeFile,
  'Fn::ToJsonString': writeJson,
  'Fn::Length': countItems,
  'Fn::Base64': () => placeholder('Fn::Base64'),
  'Fn::GetAZs': () => placeholder('Fn::GetAZs'),
  'Fn::Cidr': () => placeholder('Fn::Cidr'),
};

/**
 * Evaluates the intrinsic functions in a value. What only AWS knows becomes `{ $unresolved }`.
 *
 * @param path where the value is in the template.
 * @returns `undefined` for `AWS::NoValue`.
 */
export function evaluateAt(value: unknown, path: readonly string[], scope: Scope): unknown {
  return evaluate(value, spotOf(path), scope);
}

/**
 * Returns whether a condition is true. One that only AWS can decide is reported, and counts as true.
 *
 * @param path where the condition is named.
 */
export function isConditionTrue(name: string, path: readonly string[], scope: Scope): boolean {
  return isTrue(name, spotOf(path), scope, (value, spot) => evaluate(value, spot, scope));
}

function evaluate(value: unknown, spot: Spot, scope: Scope): unknown {
  spendValue(spot, scope);
  if (typeof value === 'string') return markDynamic(value);
  if (Array.isArray(value)) return evaluateItems(value, spot, scope);
  if (!isObject(value)) return value;
  const [entry, ...others] = Object.entries(value);
  if (entry === undefined || others.length > 0) return evaluateFields(value, spot, scope);
  const [name, argument] = entry;
  return isCall(name) ? callIntrinsic(name, argument, spot, scope) : evaluateFields(value, spot, scope);
}

function isCall(name: string): boolean {
  return Object.hasOwn(INTRINSICS, name) || name.startsWith('Fn::');
}

function callIntrinsic(name: string, argument: unknown, spot: Spot, scope: Scope): unknown {
  const intrinsic = Object.hasOwn(INTRINSICS, name) ? INTRINSICS[name] : undefined;
  if (intrinsic === undefined) {
    return fail({ scope, spot }, name, `The function \`${name}\` is unknown.`);
  }
  return markDynamic(intrinsic({ argument, spot, scope, evaluate: (inner, at) => evaluate(inner, at, scope) }));
}

function markDynamic(value: unknown): unknown {
  return typeof value === 'string' && DYNAMIC_REFERENCE.test(value) ? { $unresolved: value } : value;
}

function evaluateItems(items: readonly unknown[], spot: Spot, scope: Scope): unknown[] {
  const evaluated: unknown[] = [];
  for (const [index, item] of items.entries()) {
    const isMoved = index !== evaluated.length;
    const at = inside(spot, String(evaluated.length), isMoved ? [String(index)] : undefined);
    if (isMoved) scope.moves.addChosen(pathOf(at), filePathOf(at));
    const value = evaluate(item, at, scope);
    if (value !== undefined) evaluated.push(value);
  }
  return evaluated;
}

function evaluateFields(fields: Readonly<Record<string, unknown>>, spot: Spot, scope: Scope): unknown {
  const evaluated: [string, unknown][] = [];
  for (const [key, field] of Object.entries(fields)) {
    if (key === 'Fn::Transform') continue;
    const value = evaluate(field, inside(spot, key), scope);
    if (value !== undefined) evaluated.push([key, value]);
  }
  const own = Object.fromEntries(evaluated);
  if (!Object.hasOwn(fields, 'Fn::Transform')) return own;
  return mergeIncluded(own, callIntrinsic('Fn::Transform', fields['Fn::Transform'], spot, scope));
}

/** `Fn::ImportValue`: the output of another stack. */
function importValue(call: Call): unknown {
  const name = asValue(call.evaluate(call.argument, replaced(call.spot, 'Fn::ImportValue')));
  return { $unresolved: `\${import:${name === undefined ? describeValue(name) : textOf(name).replaceAll(/[${}]/g, '')}}` };
}

function writeJson({ argument, spot, scope, evaluate: evaluateInner }: Call): string {
  const text = JSON.stringify(evaluateInner(argument, spot)) ?? 'null';
  spendCharacters(text.length, scope.budget);
  return text;
}

function countItems(call: Call): unknown {
  const list = call.evaluate(call.argument, call.spot);
  return Array.isArray(list) ? list.length : fail(call, 'Fn::Length', '`Fn::Length` must have an array.');
}

/** Counts the values, and refuses those that are nested too deeply. */
function spendValue(spot: Spot, { budget }: Scope): void {
  spendValues(1, budget);
  if (spot.depth <= DEEPEST) return;
  throw new TemplateError({
    code: 'too-large',
    where: filePathOf(spot).slice(0, 3).join('.'),
    reason: `The template is nested deeper than ${DEEPEST} levels.`,
    fix: 'Flatten it.',
  });
}
