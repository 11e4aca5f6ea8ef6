import type { Parts } from '../compose.js';

/** The answer of a gateway response, in place of a REST API's own. */
export interface CustomAnswer extends Pick<Parts, 'status' | 'type' | 'fields'> {
  /** `undefined`: the gateway's own. */
  readonly body: string | undefined;
}
