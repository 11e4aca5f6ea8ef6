import { isObject } from '../../http/is-object.js';
import { type Call, fail } from './call.js';
import { closeGuards } from './close-guards.js';
import { isTrue } from './conditions.js';
import { filePathOf, inside, pathOf, replaced } from './spot.js';

/** `Fn::If`: `[condition, value if true, value if false]`. */
export function choose(call: Call): unknown {
  const { argument, spot, scope } = call;
  const [condition, ...branches] = Array.isArray(argument) ? argument : [];
  if (typeof condition !== 'string' || branches.length !== 2) {
    return fail(call, 'Fn::If', '`Fn::If` must have the name of a condition and two values.');
  }
  const index = isTrue(condition, spot, scope, call.evaluate) ? 0 : 1;
  const evaluateBranch = (branch: number): unknown => {
    const chosen = replaced(spot, 'Fn::If', String(branch + 1));
    scope.moves.addChosen(pathOf(chosen), filePathOf(chosen));
    return call.evaluate(branches[branch], chosen);
  };
  if (!scope.guessed.has(condition)) return evaluateBranch(index);
  const other = evaluateBranch(1 - index); // first, so that the other one's places stay
  return closeGuards(evaluateBranch(index), other, pathOf(spot));
}

/** `Fn::FindInMap`: `[map, first key, second key]`, and perhaps `{ DefaultValue }`. */
export function findInMap(call: Call): unknown {
  const { argument, spot, scope } = call;
  const list = Array.isArray(argument) ? argument : [];
  const [map, first, second] = list.slice(0, 3).map((key, index) => call.evaluate(key, inside(spot, String(index))));
  const keys = [map, first, second].map(String);
  const found = keys.reduce<unknown>(
    (level, key) => (isObject(level) && Object.hasOwn(level, key) ? level[key] : undefined),
    scope.mappings,
  );
  if (found !== undefined) return call.evaluate(found, spot);
  const options: unknown = list[3];
  if (isObject(options) && 'DefaultValue' in options) return call.evaluate(options['DefaultValue'], inside(spot, 'DefaultValue'));
  return fail(call, `Fn::FindInMap.${keys.join('.')}`, `The mappings don't have ${keys.join('.')}.`);
}
