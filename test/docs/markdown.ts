/** A heading of a page, and the anchor that a link to it needs. */
export interface Heading {
  readonly level: number;
  readonly title: string;
  readonly anchor: string;
}

/** A link of a page to another file, or to a heading of it. */
export interface Link {
  /** The path as written. Empty for a link inside the page. */
  readonly path: string;
  readonly anchor: string | undefined;
}

/** Returns the anchor of a heading, as forges and the site write it: in lower case, without punctuation, with `-` for spaces. */
export function slugOf(title: string): string {
  return title
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
    .replaceAll(' ', '-');
}

/** Finds the headings of a page. The second of two equal headings has the anchor of the first with `-1`. */
export function headingsOf(text: string): Heading[] {
  const counts = new Map<string, number>();
  return [...withoutCode(text).matchAll(/^(#{1,6}) (.+)$/gm)].map(([, marks = '', words = '']) => {
    const title = plain(words);
    const slug = slugOf(title);
    const count = counts.get(slug) ?? 0;
    counts.set(slug, count + 1);
    return { level: marks.length, title, anchor: count === 0 ? slug : `${slug}-${count}` };
  });
}

/** Finds the links of a page, except those to the web. */
export function linksOf(text: string): Link[] {
  return [...withoutCode(text).matchAll(/\]\((?![a-z]+:)([^)#\s]*)(?:#([^)\s]*))?\)/g)].map(([, path = '', anchor]) => ({ path, anchor }));
}

function withoutCode(text: string): string {
  return text.replace(/^```[^\n]*\n.*?^```$/gms, '');
}

/** Removes the marks of code, links and emphasis from a heading. */
function plain(words: string): string {
  return words.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[`*]/g, '');
}
