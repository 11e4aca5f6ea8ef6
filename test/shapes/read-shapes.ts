import { basename } from 'node:path';
import ts from 'typescript';
import { compileTypes, type TypeName } from './compile-types.js';
import { capitalize, type Field, keyOf, type Named, type ObjectContent, type Shape, type SimpleKind } from './shape.js';
import { ACCEPTED_BESIDE } from './shapes.js';

interface Reading {
  readonly checker: ts.TypeChecker;
  readonly roots: ReadonlyMap<ts.Type, TypeName>;
  /** The symbols of the roots. */
  readonly symbols: ReadonlyMap<ts.Type, ts.Symbol>;
  /** The named types read so far. */
  readonly known: Map<ts.Type, Named>;
}

/** Name and file of a type, and how to write it if it has no name. */
type Label = Omit<Named, 'content'>;

/**
 * Reads types in `src/types` as shapes.
 *
 * @param texts More files in `src/types`, by name. They replace those on disk.
 * @throws Error if a type doesn't exist, or if no code can be generated for a part of it.
 */
export function readShapes(names: readonly TypeName[], texts?: Readonly<Record<string, string>>): Named[] {
  const { checker, types, symbols: declared } = compileTypes(names, texts);
  const roots = new Map(names.flatMap((name, index): [ts.Type, TypeName][] => (types[index] ? [[types[index], name]] : [])));
  const symbols = new Map(types.flatMap((type, index): [ts.Type, ts.Symbol][] => (declared[index] ? [[type, declared[index]]] : [])));
  const reading: Reading = { checker, roots, symbols, known: new Map() };
  return types.map((type) => readNamed(type, undefined, reading));
}

/** @param unnamed Label for a type without a name. */
function readNamed(type: ts.Type, unnamed: Label | undefined, reading: Reading): Named {
  const known = reading.known.get(type);
  if (known) return known;
  const label = nameOf(type, reading) ?? unnamed;
  if (!label) throw new Error(`Cannot print ${reading.checker.typeToString(type)} without a name. Declare an interface for it.`);
  if ([...reading.known.values()].some(({ name, file }) => name === label.name && file === label.file)) {
    throw new Error(`Cannot print two types as ${label.name} into ${label.file}.ts. Declare an interface for one of them.`);
  }
  const content: Named['content'] = type.isUnion()
    ? { kind: 'union', union: readUnion(type.types, undefined, reading) }
    : readObject(type, label, reading);
  const named: Named = { ...label, content, ...commentOf(reading.symbols.get(type) ?? type.aliasSymbol ?? type.symbol, reading) };
  reading.known.set(type, named);
  return named;
}

function nameOf(type: ts.Type, { roots }: Reading): Label | undefined {
  const symbol = type.aliasSymbol ?? type.symbol;
  const isDeclaration = type.isUnion() ? ts.isTypeAliasDeclaration : ts.isInterfaceDeclaration;
  const declaration = symbol?.declarations?.find((node) => isDeclaration(node));
  return roots.get(type) ?? (declaration && { name: symbol.name, file: basename(declaration.getSourceFile().fileName, '.ts') });
}

function readObject(type: ts.Type, label: Label, reading: Reading): ObjectContent {
  const { checker } = reading;
  const bases = basesOf(type, checker);
  const inherited = new Set(bases.flatMap((base) => checker.getPropertiesOfType(base)));
  const index = checker.getIndexInfoOfType(type, ts.IndexKind.String);
  if (index && !isUnknown(index.type)) throw new Error(`Cannot print ${label.name}: the type of its unknown keys is not unknown.`);
  return {
    kind: 'object',
    bases: bases.map((base) => readNamed(base, undefined, reading)),
    fields: checker.getPropertiesOfType(type).flatMap((property) => (inherited.has(property) ? [] : [readField(property, label, reading)])),
    isOpen: index !== undefined,
  };
}

/** Returns the interfaces that an interface extends, except those of which it changes a field. */
function basesOf(type: ts.Type, checker: ts.TypeChecker): ts.Type[] {
  if (!type.isClassOrInterface()) return [];
  const properties = new Set(checker.getPropertiesOfType(type));
  const isUnchanged = (base: ts.Type): boolean => checker.getPropertiesOfType(base).every((property) => properties.has(property));
  return checker.getBaseTypes(type).filter((base) => base.isClassOrInterface() && isUnchanged(base));
}

function readField(property: ts.Symbol, owner: Label, reading: Reading): Field {
  const { name } = property;
  const type = reading.checker.getTypeOfSymbol(property);
  const isOptional = (property.flags & ts.SymbolFlags.Optional) !== 0;
  const path = `${owner.name}['${name}']`;
  const label: Label = { name: capitalize(name), file: owner.file, alias: isNullable(type) ? `NonNullable<${path}>` : path };
  const also = ACCEPTED_BESIDE[`${owner.name}.${name}`];
  const beside = { ...(also && { also }), ...commentOf(property, reading) };
  if (!isOptional || !type.isUnion()) return { name, isOptional, shape: readShape(type, label, reading), ...beside };
  // For an optional field, the compiler adds an `undefined` that stands for the missing key. It is not the one that a type can name.
  const named = reading.checker.getUndefinedType();
  const options = type.types.filter((option) => option === named || !(option.flags & ts.TypeFlags.Undefined));
  return { name, isOptional, shape: readUnion(options, label, reading), ...beside };
}

