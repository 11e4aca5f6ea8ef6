/**
 * The code of `handler-thread.ts` and everything that it imports, as JavaScript. The build puts it here, so that a thread starts in any bundle, in
 * ESM and in CommonJS. `undefined` when this runs from the sources: then the thread starts from the file.
 */
export const HANDLER_THREAD: string | undefined = undefined;
