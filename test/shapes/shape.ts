/** A type in `src/types` as data: what its guard and its schema check. */
export type Shape =
  | { readonly kind: SimpleKind }
  | { readonly kind: 'literal'; readonly value: string }
  | { readonly kind: 'list'; readonly item: Shape }
  /** An object with any keys. All values have the same shape. */
  | { readonly kind: 'map'; readonly item: Shape }
  | { readonly kind: 'union'; readonly options: readonly Shape[] }
  | { readonly kind: 'named'; readonly target: Named };

/** `scalar` is a boolean, number or string. `object` is any object except an array. */
export type SimpleKind = 'null' | 'undefined' | 'boolean' | 'number' | 'string' | 'scalar' | 'object';

/** A type with its own guard and schema function: an object with known fields, or a union with a name. */
export interface Named {
  /** Name of the type: `APIGatewayEventIdentity`. A type without a name is named after its property: `Validity`. */
  readonly name: string;
  /** File in `src/types` that declares the type, without extension. */
  readonly file: string;
  /** How to write a type without a name: `APIGatewayEventClientCertificate['validity']`. */
  readonly alias?: string;
  /** Its doc comment, without tags. Paragraphs are separated by an empty line. */
  readonly comment?: string;
  readonly content: ObjectContent | UnionContent;
}

export interface ObjectContent {
  readonly kind: 'object';
  /** Interfaces that the object extends. Their fields are not repeated. */
  readonly bases: readonly Named[];
  readonly fields: readonly Field[];
  /** Whether unknown keys have the type `unknown`. Otherwise they have no type. */
  readonly isOpen: boolean;
}

export interface UnionContent {
  readonly kind: 'union';
  readonly union: Shape;
}

export interface Field {
  readonly name: string;
  readonly shape: Shape;
  /** Whether the key may be absent. */
  readonly isOptional: boolean;
  /** What guard and schema accept in addition to the type. */
  readonly also?: SimpleKind;
  /** Its doc comment, as that of a type. */
  readonly comment?: string;
}

/** Returns the options of a union. For any other shape, returns the shape as the only option. */
export function optionsOf(shape: Shape): readonly Shape[] {
  return shape.kind === 'union' ? shape.options : [shape];
}

/** Whether a shape allows `undefined`, which for a guard is the same as a missing key. */
export function acceptsUndefined(shape: Shape): boolean {
  return optionsOf(shape).some(({ kind }) => kind === 'undefined');
}

/** Whether all fields of an object may be absent. Any object without these fields would then have the shape. */
export function isWeak(content: Named['content']): content is ObjectContent {
  return content.kind === 'object' && content.bases.length === 0 && content.fields.every(({ isOptional }) => isOptional);
}

/** Returns a string that is the same for equal shapes: `[string]` for an array, `{undefined|string}` for a map. */
export function keyOf(shape: Shape): string {
  switch (shape.kind) {
    case 'literal':
      return `'${shape.value}'`;
    case 'list':
      return `[${keyOf(shape.item)}]`;
    case 'map':
      return `{${keyOf(shape.item)}}`;
    case 'union':
      return shape.options.map(keyOf).join('|');
    case 'named':
      return shape.target.name;
    default:
      return shape.kind;
  }
}

/** Returns the types and all types that they use, each once, in the order of first use. */
export function reachableFrom(roots: readonly Named[]): Named[] {
  const found = new Set<Named>();
  const visit = (named: Named): void => {
    if (found.has(named)) return;
    found.add(named);
    usedBy(named).forEach(visit);
  };
  roots.forEach(visit);
  return [...found];
}

/** Returns the types that a type uses. */
export function usedBy({ content }: Named): Named[] {
  if (content.kind === 'union') return namedIn(content.union);
  return [...content.bases, ...content.fields.flatMap(({ shape }) => namedIn(shape))];
}

function namedIn(shape: Shape): Named[] {
  switch (shape.kind) {
    case 'named':
      return [shape.target];
    case 'union':
      return shape.options.flatMap(namedIn);
    case 'list':
    case 'map':
      return namedIn(shape.item);
    default:
      return [];
  }
}

export function capitalize(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
