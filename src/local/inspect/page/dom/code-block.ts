import { indentJson, splitJson } from '../json-text.js';
import { type Child, element } from './element.js';

/** Creates a block of JSON with colours. */
export function jsonBlock(text: string, label: string): HTMLPreElement {
  const pieces = splitJson(text).map(({ kind, text: part }) =>
    kind === 'space' || kind === 'mark' || kind === 'other' ? part : element('span', { class: kind }, part),
  );
  return block(label, pieces);
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
