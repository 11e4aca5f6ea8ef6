/** The page that shows the last exchanges. It sets everything as text, never as markup. */
const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Exchanges</title>
<link rel="stylesheet" href="/@inspect/page.css">
<header><h1>Exchanges</h1><button id="replay" hidden>Send again</button><output id="said"></output></header>
<nav><ol id="list" reversed></ol></nav>
<main id="parts"><p>No requests yet.</p></main>
<script src="/@inspect/page.js"></script>
</html>
`;

const STYLE = `
:root { color-scheme: light dark; font: 14px/1.4 system-ui, sans-serif; }
body { margin: 0; display: grid; grid-template: auto 1fr / 20rem 1fr; height: 100vh; }
header { grid-column: 1 / -1; display: flex; gap: 1rem; align-items: center; padding: .5rem 1rem; border-bottom: 1px solid #8886; }
h1 { font-size: 1rem; margin: 0; }
nav { overflow: auto; border-right: 1px solid #8886; }
ol { margin: 0; padding: 0; list-style: none; }
li button { display: block; width: 100%; padding: .4rem 1rem; border: 0; background: none; color: inherit; font: inherit; text-align: left; cursor: pointer; overflow-wrap: anywhere; }
li button[aria-current=true] { background: #8883; }
li.error button { color: #c22; }
main { overflow: auto; display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); gap: 1rem; padding: 1rem; align-content: start; }
section { min-width: 0; }
h2 { font-size: .9rem; margin: 0 0 .3rem; }
pre { margin: 0; padding: .6rem; background: #8882; overflow: auto; max-height: 70vh; white-space: pre-wrap; overflow-wrap: anywhere; }
`;

const SCRIPT = `
const [list, parts, replay, said] = ['list', 'parts', 'replay', 'said'].map((id) => document.getElementById(id));
let exchanges = [];
let chosen;
let trouble = '';

async function refresh() {
  const response = await fetch('/@inspect/exchanges').catch(() => undefined);
  said.textContent = response?.ok ? trouble : 'The server doesn’t answer.';
  if (!response?.ok) return;
  const latest = await response.json();
  if (JSON.stringify(latest.map(({ index }) => index)) === JSON.stringify(exchanges.map(({ index }) => index))) return;
  const followed = chosen === undefined || chosen === exchanges.at(-1)?.index;
  exchanges = latest;
  show(followed ? exchanges.at(-1)?.index : chosen);
}

function show(index) {
  chosen = index;
  list.replaceChildren(...exchanges.toReversed().map(entryOf));
  const exchange = exchanges.find((one) => one.index === index);
  replay.hidden = exchange?.canReplay !== true;
  if (exchange === undefined) return;
  parts.replaceChildren(...Object.entries(exchange.parts).map(([title, text]) => partOf(title, text)));
}

function entryOf({ index, title, isError }) {
  const button = element('button', index + '  ' + title);
  button.setAttribute('aria-current', String(index === chosen));
  button.addEventListener('click', () => {
    trouble = said.textContent = '';
    show(index);
  });
  const entry = element('li');
  entry.className = isError ? 'error' : '';
  entry.append(button);
  return entry;
}

function partOf(title, text) {
  const section = element('section');
  section.append(element('h2', title), element('pre', text));
  return section;
}

function element(name, text) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  return made;
}

replay.addEventListener('click', async () => {
  const init = { method: 'POST', headers: { 'X-Inspect': 'replay' } };
  const response = await fetch('/@inspect/replay/' + chosen, init).catch(() => undefined);
  trouble = said.textContent = response?.ok ? '' : 'The request could not be sent again: ' + ((await response?.text()) ?? 'the server doesn’t answer.');
  if (!response?.ok) return;
  chosen = exchanges.at(-1)?.index;
  await refresh();
});
refresh();
setInterval(() => document.hidden || refresh(), 1000);
`;

/** The files of the page, by path. */
export const INSPECT_ASSETS: Readonly<Record<string, { readonly type: string; readonly text: string }>> = {
  '/@inspect': { type: 'text/html; charset=utf-8', text: PAGE },
  '/@inspect/page.css': { type: 'text/css; charset=utf-8', text: STYLE },
  '/@inspect/page.js': { type: 'text/javascript; charset=utf-8', text: SCRIPT },
};
