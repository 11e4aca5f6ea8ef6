import { double, smallestInteger } from '../java/numbers.js';
import type { Token } from './lexer.js';
import type { Expression } from './nodes.js';
import type { Parser } from './parser.js';
import { TemplateSyntaxError } from './template-syntax-error.js';

/** A number such as `-12`. */
export function integerLiteral({ image, offset }: Token): Expression {
  if (!/^-?\d{1,10000}$/.test(image)) throw new TemplateSyntaxError(`${JSON.stringify(image.slice(0, 100))} is not a number.`, offset);
  return { type: 'constant', value: smallestInteger(BigInt(image)) };
}

/** A number such as `1.5e3`. */
export function floatLiteral({ image, offset }: Token): Expression {
  const value = Number(image);
  if (Number.isNaN(value)) throw new TemplateSyntaxError(`${JSON.stringify(image.slice(0, 100))} is not a number.`, offset);
  return { type: 'constant', value: double(value) };
}

/** A string. In double quotes, `\u00e9` is a character, and references and directives are rendered; no other escape means anything. */
export function stringLiteral(parser: Parser, token: Token): Expression {
  const { image } = token;
  const quote = image.charAt(0);
  const raw = image.slice(1, -1);
  const text = (quote === '"' ? readEscapes(raw, token) : raw).replaceAll(quote + quote, quote);
  if (quote === "'" || !/[$#]/.test(image)) return { type: 'constant', value: text };
  const hasBlankBehind = !text.includes('##');
  return { type: 'interpolated', nodes: parser.parseInside(hasBlankBehind ? `${text} ` : text, token), hasBlankBehind };
}

function readEscapes(text: string, { offset }: Token): string {
  return text.replace(/\\u([\s\S]{0,4})/g, (source, digits: string) => {
    if (!/^(?:[0-9a-fA-F]{4}|[+-][0-9a-fA-F]{3})$/.test(digits))
      throw new TemplateSyntaxError(`${JSON.stringify(source)} is not a character.`, offset);
    return String.fromCharCode(Number.parseInt(digits, 16));
  });
}
