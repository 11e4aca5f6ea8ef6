/** Colors of a terminal, by SGR code. */
const COLOURS = { red: 31, green: 32, yellow: 33, cyan: 36, dim: 2 } as const;

/** Returns the text in a color, if colors are shown. */
export function paint(text: string, colour: keyof typeof COLOURS, isColoured: boolean): string {
  return isColoured ? `\u001b[${COLOURS[colour]}m${text}\u001b[0m` : text;
}

/** Values of FORCE_COLOR that turn colors off. */
const OFF: readonly string[] = ['0', 'false'];

/** Returns whether to show colors. The user's settings come first, then the terminal's. */
export function showsColours(env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR) return !OFF.includes(FORCE_COLOR);
  return isTerminal && TERM !== 'dumb';
}
