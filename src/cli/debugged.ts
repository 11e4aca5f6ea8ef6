import { url } from 'node:inspector';

/** Returns whether a debugger may stop a handler: then no call may end because it takes long. */
export function isDebugged(): boolean {
  return url() !== undefined;
}
