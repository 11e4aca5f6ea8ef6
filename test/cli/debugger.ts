import { SourceMap, type SourceMapPayload } from 'node:module';
import { WebSocket } from 'ws';

/** A message of the Chrome DevTools protocol. */
interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** A place in a source file, counted from 1. */
export interface Place {
  readonly source: string;
  readonly line: number;
}

/** A debugger that is attached to a process with `--inspect`, and to its threads. */
export interface Debugger {
  /** Waits until a `debugger` statement stops a thread. Returns the place that an editor would show. */
  paused(): Promise<Place>;
  /** Lets the thread continue. */
  resume(): void;
  close(): void;
}

/** Attaches as an editor does. */
export async function attach(url: string): Promise<Debugger> {
  const socket = new WebSocket(url);
  /** URL and source map of each script, by thread and id. */
  const scripts = new Map<unknown, { readonly url: unknown; readonly map: unknown }>();
  /** The thread that has stopped. */
  let current: unknown;
  let count = 0;
  let stop: (place: Place) => void = () => undefined;
  const stopped = new Promise<Place>((resolve) => {
    stop = resolve;
  });

  function send(method: string, params: object = {}): void {
    count += 1;
    socket.send(JSON.stringify({ id: count, method, params }));
  }
  function sendTo(sessionId: unknown, method: string): void {
    count += 1;
    send('NodeWorker.sendMessageToWorker', { sessionId, message: JSON.stringify({ id: count, method }) });
  }
  function receive({ method, params = {} }: Message, session?: unknown): void {
    if (method === 'NodeWorker.attachedToWorker') {
      sendTo(params['sessionId'], 'Debugger.enable');
    } else if (method === 'NodeWorker.receivedMessageFromWorker') {
      receive(JSON.parse(String(params['message'])), params['sessionId']);
    } else if (method === 'Debugger.scriptParsed') {
      scripts.set(`${session} ${params['scriptId']}`, { url: params['url'], map: params['sourceMapURL'] });
    } else if (method === 'Debugger.paused') {
      current = session;
      const [{ location }] = params['callFrames'] as [{ location: { scriptId: string; lineNumber: number; columnNumber: number } }]; // by the protocol
      const { url: script, map } = scripts.get(`${session} ${location.scriptId}`) ?? {};
      stop(originOf(String(script), String(map), location));
    }
  }

  socket.on('message', (text) => receive(JSON.parse(String(text))));
  await new Promise((resolve) => socket.once('open', resolve));
  send('NodeWorker.enable', { waitForDebuggerOnStart: false });
  return { paused: () => stopped, resume: () => sendTo(current, 'Debugger.resume'), close: () => socket.close() };
}

function originOf(script: string, map: string, { lineNumber, columnNumber }: { lineNumber: number; columnNumber: number }): Place {
  const payload = JSON.parse(Buffer.from(map.split('base64,')[1] ?? '', 'base64').toString());
  const { originalSource, originalLine } = new SourceMap(payload as SourceMapPayload).findEntry(lineNumber, columnNumber) as {
    originalSource: string;
    originalLine: number;
  }; // a debugger statement has a place
  return { source: new URL(originalSource, script).pathname, line: originalLine + 1 };
}
