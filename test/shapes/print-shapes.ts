import { printAlias, printGuard } from './print-guards.js';
import { printBuilder, printSchema } from './print-schemas.js';
import { readShapes } from './read-shapes.js';
import { openScope, type Scope } from './scope.js';
import { type Named, reachableFrom, usedBy } from './shape.js';
import { type PublicShape, SHAPES } from './shapes.js';

/**
 * Prints the guards and schemas of shapes. Returns the text of each file by its path, before biome formats it.
 *
 * @param texts More files in `src/types`, by name. They replace those on disk.
 */
export function printShapes(shapes: readonly PublicShape[] = SHAPES, texts?: Readonly<Record<string, string>>): Map<string, string> {
  const all = reachableFrom(readShapes(shapes, texts));
  const files = [...new Set(all.map(({ file }) => file))].map((file) => fileOf(file, all, shapes));
  return new Map(
    files.flatMap((file) => [
      [`src/guards/${file.name}.ts`, printFile(file, printGuards)],
      [`src/schemas/${file.name}.ts`, printFile(file, printSchemas)],
    ]),
  );
}

/** A file in `src/types`, and the types in it for which code is generated. */
interface ShapeFile {
  readonly name: string;
  readonly types: readonly Named[];
  /** Types whose guard and schema users import, with the notes for their comments. */
  readonly shapes: ReadonlyMap<Named, PublicShape>;
  /** Types that other files use. */
  readonly shared: ReadonlySet<Named>;
}

function fileOf(name: string, all: readonly Named[], shapes: readonly PublicShape[]): ShapeFile {
  const types = all.filter(({ file }) => file === name);
  return {
    name,
    types,
    shapes: new Map(types.flatMap((type) => shapes.filter((shape) => shape.name === type.name).map((shape) => [type, shape]))),
    shared: new Set(all.filter(({ file }) => file !== name).flatMap(usedBy)),
  };
}

function printFile(file: ShapeFile, print: (file: ShapeFile, scope: Scope) => string[]): string {
  const scope = openScope(`./${file.name}.js`);
  const code = print(file, scope);
  const header = `// Generated from src/types/${file.name}.ts by \`npm run shapes\`. Change the type and run it again.`;
  return `${[header, scope.printImports(), ...code, ...scope.printHelpers()].join('\n\n')}\n`;
}

function printGuards({ types, shapes, shared }: ShapeFile, scope: Scope): string[] {
  const inOrder = [...shapes.keys(), ...types.filter((type) => !shapes.has(type))];
  return inOrder.map((type) => {
    const shape = shapes.get(type);
    const comment = shape ? guardComment(shape) : '';
    return `${printAlias(type, scope)}${comment}${shape || shared.has(type) ? 'export ' : ''}${printGuard(type, scope, shape !== undefined)}`;
  });
}

function printSchemas({ types, shapes, shared }: ShapeFile, scope: Scope): string[] {
  const schemas = [...shapes].map(([type, shape]) => `${schemaComment(shape)}export ${printSchema(type, scope)}`);
  return [...schemas, ...types.map((type) => `${shared.has(type) ? 'export ' : ''}${printBuilder(type, scope)}`)];
}

function guardComment({ name, guardNote, example }: PublicShape): string {
  return commentOf([
    `Returns \`true\` if the value is a valid \`${name}\`. Checks every field and allows unknown ones.`,
    ...noteOf(guardNote),
    '',
    '@param value anything, such as JSON that was parsed.',
    '@throws only what a getter of the value throws.',
    ...exampleOf([importOf([...namesIn(example), `is${name}`])], `is${name}(${example})`, 'true'),
  ]);
}

function schemaComment({ name, schemaNote, example }: PublicShape): string {
  const names = namesIn(example);
  const imports = [...(names.length > 0 ? [importOf(names)] : []), `import { ${name}Schema } from 'apigw-proxy/schemas';`];
  return commentOf([
    `The zod schema for \`${name}\`. \`parse\` returns its argument, unknown fields included.`,
    ...noteOf(schemaNote),
    '',
    ...exampleOf(imports, `${name}Schema.safeParse(${example}).success`, 'true'),
  ]);
}

function noteOf(note: string | undefined): string[] {
  return note === undefined ? [] : ['', note];
}

function exampleOf(imports: readonly string[], call: string, printed: string): string[] {
  return ['@example', '```ts', ...imports, '', `console.log(${call}); // => ${printed}`, '```'];
}

function importOf(names: readonly string[]): string {
  return `import { ${[...names].sort().join(', ')} } from 'apigw-proxy';`;
}

/** Returns the functions that an example calls. */
function namesIn(example: string): string[] {
  return [...new Set([...example.matchAll(/(?<![.\w'])[a-z]\w*(?=\()/gi)].map(([name]) => name))];
}

function commentOf(lines: readonly string[]): string {
  return `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join('\n')}\n */\n`;
}
