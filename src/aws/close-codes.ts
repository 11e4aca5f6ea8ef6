/** Why a WebSocket connection ended. */
export interface CloseReason {
  readonly code: number;
  readonly reason: string;
}

// recorded [ws-disconnect-idle]: the gateway closes a connection with this after ten idle minutes.
export const GOING_AWAY: CloseReason = { code: 1001, reason: 'Going away' };

// recorded [ws-disconnect-no-status]: the event has this if the client's close frame has no code.
export const NO_CLOSE_CODE: CloseReason = { code: 1005, reason: 'Client-side close frame status not set' };
