/** How the search of the site weighs what it finds. VitePress and the check of the questions both use this. */
export const SEARCH = {
  boost: { title: 4, titles: 2, text: 1.5 },
  prefix: (term: string): boolean => term.length > 3,
  /** Pages about a name come after pages about a task. */
  boostDocument: (id: string): number => (id.includes('/api/') ? 0.3 : 1),
  fuzzy: (term: string): number => (term.length > 5 ? 0.2 : 0),
};

/**
 * Returns a word as the search knows it, or `null` for a word that is on every page. VitePress sends this function to the browser as text, so
 * it can't use anything outside of itself.
 */
export function termOf(term: string): string | null {
  const common =
    'a an and api apigateway are as aws but by do does for from gateway how i if in into is it its lambda my no not of on or so the their this to what when where which why with you your'.split(
      ' ',
    );
  const word = term.toLowerCase();
  return common.includes(word) ? null : word;
}
