/**
 * Writes a Markdown table.
 *
 * @param isNumeric whether a column has numbers, which stand at the right. Default: none does.
 */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  isNumeric: (name: string, column: number) => boolean = () => false,
): string {
  const rule = head.map((name, column) => (isNumeric(name, column) ? '---:' : '---'));
  return [head, rule, ...rows].map((cells) => `|${cells.map((cell) => (cell === '' ? ' ' : ` ${cell} `)).join('|')}|`).join('\n');
}
