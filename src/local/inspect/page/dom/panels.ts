import type { BodyView, ExchangeView, IssueView, MessageView } from '../../view.js';
import { previewPath } from '../client.js';
import { formatHex, formatSize } from '../format.js';
import { jsonBlock, textBlock } from './code-block.js';
import { type Child, element } from './element.js';

/** Shows an exchange in four panels: what the client sent and received, and what the function received and returned. */
export function panels(view: ExchangeView): HTMLElement {
  const { authorizer, event, result, error } = view;
  return element(
    'div',
    { class: 'panels' },
    panel(view.kind === 'message' ? 'Message' : 'Request', 'what the client sent', requestParts(view)),
    panel(view.kind === 'message' ? 'Answer' : 'Response', 'what the client received', responseParts(view)),
    panel('Event', 'what your function received', event === undefined ? none('The function was not called.') : jsonBlock(event, 'Event')),
    panel(
      'Result',
      'what your function returned',
      result === undefined ? noResult(event, error) : jsonBlock(result, 'Result', placesOf(view)),
    ),
    authorizer &&
      panel(
        'Authorizer',
        authorizer.isFailed ? 'what it received, and what it threw' : 'what it received and returned',
        authorizer.event === undefined ? none('The answer comes from the cache.') : jsonBlock(authorizer.event, 'Event of the authorizer'),
        textBlock(authorizer.answer, 'Answer of the authorizer'),
      ),
  );
}

function panel(title: string, meaning: string, ...children: readonly (Child | readonly Child[])[]): HTMLElement {
  const heading = element('h3', {}, title, ' ', element('small', {}, meaning));
  return element('section', { class: 'panel', attributes: { 'aria-label': title } }, heading, children.flat());
}

/** How many places are marked. Each is searched for from the beginning. */
const MARKED = 20;

/** The places with an error or a warning. An issue of a mapping template has its place in the template. */
function placesOf({ issues, isCustom }: ExchangeView): IssueView['path'][] {
  return isCustom
    ? []
    : issues
        .filter(({ severity }) => severity !== 'info')
        .slice(0, MARKED)
        .map(({ path }) => path);
}

function none(text: string): HTMLElement {
  return element('p', { class: 'muted' }, text);
}

function noResult(event: string | undefined, error: string | undefined): HTMLElement {
  if (event === undefined) return none('The function was not called.');
  return none(error === undefined ? 'The function returned nothing.' : 'The function threw an error instead.');
}

function requestParts({ kind, request }: ExchangeView): Child[] {
  if (kind === 'message') return bodyParts(request.body, 'Message');
  return kind === 'disconnect' ? [none('The connection was closed.')] : messageParts(request, 'Request');
}

function responseParts({ index, kind, response, frame }: ExchangeView): Child[] {
  if (response === undefined) {
    const nothing = kind === 'disconnect' ? 'The client has left.' : 'The client receives nothing.';
    return [frame === undefined ? none(nothing) : textBlock(frame, 'Message to the client')];
  }
  const { mediaType, size } = response.body;
  return messageParts(response, 'Response', size > 0 ? preview(mediaType, index) : undefined);
}

function messageParts({ line, headers, body }: MessageView, label: string, shown?: Child): Child[] {
  const rows = headers.map(([name, value]) =>
    element('tr', {}, element('th', { attributes: { scope: 'row' } }, name), element('td', {}, value)),
  );
  const table = element('table', { attributes: { 'aria-label': `Headers of the ${label.toLowerCase()}` } }, element('tbody', {}, rows));
  return [
    element('p', { class: 'first-line' }, line),
    rows.length === 0 ? undefined : table,
    shown,
    ...bodyParts(body, `Body of the ${label.toLowerCase()}`),
  ];
}

function bodyParts({ text, base64 = '', size, isCut, mediaType }: BodyView, label: string): Child[] {
  if (size === 0) return [none('No body.')];
  const isBinary = text === undefined;
  const note = [formatSize(size), mediaType, isBinary ? 'binary' : '', isCut ? 'only the beginning is shown' : ''].filter(
    (part) => part !== '',
  );
  const content = isBinary ? textBlock(formatHex(bytesOf(base64)), label) : textBlock(text, label);
  return [element('p', { class: 'muted' }, note.join(' · ')), content];
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
}

/** Shows a picture or a page. The server sends it with a policy that allows no script, and the frame's sandbox allows none either. */
function preview(mediaType: string, index: number): HTMLElement | undefined {
  if (mediaType.startsWith('image/')) {
    return element('img', { class: 'preview', attributes: { src: previewPath(index), alt: 'The image that the client received' } });
  }
  const isPage = mediaType === 'text/html' || mediaType === 'application/xhtml+xml';
  return isPage
    ? element('iframe', {
        class: 'preview',
        attributes: { src: previewPath(index), sandbox: true, title: 'The page that the client received' },
      })
    : undefined;
}
