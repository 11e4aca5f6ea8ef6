import { describeValue } from '../../http/describe-value.js';
import { isObject } from '../../http/is-object.js';
import { spendValues } from '../intrinsics/budget.js';
import { evaluateAt } from '../intrinsics/evaluate.js';
import type { Scope } from '../intrinsics/scope.js';
import { readEntries } from '../reading/keys.js';
import { at, unsupported } from '../reading/place.js';
import { isUnresolved } from '../reading/values.js';
import type { Template } from '../template/open-template.js';

/** Returns the properties of a resource after the global ones were merged into them. */
export type MergeGlobals = (section: string, own: unknown, path: readonly string[], ignored: unknown) => unknown;

/** The kinds of resources that have globals. */
const SECTIONS: ReadonlySet<string> = new Set([
  'Api',
  'CapacityProvider',
  'Function',
  'HttpApi',
  'LayerVersion',
  'SimpleTable',
  'StateMachine',
  'WebSocketApi',
]);

/** Reads the `Globals` of a SAM template. */
export function readGlobals(content: unknown, template: Template): MergeGlobals {
  const { scope } = template;
  const place = at(template.place, 'Globals');
  const written = Object.fromEntries(readEntries(isObject(content) ? content['Globals'] : undefined, place));
  for (const name of Object.keys(written)) {
    if (!SECTIONS.has(name)) unsupported(at(place, name), `SAM has no globals for ${describeValue(name)}, so it refuses the template.`);
  }
  const sections = new Map(Object.keys(written).map((name) => [name, evaluateAt(written[name], ['Globals', name], scope)]));
  return (section, own, path, ignored) =>
    merge(withoutIgnored(sections.get(section), ignored), own ?? {}, ['Globals', section], path, scope);
}

/** `IgnoreGlobals` of a resource is `'*'` or a list of names. */
function withoutIgnored(globals: unknown, ignored: unknown): unknown {
  if (ignored === '*' || !isObject(globals)) return {};
  const names = new Set<unknown>(Array.isArray(ignored) ? ignored : []);
  return Object.fromEntries(Object.entries(globals).filter(([name]) => !names.has(name)));
}

/** Objects are merged, global items of arrays come first, and of anything else the resource's own value counts. */
function merge(globals: unknown, own: unknown, from: readonly string[], path: readonly string[], scope: Scope): unknown {
  if (Array.isArray(globals) && Array.isArray(own)) return mergeItems(globals, own, from, path, scope);
  if (!isMergeable(globals) || !isMergeable(own)) return own;
  spendValues(Object.keys(globals).length, scope.budget);
  const merged = Object.entries(globals).map(([key, value]) => {
    const [keyFrom, keyPath] = [
      [...from, key],
      [...path, key],
    ];
    if (Object.hasOwn(own, key)) return [key, merge(value, own[key], keyFrom, keyPath, scope)];
    scope.moves.addMerged(keyPath, keyFrom);
    return [key, value];
  });
  return { ...own, ...Object.fromEntries(merged) };
}

function mergeItems(
  globals: readonly unknown[],
  own: readonly unknown[],
  from: readonly string[],
  path: readonly string[],
  { moves, budget }: Scope,
): readonly unknown[] {
  spendValues(globals.length + own.length, budget);
  for (const index of globals.keys()) moves.addMerged([...path, String(index)], [...from, String(index)]);
  for (const index of own.keys()) moves.addMerged([...path, String(globals.length + index)], [...path, String(index)]);
  return [...globals, ...own];
}

function isMergeable(value: unknown): value is Readonly<Record<string, unknown>> {
  return isObject(value) && !isUnresolved(value);
}
