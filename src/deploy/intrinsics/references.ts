import { attributeValue } from './arn-shapes.js';
import { spendCharacters, spendValues } from './budget.js';
import { type Call, fail } from './call.js';
import type { Scope } from './scope.js';

/** `Ref`: the value of a parameter, a pseudo parameter, or what identifies a resource. `undefined` for `AWS::NoValue`. */
export function refer(call: Call): unknown {
  const { argument: name, scope } = call;
  if (typeof name !== 'string') return fail(call, 'Ref', '`Ref` must have the name of a parameter or a resource.');
  return name === 'AWS::NoValue' ? undefined : lookUp(name, scope);
}

/** `Fn::GetAtt`: an attribute of a resource, as `[id, attribute]` or `id.attribute`. */
export function getAttribute(call: Call): unknown {
  const { argument, spot, scope } = call;
  const [id, ...names] = typeof argument === 'string' ? argument.split('.') : Array.isArray(argument) ? argument : [];
  const attribute = names.map((name) => call.evaluate(name, spot));
  const isKnown = attribute.every((name) => typeof name === 'string');
  if (typeof id !== 'string' || attribute.length === 0 || !isKnown) {
    return fail(call, 'Fn::GetAtt', '`Fn::GetAtt` must have a logical id and the name of an attribute.');
  }
  return attributeOf(id, attribute.join('.'), scope);
}

/** Returns the value of `${name}` in `Fn::Sub`: what `Ref` or `Fn::GetAtt` would return. */
export function valueOfSubName(name: string, scope: Scope): unknown {
  const dot = name.indexOf('.');
  return dot < 0 ? lookUp(name, scope) : attributeOf(name.slice(0, dot), name.slice(dot + 1), scope);
}

function lookUp(name: string, scope: Scope): unknown {
  if (Object.hasOwn(scope.pseudoParameters, name)) return scope.pseudoParameters[name];
  return scope.parameters.has(name) ? parameterValue(name, scope) : attributeValue(name, 'Ref', scope);
}

/** An attribute of a resource, or an output of a nested stack that was read. */
function attributeOf(id: string, attribute: string, scope: Scope): unknown {
  const output = attribute.startsWith(OUTPUTS) ? scope.outputOf(id, attribute.slice(OUTPUTS.length)) : undefined;
  return output ?? attributeValue(id, attribute, scope);
}

const OUTPUTS = 'Outputs.';

/** A long value that is referred to again and again makes a long result. */
function parameterValue(name: string, { parameters, budget }: Scope): unknown {
  const value = parameters.get(name);
  if (typeof value === 'string') spendCharacters(value.length, budget);
  if (Array.isArray(value)) spendValues(value.length, budget);
  return value;
}
