import { relative } from 'node:path';
import ts from 'typescript';
import { readEntryExports } from '../entry-exports.js';

/** A name that an entry exports, and what its doc comment has. */
export interface ExportedName {
  readonly name: string;
  /** The file that declares it. */
  readonly file: string;
  readonly isCalled: boolean;
  /** Whether it is a type, which doesn't exist at run time. */
  readonly isType: boolean;
  /** The description, without tags. */
  readonly text: string;
  /** The tags by name, such as `throws`, each with its text. */
  readonly tags: ReadonlyMap<string, readonly string[]>;
  /** Names of the parameters in all overloads. A destructured one has the name of its tag, if there is one for it. */
  readonly parameters: readonly string[];
  /** Names of the type parameters. */
  readonly typeParameters: readonly string[];
  /** Exported types that its declaration names: parameters, results, fields. */
  readonly uses: readonly string[];
}

/** Reads what the entries export. A name that several entries export is listed once. */
export function exportedNames(entries: readonly string[]): ExportedName[] {
  const { checker, symbols } = readEntryExports(entries);
  const found = new Map(symbols.map((symbol) => [targetOf(symbol, checker), symbol.name]));
  return [...found].map(([symbol, name]) => describe(symbol, name, checker, found));
}

function describe(symbol: ts.Symbol, name: string, checker: ts.TypeChecker, exported: ReadonlyMap<ts.Symbol, string>): ExportedName {
  const [first, ...others] = symbol.declarations ?? [];
  if (!first) throw new Error(`${name} has no declaration.`);
  const declarations = [first, ...others];
  const tags = tagsOf(symbol, checker);
  const isType = (symbol.flags & ts.SymbolFlags.Value) === 0;
  const calls = isType || ts.isClassDeclaration(first) ? [] : checker.getTypeOfSymbolAtLocation(symbol, first).getCallSignatures();
  return {
    name,
    file: relative('.', first.getSourceFile().fileName),
    isCalled: calls.length > 0,
    isType,
    text: ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim(),
    tags,
    parameters: [...new Set(calls.flatMap((call) => call.getParameters().map((parameter) => parameter.name)))],
    typeParameters: isType ? declarations.flatMap(typeParametersOf) : [],
    uses: [...new Set(declarations.flatMap((declaration) => usedIn(declaration, checker, exported)))],
  };
}

function targetOf(symbol: ts.Symbol, checker: ts.TypeChecker): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

function tagsOf(symbol: ts.Symbol, checker: ts.TypeChecker): Map<string, string[]> {
  const tags = new Map<string, string[]>();
  for (const { name, text } of symbol.getJsDocTags(checker)) tags.set(name, [...(tags.get(name) ?? []), ts.displayPartsToString(text)]);
  return tags;
}

function typeParametersOf(declaration: ts.Declaration): string[] {
  const has = ts.isInterfaceDeclaration(declaration) || ts.isTypeAliasDeclaration(declaration);
  return has ? (declaration.typeParameters ?? []).map(({ name }) => name.text) : [];
}

/** Returns the exported names in a declaration, and in types that it names and that aren't exported. Ignores the bodies of functions. */
function usedIn(declaration: ts.Node, checker: ts.TypeChecker, exported: ReadonlyMap<ts.Symbol, string>): string[] {
  const names: string[] = [];
  const seen = new Set<ts.Node>();
  const visit = (node: ts.Node): void => {
    if (ts.isBlock(node) || seen.has(node)) return;
    seen.add(node);
    if (ts.isIdentifier(node)) follow(node);
    ts.forEachChild(node, visit);
  };
  const follow = (node: ts.Identifier): void => {
    const symbol = checker.getSymbolAtLocation(node);
    const target = symbol && targetOf(symbol, checker);
    const name = target && exported.get(target);
    if (name !== undefined) names.push(name);
    else for (const each of target?.declarations ?? []) if (isOwnType(each)) visit(each);
  };
  visit(declaration);
  return names;
}

function isOwnType(declaration: ts.Declaration): boolean {
  const isType = ts.isInterfaceDeclaration(declaration) || ts.isTypeAliasDeclaration(declaration);
  return isType && !declaration.getSourceFile().fileName.includes('/node_modules/');
}
