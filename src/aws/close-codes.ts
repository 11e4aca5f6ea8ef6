/** Why a WebSocket connection ended. */
export interface CloseReason {
  readonly code: number;
  readonly reason: string;
}

// recorded: the gateway closes with this after ten idle minutes.
export const GOING_AWAY: CloseReason = { code: 1001, reason: 'Going away' };

// recorded: the event of a client whose close frame has no code.
export const NO_CLOSE_CODE: CloseReason = { code: 1005, reason: 'Client-side close frame status not set' };
