import { findValue, indentJson, type JsonToken, splitJson } from '../json-text.js';
import { type Child, element } from './element.js';

/** A path in JSON. */
type Path = readonly (string | number)[];

/**
 * Creates a block of JSON with colours.
 *
 * @param marked the values to mark, such as those with an issue. A value inside another one is not marked twice.
 */
export function jsonBlock(text: string, label: string, marked: readonly Path[] = []): HTMLPreElement {
  const tokens = splitJson(text);
  const ranges = marked.flatMap((path) => findValue(tokens, path) ?? []).sort((a, b) => a.start - b.start);
  const children: Child[] = [];
  let next = 0;
  for (const { start, end } of ranges) {
    if (start < next) continue;
    for (const token of tokens.slice(next, start)) children.push(coloured(token));
    children.push(element('mark', {}, tokens.slice(start, end).map(coloured)));
    next = end;
  }
  for (const token of tokens.slice(next)) children.push(coloured(token));
  return block(label, children);
}

function coloured({ kind, text }: JsonToken): Child {
  return kind === 'space' || kind === 'mark' || kind === 'other' ? text : element('span', { class: kind }, text);
}

/** Creates a block of text. The text becomes a block of JSON if it is JSON. */
export function textBlock(text: string, label: string): HTMLPreElement {
  const isStructure = /^\s*[[{]/.test(text);
  const pretty = isStructure ? indentJson(text) : undefined;
  return pretty === undefined ? block(label, [text]) : jsonBlock(pretty, label);
}

/** A block can be scrolled with the keyboard, so it can have the focus, and it needs a name. */
function block(label: string, children: readonly Child[]): HTMLPreElement {
  return element('pre', { attributes: { tabindex: '0', role: 'region', 'aria-label': label } }, children);
}
