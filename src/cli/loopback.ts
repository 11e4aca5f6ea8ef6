/** Addresses that only programs on this computer can reach. */
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/;

/** Returns whether only programs on this computer can reach a server at an address. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host);
}
