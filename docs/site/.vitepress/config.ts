import { existsSync, readdirSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DefaultTheme, defineConfig } from 'vitepress';
import { slugOf } from '../../../test/docs/markdown.js';
import { SEARCH, termOf } from '../search.js';
import { entryName, SECTIONS } from './sidebar.js';

const PAGES = fileURLToPath(new URL('../pages', import.meta.url));
const EXAMPLES = `${PAGES}/examples`;
const ICON = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="4" fill="#3451b2"/><path d="M3 6h8l-2-2M13 10H5l2 2" fill="none" stroke="#fff" stroke-width="1.6"/></svg>')}`;
const DESCRIPTION = 'Everything between Amazon API Gateway and your Lambda function, as a TypeScript library.';

// VitePress takes a link to a file whose extension it doesn't know, such as `.tf`, for a link to a page.
process.env['VITE_EXTRA_EXTENSIONS'] = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' })
  .map((file) => extname(file).slice(1))
  .join();

export default defineConfig({
  title: 'apigw-proxy',
  description: DESCRIPTION,
  lang: 'en',
  head: [['link', { rel: 'icon', href: ICON }]],
  srcDir: 'pages',
  outDir: 'dist',
  cacheDir: 'dist/.cache',
  // The site has neither an address nor a base path of its own. Whoever publishes it below a path passes `--base`.
  markdown: {
    // The default themes have comments and keywords in colors that are hard to read.
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    // The anchors are those of forges, so that one link works in both places.
    anchor: { slugify: slugOf },
    config(md) {
      const { code_inline: inlineCode, text } = md.renderer.rules;
      // Vue would read braces in text as an expression.
      md.renderer.rules.code_inline = (...args) => (inlineCode?.(...args) ?? '').replace('<code', '<code v-pre');
      md.renderer.rules.text = (...args) => (text?.(...args) ?? '').replaceAll('{{', '&#123;&#123;');
    },
  },
  transformPageData(page) {
    // VitePress sends a reader of a page that isn't in the sidebar back to the first page.
    if (/^(?:api|decisions)\//.test(page.relativePath)) Object.assign(page.frontmatter, { prev: false, next: false });
  },
  themeConfig: {
    nav: [
      { text: 'Start', link: '/start-test' },
      { text: 'Troubleshooting', link: '/troubleshooting' },
      { text: 'Reference', link: '/settings' },
      { text: 'API', link: '/api/' },
    ],
    sidebar: [...SECTIONS.map(({ title, pages }) => section(title, pages)), api()],
    outline: [2, 3],
    search: {
      provider: 'local',
      options: { miniSearch: { options: { processTerm: termOf }, searchOptions: SEARCH } },
    },
    docFooter: { prev: 'Previous', next: 'Next' },
  },
});

function section(text: string, pages: Readonly<Record<string, string>>): DefaultTheme.SidebarItem {
  const items = Object.entries(pages).map(([page, title]) => ({ text: title, link: page === 'index' ? '/' : `/${page}` }));
  return { text, items, collapsed: false };
}

function api(): DefaultTheme.SidebarItem {
  const entries = existsSync(`${PAGES}/api`) ? readdirSync(`${PAGES}/api`, { withFileTypes: true }) : [];
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const items = folders.sort().map((name) => ({ text: entryName(name), link: `/api/${name}/` }));
  return { text: 'API of each entry', items, collapsed: true };
}
