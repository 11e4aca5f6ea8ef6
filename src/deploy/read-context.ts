import type { ReadTemplateOptions } from './options.js';
import type { Source } from './yaml/source.js';

/** What a reader needs besides the deployment file. */
export interface ReadContext {
  readonly options: ReadTemplateOptions;
  /**
   * Returns the text of a file, or `undefined` if it cannot be read.
   *
   * @param path relative to the folder of the deployment file.
   */
  readonly readFile: (path: string) => string | undefined;
  /** Lists the files beside the deployment file. */
  readonly listFiles: () => readonly string[];
  /** Reads the text of a file as a template of the same kind. */
  readonly parse: (text: string, file: string) => Source;
}
