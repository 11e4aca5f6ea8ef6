import ts from 'typescript';

/** A field of an interface, as its doc comment describes it. */
export interface Field {
  readonly name: string;
  readonly type: string;
  readonly isOptional: boolean;
  /** The comment in one line of Markdown. */
  readonly text: string;
}

/** Returns the fields that an interface of a source file declares itself, in their order. Throws if there is no such interface. */
export function fieldsOf(file: ts.SourceFile, name: string): Field[] {
  const found = file.statements.filter(ts.isInterfaceDeclaration).find((statement) => statement.name.text === name);
  if (!found) throw new Error(`${file.fileName} has no interface ${name}.`);
  return found.members
    .filter((member) => ts.isPropertySignature(member) || ts.isMethodSignature(member))
    .map((member) => ({
      name: member.name.getText(file),
      type: typeOf(member, file),
      isOptional: member.questionToken !== undefined,
      text: commentOf(member),
    }));
}

/** Returns the doc comment of a declaration as one line of Markdown, without its tags. Empty without a comment. */
function commentOf(node: ts.Node): string {
  const [comment] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).slice(-1);
  const text = ts.getTextOfJSDocComment(comment?.comment) ?? '';
  return oneLine(text.replace(/\{@link (\w+)\}/g, '`$1`'));
}

function typeOf(member: ts.PropertySignature | ts.MethodSignature, file: ts.SourceFile): string {
  if (ts.isPropertySignature(member)) return oneLine(member.type?.getText(file) ?? 'unknown');
  const parameters = member.parameters.map((parameter) => parameter.getText(file)).join(', ');
  return oneLine(`(${parameters}) => ${member.type?.getText(file) ?? 'void'}`);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('*\\/', '*/').trim();
}
