import { stepsOf } from '../java/steps.js';
import { emptyMap, isObject, type LoopScope, type Steps, type Value } from '../java/value.js';
import { javaThrows } from '../meter.js';
import { evaluate } from './evaluate.js';
import type { ForeachNode } from './nodes.js';
import { Jump, type Output, type Run } from './run.js';
import { nullElementVariables, type Variables } from './variables.js';

/**
 * Rounds of a loop: AWS's limit for `#foreach`.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html
 */
const MAX_ROUNDS = 1000;

const COUNTER = 'velocityCount';
const HAS_NEXT = 'velocityHasNext';
const SCOPE = 'foreach';

/** Renders the body for each item of a list, or each value of a map. For anything else, nothing. */
export function renderForeach(run: Run, node: ForeachNode, variables: Variables, output: Output): void {
  if (node.isBroken) javaThrows('java.lang.ArrayIndexOutOfBoundsException: #foreach needs a variable and a list');
  const { list } = node;
  const items = list === undefined ? null : run.meter.deeper(() => evaluate(run, list, variables));
  const steps = stepsOf(items, run.meter);
  if (steps === null) return;
  const before = [node.variable, COUNTER, HAS_NEXT].map((name) => [name, variables.get(name)] as const);
  const scope = enterScope(node, variables);
  try {
    renderRounds(run, node, steps, scope, variables, output);
  } catch (error) {
    if (!(error instanceof Jump)) throw error;
    restore(before, variables);
    if (!error.ends(node)) throw error;
    return;
  }
  restore(before, variables);
}

function enterScope(owner: ForeachNode, variables: Variables): LoopScope {
  const around = variables.get(SCOPE);
  const parent = isObject(around) && around.kind === 'loop' ? around : undefined;
  const replaced = parent === undefined ? around : null;
  const scope: LoopScope = { kind: 'loop', index: -1, hasNext: false, parent, replaced, stored: emptyMap(), owner };
  variables.put(SCOPE, scope);
  return scope;
}

function renderRounds(run: Run, node: ForeachNode, steps: Steps, scope: LoopScope, variables: Variables, output: Output): void {
  const { body, variable } = node;
  let hidden: Variables | undefined;
  for (let round = 1; steps.hasNext(); round += 1) {
    // assumed: Velocity stops silently at the limit. Nobody has recorded what AWS does.
    if (round > MAX_ROUNDS) {
      run.meter.note('loop-limit', String(MAX_ROUNDS));
      return;
    }
    run.meter.spend(1);
    variables.put(COUNTER, round);
    const element = steps.next();
    variables.put(HAS_NEXT, steps.hasNext());
    variables.put(variable, element);
    scope.index += 1;
    scope.hasNext = steps.hasNext();
    if (element === null) hidden ??= nullElementVariables(variables, variable);
    const seen = element === null && hidden !== undefined ? hidden : variables;
    run.meter.deeper(() => run.render(body, seen, output));
  }
}

function restore(before: readonly (readonly [string, Value])[], variables: Variables): void {
  for (const [name, value] of before) set(variables, name, value);
  const scope = variables.get(SCOPE);
  // A template may have put something else into $foreach.
  if (isObject(scope) && scope.kind === 'loop') set(variables, SCOPE, scope.parent ?? scope.replaced);
}

function set(variables: Variables, name: string, value: Value): void {
  if (value === null) variables.remove(name);
  else variables.put(name, value);
}
