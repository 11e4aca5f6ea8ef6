import { closestName } from '../../gateway/did-you-mean.js';
import { describeValue } from '../../http/describe-value.js';
import { isObject } from '../../http/is-object.js';
import { TemplateError } from '../template-error.js';
import { placeholder } from './text.js';

/**
 * Returns the values of a template's parameters: strings, arrays of strings, or placeholders for what only AWS knows.
 *
 * @param given the values that the user gives. A name that is no parameter throws a `TemplateError`.
 */
export function readParameters(declared: unknown, given: Readonly<Record<string, unknown>>): Map<string, unknown> {
  const parameters = isObject(declared) ? declared : {};
  for (const name of Object.keys(given)) if (!Object.hasOwn(parameters, name)) throw unknownParameter(name, Object.keys(parameters));
  return new Map(
    Object.entries(parameters).map(([name, declaration]) => [
      name,
      valueOfParameter(name, isObject(declaration) ? declaration : {}, Object.hasOwn(given, name) ? given[name] : undefined),
    ]),
  );
}

function valueOfParameter(name: string, declaration: Readonly<Record<string, unknown>>, given: unknown): unknown {
  const type = String(declaration['Type'] ?? 'String');
  const isLookedUp = type.startsWith('AWS::SSM::Parameter::');
  const value = given ?? (isLookedUp ? undefined : declaration['Default']);
  if (isObject(value)) return value;
  if (value === undefined || value === null) return placeholder(name);
  const text = Array.isArray(value) ? value.map(String).join(',') : String(value);
  if (given !== undefined) checkAllowed(name, text, declaration['AllowedValues']);
  return /CommaDelimitedList|List</.test(type) ? text.split(',').map((item) => item.trim()) : text;
}

function checkAllowed(name: string, value: string, allowed: unknown): void {
  if (!Array.isArray(allowed) || allowed.map(String).includes(value)) return;
  throw new TemplateError({
    code: 'invalid-option',
    where: `parameters.${name}`,
    value,
    reason: `The parameter \`${name}\` can't be ${describeValue(value)}.`,
    fix: `Pass one of the template's AllowedValues: ${allowed.map(String).join(', ')}.`,
  });
}

function unknownParameter(name: string, known: readonly string[]): TemplateError {
  const meant = closestName(name, known);
  return new TemplateError({
    code: 'invalid-option',
    where: `parameters.${name}`,
    value: name,
    reason: `The template has no parameter ${describeValue(name)}.`,
    fix: meant === undefined ? `Its parameters are: ${known.join(', ') || 'none'}.` : `Did you mean \`${meant}\`?`,
  });
}
