import type { CompareChain, CompareOperator, Expression, MathChain, MathOperator, Operand, Reference } from './nodes.js';
import { floatLiteral, integerLiteral, stringLiteral } from './parse-literal.js';
import { type ParseArguments, parseReference } from './parse-reference.js';
import { nest, type Parser, sourceOf } from './parser.js';
import { accept, expect, failUnexpected, isNext, peek } from './token-stream.js';

/** An expression, and the tokens that Velocity counts as its source. */
interface Parsed {
  readonly value: Expression;
  readonly start: number;
  readonly end: number;
}

const OPERATORS = {
  or: { '||': '||', or: '||' },
  and: { '&&': '&&', and: '&&' },
  equality: { '==': '==', eq: '==', '!=': '!=', ne: '!=' },
  relation: { '<': '<', lt: '<', '<=': '<=', le: '<=', '>': '>', gt: '>', '>=': '>=', ge: '>=' },
  sum: { '+': '+', '-': '-' },
  product: { '*': '*', '/': '/', '%': '%' },
  not: { '!': '!', not: '!' },
} as const;

const REFERENCES: ParseArguments = { parameter: parseParameter, index: parseIndex };

/** Reads the expression of `#set`, `#if` or `#elseif`. */
export function parseExpression(parser: Parser): Expression {
  return parseOr(parser).value;
}

function parseOr(parser: Parser): Parsed {
  return nest(parser, () => parseLogic(parser, 'or', (inner) => parseLogic(inner, 'and', parseEquality)));
}

function parseLogic(parser: Parser, type: 'and' | 'or', parseOperand: (parser: Parser) => Parsed): Parsed {
  const first = parseOperand(parser);
  const operands = [first.value];
  let { start } = first;
  while (takeOperator(parser, OPERATORS[type]) !== undefined) {
    start = parser.stream.next;
    operands.push(parseOperand(parser).value);
  }
  return operands.length === 1 ? first : addPlace(parser, { type, operands }, start);
}

/** Velocity counts only the last operand as the source of an operation, with the blanks around it. */
function addPlace({ stream }: Parser, value: Expression, start: number): Parsed {
  return { value, start, end: stream.next };
}

function takeOperator<T extends string>({ stream }: Parser, operators: Readonly<Record<string, T>>): T | undefined {
  const { kind, image } = peek(stream);
  if (kind !== 'operator' || !Object.hasOwn(operators, image)) return undefined;
  stream.next += 1;
  return operators[image];
}

function parseEquality(parser: Parser): Parsed {
  return parseComparison(parser, OPERATORS.equality, parseRelation);
}

function parseRelation(parser: Parser): Parsed {
  return parseComparison(parser, OPERATORS.relation, parseSum);
}

function parseComparison(
  parser: Parser,
  operators: Readonly<Record<string, CompareOperator>>,
  parseOperand: (parser: Parser) => Parsed,
): Parsed {
  const first = parseOperand(parser);
  const rest: CompareChain['rest'][number][] = [];
  let { start } = first;
  for (let operator = takeOperator(parser, operators); operator !== undefined; operator = takeOperator(parser, operators)) {
    start = parser.stream.next;
    rest.push({ operator, operand: parseOperand(parser).value });
  }
  return rest.length === 0 ? first : addPlace(parser, { type: 'compare', first: first.value, rest }, start);
}

function parseSum(parser: Parser): Parsed {
  return parseMath(parser, OPERATORS.sum, parseProduct);
}

function parseProduct(parser: Parser): Parsed {
  return parseMath(parser, OPERATORS.product, parseUnary);
}

function parseMath(parser: Parser, operators: Readonly<Record<string, MathOperator>>, parseOperand: (parser: Parser) => Parsed): Parsed {
  const first = parseOperand(parser);
  const rest: MathChain['rest'][number][] = [];
  let { start } = first;
  for (let operator = takeOperator(parser, operators); operator !== undefined; operator = takeOperator(parser, operators)) {
    start = parser.stream.next;
    const operand = operandOf(parser, parseOperand(parser));
    rest.push({ operator, operand, literal: sourceOf(parser, start, parser.stream.next) });
  }
  return rest.length === 0 ? first : addPlace(parser, { type: 'math', first: operandOf(parser, first), rest }, start);
}

function operandOf(parser: Parser, { value, start, end }: Parsed): Operand {
  return { value, literal: sourceOf(parser, start, end) };
}

