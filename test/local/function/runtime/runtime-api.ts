import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Answer, shorten } from './answer.js';

/** A Runtime API on loopback that hands out one invocation. */
export interface RuntimeApi {
  /** `127.0.0.1:PORT`. */
  readonly address: string;
  /** Resolves with what the runtime posts, after the runtime asked for another invocation or the API was closed. */
  readonly answer: Promise<Answer | undefined>;
  /** Ends it: nothing more will come. */
  close(): void;
}

/** Something that the runtime posts. */
interface Post {
  readonly kind: 'response' | 'error' | 'init';
  readonly message: IncomingMessage;
  body: string;
  isComplete: boolean;
}

/** Opens a Runtime API. `milliseconds` is the time that the function has. */
export async function openRuntimeApi(milliseconds: number): Promise<RuntimeApi> {
  const posts: Post[] = [];
  let hasGiven = false;
  let finish: () => void = () => undefined;
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    if (path.endsWith('/next')) {
      if (hasGiven) setTimeout(finish, 100);
      else response.writeHead(200, headersOf(milliseconds)).end('{"key":"value"}');
      hasGiven = true;
      return;
    }
    const post: Post = { kind: kindOf(path), message: request, body: '', isComplete: false };
    posts.push(post);
    request.setEncoding('latin1');
    request.on('data', (text: string) => {
      post.body += text;
    });
    request.on('error', () => undefined);
    request.on('end', () => {
      post.isComplete = true;
      response.writeHead(202).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  return {
    address: `127.0.0.1:${port}`,
    answer: finished.then(() => (posts[0] === undefined ? undefined : answerOf(posts[0]))),
    close() {
      finish();
      server.closeAllConnections();
      server.close();
    },
  };
}

function headersOf(milliseconds: number): Record<string, string> {
  return {
    'Lambda-Runtime-Aws-Request-Id': 'id1',
    'Lambda-Runtime-Deadline-Ms': `${Date.now() + milliseconds}`,
    'Lambda-Runtime-Invoked-Function-Arn': 'arn:aws:lambda:us-east-1:123456789012:function:f',
    'Lambda-Runtime-Trace-Id': 'Root=1-2-3',
  };
}

function kindOf(path: string): Post['kind'] {
  if (path.includes('/init/')) return 'init';
  return path.endsWith('/error') ? 'error' : 'response';
}

function answerOf({ kind, message, body, isComplete }: Post): Answer {
  if (kind !== 'response') return { end: kind === 'init' ? 'init-error' : 'error', error: errorOf(JSON.parse(body)) };
  const isStreamed = message.headers['lambda-runtime-function-response-mode'] === 'streaming';
  const given = { body: shorten(body), ...(isStreamed && { type: message.headers['content-type'] ?? '' }) };
  const trailer = message.trailers['lambda-runtime-function-error-body'];
  if (trailer !== undefined) return { end: 'error', ...given, error: errorOf(JSON.parse(Buffer.from(trailer, 'base64').toString())) };
  // The stream broke off.
  return isComplete ? { end: 'result', ...given } : { end: 'exit', ...given };
}

function errorOf({ errorType, errorMessage }: { readonly errorType?: string; readonly errorMessage?: string }): string {
  return `${errorType}: ${errorMessage}`;
}
