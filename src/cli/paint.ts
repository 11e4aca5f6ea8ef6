/** Colours of a terminal, by SGR code. */
const COLOURS = { red: 31, green: 32, yellow: 33, cyan: 36, dim: 2 } as const;

/** A text in a colour, where colours are shown. */
export function paint(text: string, colour: keyof typeof COLOURS, isColoured: boolean): string {
  return isColoured ? `\u001b[${COLOURS[colour]}m${text}\u001b[0m` : text;
}
