import type { Scope } from './scope.js';
import {
  acceptsUndefined,
  type Field,
  isWeak,
  keyOf,
  type Named,
  type ObjectContent,
  optionsOf,
  type Shape,
  type SimpleKind,
} from './shape.js';

/** Functions in `src/schemas/maps.ts`, by the key of the shape that they describe. */
const MAPS: Readonly<Record<string, string>> = {
  scalar: 'scalar',
  '{undefined|string}': 'stringMap',
  '{undefined|[string]}': 'stringListMap',
  '{undefined|scalar}': 'scalarMap',
  '{undefined|[scalar]}': 'scalarListMap',
};

/**
 * Functions in `src/schemas/union.ts` that write the error message of a union, by its name. A type doesn't say which option a value should
 * be.
 */
const EXPLANATIONS: Readonly<Record<string, string>> = {
  APIGatewayProxyResultV2: 'explainResult',
  APIGatewayProxyWebsocketEvent: 'explainWebsocketEvent',
  Statement: 'explainStatement',
};

/** Prints the schema that users import, with the guard as its fast path. */
export function printSchema(named: Named, scope: Scope): string {
  const addGuard = scope.value('addGuard', './add-guard.js');
  const guard = scope.value(`is${named.name}`, `../guards/${named.file}.js`);
  const schema = schemaOf(named, scope);
  const built = isWeak(named.content) ? `${scope.value('withSomeField', './object.js')}(${schema})` : schema;
  return `const ${named.name}Schema = /* @__PURE__ */ ${addGuard}(${guard}, () => ${built});`;
}

/** Prints a function that returns the schema of a union, or the fields of an object, so that other objects can extend them. */
export function printBuilder(named: Named, scope: Scope): string {
  const { name, content } = named;
  const result =
    content.kind === 'union' ? describeUnion(optionsOf(content.union), scope, EXPLANATIONS[name]) : `(${describeFields(content, scope)})`;
  return `function ${builderOf(named, scope)}() { return ${result}; }`;
}

/** Returns an expression that calls the function of a type for its schema. */
function schemaOf(named: Named, scope: Scope): string {
  const builder = builderOf(named, scope);
  if (named.content.kind === 'union') return `${builder}()`;
  return `${scope.value(named.content.isOpen ? 'openObject' : 'object', './object.js')}(${builder})`;
}

function describeFields({ bases, fields }: ObjectContent, scope: Scope): string {
  const inherited = bases.map((base) => `...${builderOf(base, scope)}()`);
  return `{ ${[...inherited, ...fields.map((field) => describeField(field, scope))].join(', ')} }`;
}

function describeField({ name, shape, isOptional, also }: Field, scope: Scope): string {
  if (shape.kind === 'undefined') return `${name}: ${scope.value('ignoredField', './ignored-field.js')}()`;
  const schema = also ? describeAccepting(also, shape, scope) : describe(shape, scope);
  if (!isOptional || acceptsUndefined(shape)) return `${name}: ${schema}`;
  return `${name}: ${scope.value('exactOptional', './exact-optional.js')}(${schema})`;
}

function describeAccepting(also: SimpleKind, shape: Shape, scope: Scope): string {
  const others = optionsOf(shape).filter(({ kind }) => kind !== 'undefined');
  const call = `${scope.value('accepting', './accepting.js')}(${zod(scope)}.${also}(), ${describeUnion(others, scope)})`;
  return acceptsUndefined(shape) ? `${call}.optional()` : call;
}

/** Returns an expression for the schema of a shape. */
function describe(shape: Shape, scope: Scope): string {
  const map = MAPS[keyOf(shape)];
  if (map !== undefined) return `${scope.value(map, './maps.js')}()`;
  switch (shape.kind) {
    case 'literal':
      return `${zod(scope)}.literal('${shape.value}')`;
    case 'list':
      return `${zod(scope)}.array(${describe(shape.item, scope)})`;
    case 'object':
      return `${zod(scope)}.looseObject({})`;
    case 'map':
      return `${scope.value('mapOf', './maps.js')}(${describe(shape.item, scope)})`;
    case 'union':
      return describeUnion(shape.options, scope);
    case 'named':
      return schemaOf(shape.target, scope);
    default:
      return `${zod(scope)}.${shape.kind}()`;
  }
}

/** `null` and `undefined` become methods of the schema. Only in a union of several schemas, `null` is an option. */
function describeUnion(options: readonly Shape[], scope: Scope, explanation?: string): string {
  const others = options.filter(({ kind }) => kind !== 'null' && kind !== 'undefined');
  const isNullable = options.some(({ kind }) => kind === 'null');
  const optional = options.some(({ kind }) => kind === 'undefined') ? '.optional()' : '';
  const single = describeSingle(others, scope);
  if (single !== undefined) return `${single}${isNullable ? '.nullable()' : ''}${optional}`;
  const schemas = [...others, ...(isNullable ? [{ kind: 'null' } as const] : [])].map((option) => describe(option, scope));
  const parameters = explanation === undefined ? '' : `, { error: ${scope.value(explanation, './union.js')} }`;
  return `${zod(scope)}.union([${schemas.join(', ')}]${parameters})${optional}`;
}

/** Returns an expression for a single schema of all options, if there is one. */
function describeSingle(options: readonly Shape[], scope: Scope): string | undefined {
  const [first] = options;
  if (first && options.length === 1) return describe(first, scope);
  return options.every(({ kind }) => kind === 'literal') ? `${zod(scope)}.enum([${options.map(keyOf).join(', ')}])` : undefined;
}

/** `APIGatewayEventIdentity` → `eventIdentity`, `Validity` → `validity`. */
function builderOf({ name, file }: Named, scope: Scope): string {
  const short = name.replace(/^APIGateway/, '');
  return scope.value(`${short.charAt(0).toLowerCase()}${short.slice(1)}`, `./${file}.js`);
}

/** Imports all of zod under one name. A named import would keep all of it in a bundle. The path exists in zod 3.25, too. */
function zod(scope: Scope): string {
  return scope.namespace('z', 'zod/v4');
}
