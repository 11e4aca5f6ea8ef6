import { PAGE_CODE } from './page-code.js';

/** The page that shows the last exchanges. Its script sets everything as text, never as markup. */
const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Requests</title>
<link rel="icon" href="/@inspect/icon.svg">
<link rel="stylesheet" href="/@inspect/page.css">
<body data-view="list">
<header class="bar">
<h1 id="heading">Requests</h1>
<p id="api" class="muted"></p>
<output id="notice"></output>
<input id="filter" type="search" placeholder="Filter: path, 404, 5xx, is:error" aria-label="Filter" aria-keyshortcuts="/" autocomplete="off" spellcheck="false">
<button id="pause" type="button" aria-pressed="false">Pause</button>
<button id="clear" type="button">Clear</button>
</header>
<nav aria-labelledby="heading"><ol id="list"></ol><p id="empty" class="muted"></p></nav>
<main id="detail"></main>
<dialog id="editor" aria-labelledby="editor-title">
<form id="editor-form">
<h2 id="editor-title">Edit and send</h2>
<div class="line"><label>Method <input id="edit-method" required size="8" autocomplete="off" spellcheck="false"></label><label class="wide">Path and query <input id="edit-target" required autocomplete="off" spellcheck="false"></label></div>
<label>Headers, one per line <textarea id="edit-headers" rows="6" spellcheck="false"></textarea></label>
<label>Body <textarea id="edit-body" rows="8" spellcheck="false"></textarea></label>
<p id="edit-note" class="muted"></p>
<p id="edit-problem" role="alert"></p>
<div class="line end"><button id="edit-cancel" type="button">Cancel</button><button id="edit-send" type="submit" class="primary">Send</button></div>
</form>
</dialog>
<script src="/@inspect/page.js"></script>
</html>
`;

const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="4" fill="#0b5cad"/><path d="M3 6h8L8.5 3.5M13 10H5l2.5 2.5" fill="none" stroke="#fff" stroke-width="1.8"/></svg>';

/** A page in its place where this runs from the sources. */
const NOT_BUILT = `<!doctype html>
<title>Requests</title>
<p>The page is part of the built package. Run <code>npm run build</code>, and serve with <code>dist/cli.js</code>.</p>
`;

/** The files of the page, by path. */
export const INSPECT_ASSETS: Readonly<Record<string, { readonly type: string; readonly text: string }>> = {
  '/@inspect': { type: 'text/html; charset=utf-8', text: PAGE_CODE === undefined ? NOT_BUILT : PAGE },
  '/@inspect/page.css': { type: 'text/css; charset=utf-8', text: PAGE_CODE?.style ?? '' },
  '/@inspect/page.js': { type: 'text/javascript; charset=utf-8', text: PAGE_CODE?.script ?? '' },
  '/@inspect/icon.svg': { type: 'image/svg+xml', text: ICON },
};
