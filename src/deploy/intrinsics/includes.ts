import { isObject } from '../../http/is-object.js';
import { spendFile } from './budget.js';
import { asValue, type Call, fail } from './call.js';
import { inside, replaced } from './spot.js';
import { textOf } from './text.js';

/** `Fn::Transform`: `AWS::Include` stands for the content of a file. Other macros run on AWS. */
export function includeFile(call: Call): unknown {
  const { argument, spot, scope } = call;
  const name = isObject(argument) ? argument['Name'] : undefined;
  const parameters = isObject(argument) && isObject(argument['Parameters']) ? argument['Parameters'] : {};
  if (name !== 'AWS::Include') return fail(call, 'Fn::Transform', `The macro \`${String(name)}\` runs on AWS only.`);
  const location = asValue(call.evaluate(parameters['Location'], inside(replaced(spot, 'Fn::Transform', 'Parameters'), 'Location')));
  spendFile(scope.budget);
  const content = typeof location === 'string' ? scope.include(location) : undefined;
  if (content !== undefined) return call.evaluate(content, replaced(spot, 'Fn::Transform'));
  const file = location === undefined ? 'undefined' : textOf(location);
  return fail(call, 'Fn::Transform', `The file \`${file}\` can't be read. Write the path of a local file as \`Location\`.`);
}

/** Adds what an `Fn::Transform` beside other keys includes. The other keys win. */
export function mergeIncluded(own: Readonly<Record<string, unknown>>, included: unknown): Readonly<Record<string, unknown>> {
  return isObject(included) && !('$unresolved' in included) ? { ...included, ...own } : own;
}
