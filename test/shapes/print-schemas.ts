import type { Scope } from './scope.js';
import { type Field, keyOf, type Named, type ObjectContent, optionsOf, type Shape } from './shape.js';

/** The functions of `src/schemas/maps.ts`, by the shape that they describe. */
const MAPS: Readonly<Record<string, string>> = {
  scalar: 'scalar',
  '{undefined|string}': 'stringMap',
  '{undefined|[string]}': 'stringListMap',
  '{undefined|scalar}': 'scalarMap',
  '{undefined|[scalar]}': 'scalarListMap',
};

/** The functions of `src/schemas/union.ts`: they say what is wrong with a value that fits no option. A type cannot say which option was meant. */
const EXPLANATIONS: Readonly<Record<string, string>> = {
  APIGatewayProxyResultV2: 'explainResult',
  APIGatewayProxyWebsocketEvent: 'explainWebsocketEvent',
  Statement: 'explainStatement',
};

/** Prints the schema of a type for users. The guard is its fast path. */
export function printSchema(named: Named, scope: Scope): string {
  const guarded = scope.value('guarded', './guarded.js');
  const guard = scope.value(`is${named.name}`, `../guards/${named.file}.js`);
  return `const ${named.name}Schema = /* @__PURE__ */ ${guarded}(${guard}, () => ${schemaOf(named, scope)});`;
}

/** Prints a function of a type: it returns the schema of a union, and the fields of an object, so that others can extend it. */
export function printBuilder(named: Named, scope: Scope): string {
  const { name, content } = named;
  const result =
    content.kind === 'union' ? describeUnion(optionsOf(content.union), scope, EXPLANATIONS[name]) : `(${describeFields(content, scope)})`;
  return `function ${builderOf(named, scope)}() { return ${result}; }`;
}

/** Calls the function of a type for a schema. */
function schemaOf(named: Named, scope: Scope): string {
  const call = `${builderOf(named, scope)}()`;
  if (named.content.kind === 'union') return call;
  return named.content.isOpen ? `${zod(scope)}.looseObject(${call})` : `${scope.value('object', './object.js')}(${call})`;
}

function describeFields({ bases, fields }: ObjectContent, scope: Scope): string {
  const inherited = bases.map((base) => `...${builderOf(base, scope)}()`);
  return `{ ${[...inherited, ...fields.map((field) => describeField(field, scope))].join(', ')} }`;
}

function describeField({ name, shape, isOptional }: Field, scope: Scope): string {
  return `${name}: ${describe(shape, scope)}${isOptional ? '.exactOptional()' : ''}`;
}

/** An expression that is a schema of the shape. */
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

/** zod says `null` and `undefined` with a method if there is a schema to call it on. */
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

/** One schema for all options, if there is one. */
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

/** The import of the whole module: a named one would keep all of zod in a bundle. */
function zod(scope: Scope): string {
  return scope.namespace('z', 'zod');
}
