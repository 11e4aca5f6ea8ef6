/** What a guard or a schema checks about a value: a type of `src/types` as data. */
export type Shape =
  | { readonly kind: SimpleKind }
  | { readonly kind: 'literal'; readonly value: string }
  | { readonly kind: 'list'; readonly item: Shape }
  /** An object whose keys are not known, only the shape of its values. */
  | { readonly kind: 'map'; readonly item: Shape }
  | { readonly kind: 'union'; readonly options: readonly Shape[] }
  | { readonly kind: 'named'; readonly target: Named };

/** `scalar` is a boolean, number or string, `object` any object but an array. */
export type SimpleKind = 'null' | 'undefined' | 'boolean' | 'number' | 'string' | 'scalar' | 'object';

/** A type that gets its own guard function and schema function: an object with known fields, or a union with a name. */
export interface Named {
  /** Name of the type: `APIGatewayEventIdentity`. A type without a name is called after its property: `Validity`. */
  readonly name: string;
  /** File of `src/types` that declares the type, without extension. */
  readonly file: string;
  /** How to write a type without a name: `APIGatewayEventClientCertificate['validity']`. */
  readonly alias?: string;
  readonly content: ObjectContent | UnionContent;
}

export interface ObjectContent {
  readonly kind: 'object';
  /** Interfaces whose fields the object has, too. */
  readonly bases: readonly Named[];
  readonly fields: readonly Field[];
  /** Whether the type gives unknown keys the type `unknown`. */
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
}

/** The options of a union. Any other shape is its own only option. */
export function optionsOf(shape: Shape): readonly Shape[] {
  return shape.kind === 'union' ? shape.options : [shape];
}

/** A short text that is the same for equal shapes: `[string]` for a list, `{undefined|string}` for a map. */
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

/** Types and all the types that they mention, each once, in the order in which they are first mentioned. */
export function reachableFrom(roots: readonly Named[]): Named[] {
  const found = new Set<Named>();
  const visit = (named: Named): void => {
    if (found.has(named)) return;
    found.add(named);
    mentionedBy(named).forEach(visit);
  };
  roots.forEach(visit);
  return [...found];
}

/** The types that the functions of a type call. */
export function mentionedBy({ content }: Named): Named[] {
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
