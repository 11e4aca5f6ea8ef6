import { GatewayError } from 'apigw-proxy';

/** What a call returns or throws, as a string that shows the order of keys. */
export function outcomeOf(call: () => unknown): string {
  try {
    return JSON.stringify(call());
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    return JSON.stringify([error.code, error.path, error.message, error.fix]);
  }
}
