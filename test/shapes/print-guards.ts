import type { Scope } from './scope.js';
import { acceptsUndefined, capitalize, type Field, isWeak, keyOf, type Named, type ObjectContent, optionsOf, type Shape } from './shape.js';

/** Functions in `src/guards/fields.ts`, by the key of the shape that they check. */
const CHECKS: Readonly<Record<string, string>> = {
  number: 'isNumber',
  scalar: 'isScalar',
  object: 'isObject',
  'null|string': 'isStringOrNull',
  '[string]': 'isStringList',
  '[scalar]': 'isScalarList',
  '{undefined|string}': 'isStringMap',
  '{undefined|[string]}': 'isStringListMap',
  '{undefined|scalar}': 'isScalarMap',
  '{undefined|[scalar]}': 'isScalarListMap',
};

const FIELDS = './fields.js';

/**
 * Prints the guard of a type.
 *
 * @param isPublic Whether users call it. If all fields are optional, such a guard rejects objects that have none of them: otherwise it would
 *   accept almost anything. Inside other objects they are accepted, because AWS adds fields.
 */
export function printGuard({ name, content }: Named, scope: Scope, isPublic: boolean): string {
  const fields = content.kind === 'union' ? checkShape(content.union, 'value', name, scope) : checkObject(name, content, scope);
  const check = isPublic && isWeak(content) ? `${fields} && ${checkHasField(content, scope)}` : fields;
  return `function is${name}(value: unknown): value is ${name} { return ${check}; }`;
}

/** Prints the alias of a type without a name. Imports a type with a name. */
export function printAlias({ name, file, alias }: Named, scope: Scope): string {
  if (alias !== undefined) return `type ${name} = ${alias};\n\n`;
  scope.type(name, `../types/${file}.js`);
  return '';
}

function checkObject(name: string, { fields, bases }: ObjectContent, scope: Scope): string {
  // A field that is never there only helps to narrow a union of types. Real events of 2019 have such keys, so nothing is checked.
  const present = fields.filter(({ shape }) => shape.kind !== 'undefined');
  const checks = [
    `${scope.value('isObject', FIELDS)}<${name}>(value)`,
    ...present.filter(isMark).map((field) => checkField(field, scope)),
    ...present.filter((field) => !isMark(field)).map((field) => checkField(field, scope)),
    // The guard of a base comes last, because it narrows the value to a type with fewer fields.
    ...bases.map((base) => `${guardOf(base, scope)}(value)`),
  ];
  return checks.join(' && ');
}

function checkHasField({ fields }: ObjectContent, scope: Scope): string {
  return `(${fields.map(({ name }) => `'${name}' in value`).join(' || ')} || ${scope.value('isEmpty', FIELDS)}(value))`;
}

/** Whether a field distinguishes its object from others, as a literal does. It is checked first, which makes unions fast. */
function isMark({ shape, isOptional }: Field): boolean {
  return !isOptional && optionsOf(shape).every((option) => option.kind === 'literal' || isMarked(option));
}

function isMarked(shape: Shape): boolean {
  return shape.kind === 'named' && shape.target.content.kind === 'object' && shape.target.content.fields.some(isMark);
}

function checkField({ name, shape, isOptional, also }: Field, scope: Scope): string {
  const accepted: Shape = also ? { kind: 'union', options: [{ kind: also }, ...optionsOf(shape)] } : shape;
  const check = checkShape(accepted, `value.${name}`, capitalize(name), scope);
  if (isOptional && !acceptsUndefined(shape)) return `(${check} || !('${name}' in value))`;
  return check.includes(' || ') ? `(${check})` : check;
}

/** Returns an expression that is true if the variable has the shape. */
function checkShape(shape: Shape, variable: string, label: string, scope: Scope): string {
  const known = CHECKS[keyOf(shape)];
  if (known !== undefined) return `${scope.value(known, FIELDS)}(${variable})`;
  switch (shape.kind) {
    case 'null':
    case 'undefined':
      return `${variable} === ${shape.kind}`;
    case 'literal':
      return `${variable} === '${shape.value}'`;
    case 'list':
      return `${listGuard(shape.item, label, scope)}(${variable})`;
    case 'map':
      return `${mapGuard(shape.item, label, scope)}(${variable})`;
    case 'union':
      return shape.options.map((option) => checkShape(option, variable, label, scope)).join(' || ');
    case 'named':
      return `${guardOf(shape.target, scope)}(${variable})`;
    default:
      return `typeof ${variable} === '${shape.kind}'`;
  }
}

// Each array and map gets its own loop. A shared function that calls a predicate for each item is slower.

function listGuard(item: Shape, name: string, scope: Scope): string {
  const check = checkShape(item, 'item', `${name}Item`, scope);
  return scope.helper(
    `is${name}List`,
    `(value: unknown): boolean {
      if (!Array.isArray(value)) return false;
      for (let index = 0; index < value.length; index++) {
        const item = value[index];
        if (!(${check})) return false;
      }
      return true;
    }`,
  );
}

function mapGuard(item: Shape, name: string, scope: Scope): string {
  const check = checkShape(item, 'item', `${name}Item`, scope);
  return scope.helper(
    `is${name}Map`,
    `(value: unknown): boolean {
      if (!${scope.value('isObject', FIELDS)}<Record<string, unknown>>(value)) return false;
      for (const name in value) {
        const item = value[name];
        if (!(${check}) && !${scope.value('isIgnoredKey', FIELDS)}(name)) return false;
      }
      return true;
    }`,
  );
}

function guardOf({ name, file }: Named, scope: Scope): string {
  return scope.value(`is${name}`, `./${file}.js`);
}