/** Reads a doc comment. Its lines are joined, and links become names. */
function commentOf(symbol: ts.Symbol | undefined, { checker }: Reading): { readonly comment?: string } {
  const isOurs = symbol?.declarations?.some((node) => !node.getSourceFile().isDeclarationFile); // `Omit` is the compiler's
  const text = isOurs ? ts.displayPartsToString(symbol?.getDocumentationComment(checker)) : '';
  const comment = text
    .replace(/\{@link (\S+?)\}/g, '`$1`')
    .replace(/(?<!\n)\n(?![\n*])/g, ' ')
    .trim();
  return comment === '' ? {} : { comment };
}

function readShape(type: ts.Type, label: Label | undefined, reading: Reading): Shape {
  const { checker } = reading;
  const kind = SIMPLE.find(([flag]) => type.flags & flag)?.[1];
  if (kind) return { kind };
  if (type.isStringLiteral()) return { kind: 'literal', value: type.value };
  if (type.isUnion() && !nameOf(type, reading)) return readUnion(type.types, label, reading);
  if (checker.isArrayType(type)) return { kind: 'list', item: readShape(itemOf(type, checker), within(label, 'number'), reading) };
  if (!type.isUnion() && !isPlainObject(type)) throw new Error(`Cannot print ${checker.typeToString(type)}: JSON has no such values.`);
  const item = checker.getPropertiesOfType(type).length === 0 ? checker.getIndexTypeOfType(type, ts.IndexKind.String) : undefined;
  if (!item) return { kind: 'named', target: readNamed(type, label, reading) };
  return isUnknown(item) ? { kind: 'object' } : { kind: 'map', item: readShape(item, within(label, 'string'), reading) };
}

/** For the compiler, `boolean` is also the union of its two values. */
const SIMPLE: readonly (readonly [ts.TypeFlags, SimpleKind])[] = [
  [ts.TypeFlags.String, 'string'],
  [ts.TypeFlags.Number, 'number'],
  [ts.TypeFlags.BooleanLike, 'boolean'],
  [ts.TypeFlags.Null, 'null'],
  [ts.TypeFlags.Undefined, 'undefined'],
];

function readUnion(types: readonly ts.Type[], label: Label | undefined, reading: Reading): Shape {
  const inOrder = [...types].sort((one, other) => positionOf(one) - positionOf(other));
  const shapes = new Map(inOrder.map((type) => readShape(type, label, reading)).map((shape) => [keyOf(shape), shape]));
  const options = joinScalars([...shapes.values()]).sort(compareOptions);
  const [only] = options;
  return only && options.length === 1 ? only : { kind: 'union', options };
}

const SCALARS: readonly Shape['kind'][] = ['boolean', 'number', 'string'];

function joinScalars(options: readonly Shape[]): Shape[] {
  const others = options.filter(({ kind }) => !SCALARS.includes(kind));
  return options.length - others.length === SCALARS.length ? [...others, { kind: 'scalar' }] : [...options];
}

/** The order of a union's options in the generated code. Fast checks come first. */
const ORDER: readonly Shape['kind'][] = [
  'null',
  'undefined',
  'boolean',
  'number',
  'literal',
  'string',
  'scalar',
  'list',
  'object',
  'map',
  'named',
];

/** The compiler has its own order, but it depends on all types it has seen: a new type could change the code for another one. */
function compareOptions(one: Shape, other: Shape): number {
  if (one.kind === 'literal' && other.kind === 'literal') return one.value < other.value ? -1 : 1;
  return ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind);
}

/** Returns the position of a declaration in its file. */
function positionOf(type: ts.Type): number {
  return type.symbol?.declarations?.[0]?.pos ?? 0;
}

function itemOf(array: ts.Type, checker: ts.TypeChecker): ts.Type {
  const [item] = checker.getTypeArguments(array as ts.TypeReference); // an array type is a reference to Array<Item>
  if (!item) throw new Error(`${checker.typeToString(array)} has no type of items.`);
  return item;
}

function within(label: Label | undefined, key: 'number' | 'string'): Label | undefined {
  return label && { ...label, alias: `${label.alias}[${key}]` };
}

function isNullable(type: ts.Type): boolean {
  return type.isUnion() && type.types.some(({ flags }) => flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined));
}

/** Whether a type is an object in `src/types`, or `Omit` of one. For the compiler, classes, functions and tuples are objects, too. */
function isPlainObject({ symbol }: ts.Type): boolean {
  const isPlain = (node: ts.Declaration): boolean =>
    ts.isTypeLiteralNode(node) || ts.isMappedTypeNode(node) || (ts.isInterfaceDeclaration(node) && !node.getSourceFile().isDeclarationFile);
  return symbol?.declarations?.some(isPlain) ?? false;
}

function isUnknown({ flags }: ts.Type): boolean {
  return (flags & ts.TypeFlags.Unknown) !== 0;
}
