/** A piece of a regular expression in Java's syntax. */
export type Pattern =
  | { readonly kind: 'one'; readonly accepts: CharacterTest }
  | { readonly kind: 'sequence'; readonly items: readonly Pattern[] }
  | { readonly kind: 'choice'; readonly options: readonly Pattern[] }
  | { readonly kind: 'repeat'; readonly item: Pattern; readonly min: number; readonly max: number; readonly mode: RepeatMode }
  | { readonly kind: 'group'; readonly index: number; readonly item: Pattern }
  | { readonly kind: 'atomic'; readonly item: Pattern }
  | { readonly kind: 'look'; readonly item: Pattern; readonly behind: boolean; readonly negative: boolean }
  | { readonly kind: 'place'; readonly holds: PlaceTest }
  | { readonly kind: 'again'; readonly group: number; readonly ignoresCase: boolean };

/** Whether a character, given as a code point, fits. */
export type CharacterTest = (point: number) => boolean;

/** Whether a place in the text, between two characters, fits. */
export type PlaceTest = (text: string, at: number) => boolean;

/** `greedy` takes as much as it can, `lazy` as little, `possessive` never gives back. */
export type RepeatMode = 'greedy' | 'lazy' | 'possessive';

/** The pattern is not valid in Java, or uses what this library does not know. */
export class PatternError extends Error {
  override readonly name = 'PatternError';
  /** Where in the pattern, counted from 0. */
  readonly at: number;

  constructor(message: string, at: number) {
    super(`${message} near index ${at}`);
    this.at = at;
  }
}
