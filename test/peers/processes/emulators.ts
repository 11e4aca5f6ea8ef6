import { answerAll, importPackage } from './answer-all.js';

// Calls an emulator that is a function: it gets a Fetch request and a handler, and returns a Fetch response.

/** A request and what the function behind it returns. */
export interface Call {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly bodyBase64: string;
  readonly result: unknown;
}

/** What the function got, and what the client got. */
export interface Called {
  readonly event: unknown;
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly bodyBase64: string;
}

type Invoke = (handler: (event: unknown) => Promise<unknown>, request: Request) => Promise<Response>;

async function call(invoke: Invoke, { method, url, headers, bodyBase64, result }: Call): Promise<Called> {
  const body = Buffer.from(bodyBase64, 'base64');
  let event: unknown;
  const response = await invoke(
    async (given) => {
      event = given;
      return result;
    },
    new Request(url, { method, headers: new Headers(headers.map(([name, value]) => [name, value])), ...(body.length > 0 && { body }) }),
  );
  const bytes = Buffer.from(await response.arrayBuffer());
  return { event, status: response.status, headers: [...response.headers], bodyBase64: bytes.toString('base64') };
}

await answerAll<Call>(async () => {
  const { invokeLambdaHandler } = await importPackage<{ invokeLambdaHandler: Invoke }>('srvx/aws-lambda');
  return (given) => call(invokeLambdaHandler, given);
});