function parseUnary(parser: Parser): Parsed {
  const { stream } = parser;
  const afterBlank = peek(stream).kind === 'blank' ? peek(stream, 1) : peek(stream);
  if (afterBlank.kind !== 'operator' || !Object.hasOwn(OPERATORS.not, afterBlank.image)) return parsePrimary(parser);
  const start = stream.next;
  accept(stream, 'blank');
  expect(stream, 'operator');
  const { value } = nest(parser, () => parseUnary(parser));
  return addPlace(parser, { type: 'not', operand: value }, start);
}

function parsePrimary(parser: Parser): Parsed {
  const { stream } = parser;
  accept(stream, 'blank');
  const primary = accept(stream, '(') ? parseGroup(parser) : parseValue(parser);
  accept(stream, 'blank');
  return primary;
}

function parseGroup(parser: Parser): Parsed {
  const start = parser.stream.next;
  const group = addPlace(parser, parseOr(parser).value, start);
  expect(parser.stream, ')');
  return group;
}

/** Reads a literal or a reference. */
function parseValue(parser: Parser): Parsed {
  const { stream } = parser;
  const start = stream.next;
  return addPlace(parser, parseTerm(parser), start);
}

function parseTerm(parser: Parser): Expression {
  const { stream } = parser;
  if (isNext(stream, 'identifier', 'curly{')) return parseReference(parser, REFERENCES);
  if (isNext(stream, '[')) return nest(parser, () => parseList(parser));
  if (isNext(stream, '{')) return nest(parser, () => parseMap(parser));
  const token = expect(stream, 'string', 'integer', 'float', 'true', 'false');
  switch (token.kind) {
    case 'string':
      return stringLiteral(parser, token);
    case 'integer':
      return integerLiteral(token);
    case 'float':
      return floatLiteral(token);
    default:
      return { type: 'constant', value: token.kind === 'true' };
  }
}

/** Reads an argument of a method, or an item of a list. */
function parseParameter(parser: Parser): Expression {
  accept(parser.stream, 'blank');
  const value = parseTerm(parser);
  accept(parser.stream, 'blank');
  return value;
}

/** Reads what stands in the brackets of `$list[0]`. */
function parseIndex(parser: Parser): Expression {
  const { stream } = parser;
  accept(stream, 'blank');
  if (!isNext(stream, 'string', 'integer', 'true', 'false', 'identifier', 'curly{')) failUnexpected(stream);
  const value = parseTerm(parser);
  accept(stream, 'blank');
  return value;
}

/** `[1, 2]` or `[1..2]`. */
function parseList(parser: Parser): Expression {
  const { stream } = parser;
  expect(stream, '[');
  if (accept(stream, ']')) return { type: 'list', items: [] };
  accept(stream, 'blank');
  const mayBeRange = isNext(stream, 'integer', 'identifier', 'curly{');
  const first = parseTerm(parser);
  accept(stream, 'blank');
  if (mayBeRange && accept(stream, '..')) return { type: 'range', from: first, to: parseRangeEnd(parser) };
  const items = [first];
  while (accept(stream, ',')) items.push(parseParameter(parser));
  expect(stream, ']');
  return { type: 'list', items };
}

function parseRangeEnd(parser: Parser): Expression {
  const { stream } = parser;
  accept(stream, 'blank');
  if (!isNext(stream, 'integer', 'identifier', 'curly{')) failUnexpected(stream);
  const end = parseTerm(parser);
  accept(stream, 'blank');
  expect(stream, ']');
  return end;
}

function parseMap(parser: Parser): Expression {
  const { stream } = parser;
  expect(stream, '{');
  const isEmpty = isNext(stream, '}', 'curly}') || (isNext(stream, 'blank') && ['}', 'curly}'].includes(peek(stream, 1).kind));
  const entries: [Expression, Expression][] = [];
  if (isEmpty) accept(stream, 'blank');
  else {
    do {
      const key = parseParameter(parser);
      expect(stream, ':');
      entries.push([key, parseParameter(parser)]);
    } while (accept(stream, ','));
  }
  expect(stream, '}', 'curly}');
  return { type: 'map', entries };
}

/** Reads an argument of a directive: also a word, such as `in`. */
export function parseDirectiveArgument(parser: Parser): Expression {
  const word = accept(parser.stream, 'word');
  return word === undefined ? parseTerm(parser) : { type: 'word', text: word.image };
}

/** Reads a reference that stands in the text. */
export function parseReferenceStatement(parser: Parser): Reference {
  return parseReference(parser, REFERENCES);
}
