/** The code of the inspection page. */
export interface PageCode {
  /** `page/main.ts` and everything that it imports, as JavaScript. */
  readonly script: string;
  /** `page/page.css`. */
  readonly style: string;
}

/** The build puts the code of the page here. `undefined` when this runs from the sources. */
export const PAGE_CODE: PageCode | undefined = undefined as PageCode | undefined; // the build replaces this file
