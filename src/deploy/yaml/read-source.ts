import { LineCounter, parseDocument } from 'yaml';
import { describeValue } from '../../http/describe-value.js';
import { TemplateError } from '../template-error.js';
import { convertDocument } from './convert.js';
import { lineOfPath } from './marks.js';
import type { Source } from './source.js';
import type { Dialect } from './words.js';

/** Length of the longest file that is read. A template of CloudFormation can have 1 MB, an OpenAPI document 6 MB. */
const LONGEST = 10 * 1024 * 1024;

/**
 * Reads a file as YAML or JSON.
 *
 * @param file the name of the file, for messages.
 * @param dialect what unquoted words stand for. JSON has no such words.
 * @throws TemplateError if the file is neither YAML nor JSON, too large, nested too deeply, or has a key `__proto__`.
 */
export function readSource(text: string, file: string, dialect: Dialect): Source {
  if (text.length > LONGEST) throw tooLong(text, file);
  const lines = new LineCounter();
  const { contents, errors } = parseDocument(text, {
    schema: 'failsafe', // words are read by the tables of the dialect
    version: dialect === 'yaml-1.1' ? '1.1' : '1.2',
    uniqueKeys: false, // the parser compares each key with all others
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'error',
    strict: false,
  });
  const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line);
  const [error] = errors;
  if (error !== undefined) throw syntaxError(error.code, error.message, file, lineAt(error.pos[0]));
  const { value, mark, notes } = convertDocument(contents, { file, dialect: isJson(text) ? 'yaml-1.2' : dialect, lineAt });
  return { file, value, notes, lineOf: (path) => lineOfPath(mark, path) };
}

function isJson(text: string): boolean {
  return /^\uFEFF?\s*\{/.test(text);
}

function tooLong(text: string, file: string): TemplateError {
  return new TemplateError({
    code: 'too-large',
    reason: `The file has ${text.length} characters; the limit is ${LONGEST}.`,
    fix: 'Read the parts of the deployment one by one.',
    file,
    value: text.length,
  });
}

function syntaxError(code: string, message: string, file: string, line: number): TemplateError {
  if (code === 'RESOURCE_EXHAUSTION') {
    return new TemplateError({ code: 'too-large', reason: 'The values are nested too deeply.', fix: 'Flatten them.', file, line });
  }
  if (code === 'MULTIPLE_DOCS') {
    const reason = 'The file has more than one YAML document.';
    return new TemplateError({ code: 'invalid-syntax', reason, fix: 'Remove the line `---`, or split the file.', file, line });
  }
  const reason = `This is neither YAML nor JSON: ${describeValue(message).slice(1, -1)}.`;
  return new TemplateError({ code: 'invalid-syntax', reason, fix: 'Check quotes, colons and indentation.', file, line });
}
