import { MAX_FRAME, MAX_MESSAGE, TIMEOUTS, WEBSOCKET_DURATION, WEBSOCKET_IDLE } from '../../aws/limits.js';

/** Limits of a WebSocket connection. */
export interface WebsocketLimits {
  /** How long the gateway waits for the function, in milliseconds. Default: 29000. */
  readonly timeout: number;
  /** How long a connection may be idle, in milliseconds. Default: 600000, ten minutes. */
  readonly idle: number;
  /** How long a connection may live, in milliseconds. Default: 7200000, two hours. */
  readonly duration: number;
  /** Largest message, in bytes. Default: 131072. */
  readonly maxMessage: number;
  /** Largest frame of a message, in bytes. Default: 32768. */
  readonly maxFrame: number;
}

/**
 * documented: all of them.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html
 */
export const WEBSOCKET_LIMITS: WebsocketLimits = {
  timeout: TIMEOUTS.websocket,
  idle: WEBSOCKET_IDLE,
  duration: WEBSOCKET_DURATION,
  maxMessage: MAX_MESSAGE,
  maxFrame: MAX_FRAME,
};
