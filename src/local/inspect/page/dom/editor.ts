import type { EditedRequest, ExchangeView } from '../../view.js';
import { headerLines, readHeaderLines } from '../header-lines.js';
import { find } from './element.js';

/** Sends an edited request. Returns what is wrong with it, or `undefined` if it was sent. */
export type SendEdited = (index: number, edited: EditedRequest) => Promise<string | undefined>;

/** Prepares the dialog. Returns a function that opens it for an exchange. */
export function createEditor(send: SendEdited): (view: ExchangeView) => void {
  const dialog = find('editor', HTMLDialogElement);
  const [method, target] = [find('edit-method', HTMLInputElement), find('edit-target', HTMLInputElement)];
  const [headers, body] = [find('edit-headers', HTMLTextAreaElement), find('edit-body', HTMLTextAreaElement)];
  const [note, problem] = [find('edit-note', HTMLElement), find('edit-problem', HTMLElement)];
  let shown: ExchangeView | undefined;

  async function submit(): Promise<void> {
    const read = readHeaderLines(headers.value);
    if (shown === undefined) return;
    if ('wrong' in read) {
      problem.textContent = `This header has no name and colon: ${read.wrong}`;
      return;
    }
    const edited = { method: method.value.trim(), target: target.value.trim(), headers: read.headers };
    const found = await send(shown.index, body.disabled ? edited : { ...edited, body: body.value });
    problem.textContent = found ?? '';
    if (found === undefined) dialog.close();
  }

  find('edit-cancel', HTMLButtonElement).addEventListener('click', () => dialog.close());
  find('editor-form', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  return (view) => {
    shown = view;
    const { text, isCut, size } = view.request.body;
    method.value = view.method;
    target.value = view.target;
    headers.value = headerLines(view.request.headers);
    body.value = text ?? '';
    body.disabled = isCut || (text === undefined && size > 0);
    note.textContent = body.disabled ? `The body stays as it is, because it is ${isCut ? 'too long' : 'binary'}.` : '';
    problem.textContent = '';
    dialog.showModal();
  };
}
