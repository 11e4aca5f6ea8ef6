import type { EditedRequest, ExchangeView, InspectedApi, SentAgain } from '../view.js';

/** What the server answered, or why it did not. */
export type Answer<T> = { readonly value: T } | { readonly problem: string };

/** Asks for the list. */
export function loadList(): Promise<Answer<InspectedApi>> {
  return ask('exchanges');
}

/** Asks for everything about an exchange. */
export function loadExchange(index: number): Promise<Answer<ExchangeView>> {
  return ask(`exchanges/${index}`);
}

/** Sends the request of an exchange again, or an edited one in its place. */
export function sendAgain(index: number, edited?: EditedRequest): Promise<Answer<SentAgain>> {
  return ask(`send/${index}`, edited === undefined ? '' : JSON.stringify(edited));
}

/** Sends a message on the WebSocket connection of an exchange. */
export function sendMessage(index: number, message: string): Promise<Answer<SentAgain>> {
  return ask(`message/${index}`, message);
}

/** The path of the body of a response, as a picture or a page without scripts. */
export function previewPath(index: number): string {
  return `/@inspect/preview/${index}`;
}

async function ask<T>(path: string, body?: string): Promise<Answer<T>> {
  const init: RequestInit = body === undefined ? {} : { method: 'POST', headers: { 'X-Inspect': 'send' }, body };
  try {
    const response = await fetch(`/@inspect/${path}`, init);
    if (!response.ok) return { problem: await response.text() };
    const value: T = await response.json(); // the server of this page sends what view.ts declares
    return { value };
  } catch {
    return { problem: 'The server doesn’t answer.' };
  }
}
