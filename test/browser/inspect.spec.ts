import { createLocalApi, type LocalServer } from 'apigw-proxy/local';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './installed.js';
import { createChat, createShop, useChat, useShop } from './sample-apis.js';

let browser: Browser;
const contexts: BrowserContext[] = [];
const servers: LocalServer[] = [];
/** What the browser reported for the page: violations of its policy, errors of its script, messages on the console. */
const complaints: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  return () => browser.close();
});
afterEach(async () => {
  await Promise.all(contexts.splice(0).map((context) => context.close()));
  await Promise.all(servers.splice(0).map((server) => server.close()));
  expect(complaints.splice(0)).toEqual([]);
});

async function serve(api: { listen: ReturnType<typeof createLocalApi>['listen'] }): Promise<LocalServer> {
  const server = await api.listen(0, { inspect: true, closeTimeout: 100 });
  servers.push(server);
  return server;
}

interface Looks {
  readonly width?: number;
  readonly colorScheme?: 'light' | 'dark';
}

async function open({ origin }: LocalServer, { width = 1440, colorScheme = 'light' }: Looks = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
  contexts.push(context);
  const page = await context.newPage();
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(`${origin}/@inspect`);
  return page;
}

/** The page of the shop after its requests. The newest, which failed, is shown. */
async function openShop(looks?: Looks): Promise<{ page: Page; shop: ReturnType<typeof createShop>; server: LocalServer }> {
  const shop = createShop();
  const server = await serve(shop);
  await useShop(server);
  const page = await open(server, looks);
  await page.locator('.row').first().waitFor();
  return { page, shop, server };
}

const rows = (page: Page) => page.locator('.row');
const row = (page: Page, text: string) => rows(page).filter({ hasText: text });
const copied = (page: Page): Promise<unknown> => page.evaluate('navigator.clipboard.readText()');

describe('the list', () => {
  test('shows time, method, path, status, duration and issues of each request, newest first', async () => {
    const { page } = await openShop();
    const texts = await rows(page).allInnerTexts();
    expect(texts.map((text) => text.replaceAll(/\s+/g, ' '))).toEqual([
      expect.stringMatching(/^GET \/prod\/orders\/9\/status\?full=true 502 \d\d:\d\d:\d\d [\d.]+ ms 1 error$/),
      expect.stringMatching(/^DELETE \/prod\/orders\/9 502 .* ms 1 error$/),
      expect.stringMatching(/^GET \/prod\/orders\/10 404 .* ms$/),
      expect.stringMatching(/^GET \/prod\/orders\/9\/label 200 /),
      expect.stringMatching(/^GET \/prod\/orders\/9\/receipt 200 /),
      expect.stringMatching(/^POST \/prod\/orders 201 /),
      expect.stringMatching(/^GET \/prod\/orders\?status=open&limit=2 200 /),
      expect.stringMatching(/^GET \/orders 403 .* ms 1 error/),
    ]);
  });

  test('says where to send the first request, and shows it when it comes', async () => {
    const server = await serve(createShop());
    const page = await open(server);
    await page.getByText(`No requests yet. Send one to ${server.origin}/prod/ and it appears here.`).waitFor();
    await fetch(`${server.origin}/prod/orders`);
    await page.getByRole('heading', { name: '200 GET /prod/orders' }).waitFor();
  });

  test('follows new requests until an older one is chosen', async () => {
    const { page, server } = await openShop();
    await fetch(`${server.origin}/prod/orders?new`);
    await page.getByRole('heading', { name: '/prod/orders?new' }).waitFor();
    await row(page, 'DELETE').click();
    await page.getByRole('heading', { name: 'DELETE' }).waitFor();
    await fetch(`${server.origin}/prod/orders?newer`);
    await row(page, '?newer').waitFor();
    expect(await page.locator('.title h2').innerText()).toContain('DELETE');
  });

  test('shows what matches the filter', async () => {
    const { page } = await openShop();
    await page.getByLabel('Filter').fill('get 200');
    await expect.poll(() => rows(page).count()).toBe(3);
    await page.getByLabel('Filter').fill('nothing-like-this');
    await page.getByText('Nothing matches the filter.').waitFor();
    await page.getByLabel('Filter').fill('is:error');
    await expect.poll(() => rows(page).count()).toBe(3);
  });

  test('pauses, and catches up', async () => {
    const { page, server } = await openShop();
    await page.clock.install();
    await page.reload();
    await page.getByRole('button', { name: 'Pause' }).click();
    await fetch(`${server.origin}/prod/orders?while-paused`);
    await page.clock.runFor(10_000);
    expect(await row(page, 'while-paused').count()).toBe(0);
    await page.getByRole('button', { name: 'Resume' }).click();
    await row(page, 'while-paused').waitFor();
  });

  test('is cleared, and shows what comes afterwards', async () => {
    const { page, server } = await openShop();
    await page.getByRole('button', { name: 'Clear' }).click();
    await expect.poll(() => rows(page).count()).toBe(0);
    expect(await page.locator('main').innerText()).toBe('');
    await fetch(`${server.origin}/prod/orders?after`);
    await row(page, '?after').waitFor();
    expect(await rows(page).count()).toBe(1);
  });
});

describe('an exchange', () => {
  test('begins with what is wrong and how to fix it', async () => {
    const { page } = await openShop();
    const finding = page.locator('.finding').first();
    expect(await finding.innerText()).toMatch(
      /^Error body is an object, but .* 502\.\s+Fix Return JSON\.stringify\(\.\.\.\) as body\.\s+body-not-text at body$/,
    );
    const [findingTop, panelTop] = await Promise.all([finding.boundingBox(), page.locator('.panel').first().boundingBox()]);
    expect(findingTop?.y).toBeLessThan(panelTop?.y ?? 0);
  });

  test('shows what the function threw', async () => {
    const { page } = await openShop();
    await row(page, 'DELETE').click();
    await page.getByText("TypeError: Cannot read properties of undefined (reading 'total')").first().waitFor();
    expect(await page.getByLabel('Stack').innerText()).toContain('sample-apis.ts');
  });

  test('shows request, response, event and result, with colours for JSON', async () => {
    const { page } = await openShop();
    await row(page, 'POST').click();
    await page.getByRole('heading', { name: 'POST /prod/orders' }).waitFor();
    expect(await page.locator('.panel h3').allInnerTexts()).toEqual([
      'Request what the client sent',
      'Response what the client received',
      'Event what your function received',
      'Result what your function returned',
    ]);
    expect(await page.getByLabel('Body of the response').innerText()).toBe(
      '{\n  "id": 9,\n  "items": [\n    "cup"\n  ],\n  "total": 8.25,\n  "gift": true\n}',
    );
    const colours = await page
      .getByLabel('Body of the response')
      .locator('.key, .string, .number, .word')
      .evaluateAll((spans) => [...new Set(spans.map((span) => getComputedStyle(span).color))]);
    expect(colours).toHaveLength(4);
  });

  test('previews an image', async () => {
    const { page } = await openShop();
    await row(page, '/label').click();
    const image = page.getByAltText('The image that the client received');
    await expect.poll(() => image.evaluate((element) => element instanceof HTMLImageElement && element.naturalWidth)).toBe(120);
    expect(await page.getByLabel('Body of the response').innerText()).toMatch(/^0000 {2}89 50 4e 47/);
  });

  test('previews a page in a frame that can do nothing', async () => {
    const { page } = await openShop();
    await row(page, '/receipt').click();
    const frame = page.frameLocator('iframe');
    await frame.getByRole('heading', { name: 'Receipt' }).waitFor();
    expect(await page.locator('iframe').getAttribute('sandbox')).toBe('');
    expect(await frame.locator('h1').evaluate((heading) => getComputedStyle(heading).fontFamily)).toContain('Georgia');
  });

  test('runs nothing that a handler returns, in any place', async () => {
    const hostile = '<img src=x onerror="document.title=1"><script>document.title=2</script><svg onload="document.title=3">';
    const headers = { 'Content-Type': 'text/html', 'X-A': hostile };
    const api = createLocalApi({
      target: 'http-2.0',
      routes: {
        'GET /html': () => ({
          statusCode: 200,
          headers: { ...headers },
          body: `<title>x</title>${hostile}<script>top.document.title=4</script>`,
        }),
        'GET /svg': () => ({
          statusCode: 200,
          headers: { 'Content-Type': 'image/svg+xml' },
          body: '<svg xmlns="http://www.w3.org/2000/svg" onload="top.document.title=5"/>',
        }),
        'GET /throw/{x}': () => Promise.reject(new Error(hostile)),
        $default: () => ({ [hostile]: hostile }),
      },
    });
    const server = await serve(api);
    const page = await open(server);
    for (const path of ['/html', '/svg', '/throw/x', `/${encodeURIComponent(hostile)}?${hostile.replaceAll(' ', '+')}`]) {
      await fetch(server.origin + path, { headers: { 'X-Hostile': hostile, Cookie: hostile.replaceAll(';', '') } });
      await row(page, path.slice(0, 10)).first().waitFor();
      await page.locator('.panel').first().waitFor();
      if (path === '/html') await page.frameLocator('iframe').locator('svg').waitFor({ state: 'attached' });
      expect(await page.title()).toBe('Requests');
      expect(await page.locator('main script, main svg, main img:not(.preview)').count()).toBe(0);
    }
    // The browser reports that it has blocked the scripts of the preview.
    const blocked = complaints.splice(0);
    expect(blocked.length).toBeGreaterThan(0);
    expect(blocked.filter((text) => !/\/@inspect\/preview\/|sandbox|Content Security Policy/.test(text))).toEqual([]);
  });

  test.each([
    ['curl', /^curl 'http:\/\/127\.0\.0\.1:\d+\/prod\/orders\/9\/status\?full=true'/],
    ['fetch', /^const response = await fetch\('http/],
    ['test', /^import \{ buildRestEvent, renderResult \} from 'apigw-proxy';/],
  ])('is copied as %s', async (name, text) => {
    const { page } = await openShop();
    await page.getByRole('button', { name, exact: true }).click();
    await page.getByText('Copied as a').waitFor();
    expect(await copied(page)).toMatch(text);
  });

  test('is sent again', async () => {
    const { page, shop } = await openShop();
    await row(page, 'POST').click();
    await page.getByRole('heading', { name: 'POST' }).waitFor();
    await page.getByRole('button', { name: 'Send again' }).click();
    await page.getByText('Sent.').waitFor();
    expect(shop.last).toMatchObject({ index: 9, request: { method: 'POST', target: '/prod/orders' }, response: { status: 201 } });
    await expect.poll(() => rows(page).first().getAttribute('aria-current')).toBe('true');
    // The focus stays, so that the key works again.
    await page.keyboard.press('Enter');
    await expect.poll(() => shop.last?.index).toBe(10);
  });

  test('is edited and sent', async () => {
    const { page, shop } = await openShop();
    await row(page, 'POST').click();
    await page.getByRole('heading', { name: 'POST' }).waitFor();
    await page.getByRole('button', { name: 'Edit and send' }).click();
    await page.getByLabel('Path and query').fill('/prod/orders?édité');
    await page.getByRole('textbox', { name: 'Body' }).fill('{"items":[]}');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByRole('alert').getByText('The path must start with /').waitFor();
    expect(shop.last?.index).toBe(8);
    complaints.length = 0; // the browser reports the status 400
    await page.getByLabel('Path and query').fill('/prod/orders?edited');
    await page.getByLabel('Path and query').press('Enter');
    await page.getByRole('heading', { name: '/prod/orders?edited' }).waitFor();
    expect(shop.last).toMatchObject({ index: 9, event: { body: '{"items":[]}' }, response: { status: 201 } });
    expect(await page.getByRole('dialog').count()).toBe(0);
  });
});

describe('a WebSocket API', () => {
  async function openChat(): Promise<{ page: Page; chat: ReturnType<typeof createChat>; client: Awaited<ReturnType<typeof useChat>> }> {
    const chat = createChat();
    const server = await serve(chat);
    const client = await useChat(server);
    const page = await open(server);
    await page.locator('.bubble').first().waitFor();
    return { page, chat, client };
  }

  test('shows connections as conversations', async () => {
    const { page, client } = await openChat();
    expect(await rows(page).allInnerTexts()).toEqual([
      expect.stringMatching(/Xc0000000000002=\s+open\s+.*3 messages\s+2 errors/),
      expect.stringMatching(/Xc0000000000001=\s+closed\s+.*1 message/),
    ]);
    expect(await page.locator('.chat li .said').allInnerTexts()).toEqual([
      'Connected',
      '{"action":"say","text":"Is there any tea left?"}',
      '{"event":"typing","user":"ada"}',
      '{"heard":"Is there any tea left?"}',
      '{"action":"order","item":"tea"}',
      expect.stringContaining('Forbidden'),
      '{"action":"leave"}',
      expect.stringContaining('Internal server error'),
    ]);
    client.close();
    await page.locator('.said', { hasText: 'Disconnected' }).waitFor();
  });

  test('sends a message again, and a new one, as the client', async () => {
    const { page, client } = await openChat();
    const received: string[] = [];
    client.on('message', (message) => received.push(String(message)));
    await page.locator('.bubble', { hasText: 'any tea' }).first().click();
    await page.getByRole('heading', { name: 'say' }).waitFor();
    await page.getByRole('button', { name: 'Send again' }).click();
    await expect.poll(() => received).toContain('{"heard":"Is there any tea left?"}');
    await page.getByRole('button', { name: 'Edit and send' }).click();
    expect(await page.getByPlaceholder('Send a message as this client').inputValue()).toContain('any tea');
    await page.getByPlaceholder('Send a message as this client').fill('{"action":"say","text":"edited"}');
    await page.keyboard.press('Enter');
    await expect.poll(() => received).toContain('{"heard":"edited"}');
    await page.locator('.said', { hasText: '{"heard":"edited"}' }).waitFor();
    client.close();
  });

  test('sends a message of a closed connection on a new one', async () => {
    const { page, chat, client } = await openChat();
    await row(page, 'closed').click();
    await page.getByRole('heading', { name: '0001=' }).waitFor();
    await page.getByPlaceholder('Send a message as this client').fill('{"action":"say","text":"late"}');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '0003=' }).waitFor();
    await page.locator('.said', { hasText: '{"heard":"late"}' }).waitFor();
    expect(chat.last).toMatchObject({ connectionId: 'Xc0000000000003=', route: undefined });
    client.close();
  });
});

describe('the keyboard', () => {
  test('moves through the list, filters, and shows where the focus is', async () => {
    const { page } = await openShop();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('heading', { name: 'DELETE' }).waitFor();
    const focused = page.locator('.row:focus');
    expect(await focused.getAttribute('aria-current')).toBe('true');
    expect(await focused.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid');
    await page.keyboard.press('/');
    await page.keyboard.type('label');
    await expect.poll(() => rows(page).count()).toBe(1);
    await page.keyboard.press('Escape');
    await expect.poll(() => rows(page).count()).toBe(8);
    expect(await page.getByLabel('Filter').inputValue()).toBe('');
    expect(await page.locator('.row:focus').innerText()).toContain('/label');
    await page.keyboard.press('k');
    await page.getByRole('heading', { name: '/prod/orders/10' }).waitFor();
  });

  test('reaches everything with the Tab key, and each stop is visible', async () => {
    const { page } = await openShop();
    const stops: string[] = [];
    for (let count = 0; count < 20; count += 1) {
      await page.keyboard.press('Tab');
      const stop = page.locator(':focus');
      if ((await stop.count()) === 0) break;
      stops.push((await stop.getAttribute('aria-label')) ?? (await stop.innerText()).split('\n', 1)[0] ?? '');
      expect(await stop.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid');
    }
    expect(stops.slice(0, 14)).toEqual(
      [
        'Filter',
        'Pause',
        'Clear',
        'GET',
        'Send again',
        'Edit and send',
        'curl',
        'fetch',
        'test',
        'Body of the response',
        'Event',
        'Result',
        'Filter',
        'Pause',
      ].slice(0, stops.length),
    );
    expect(stops.length).toBeGreaterThanOrEqual(12);
  });

  test('closes the editor with Escape', async () => {
    const { page } = await openShop();
    await page.getByRole('button', { name: 'Edit and send' }).click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    expect(await page.locator(':focus').innerText()).toBe('Edit and send');
  });
});

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  test('all text has a contrast of at least 4.5 to its background', async () => {
    const { page } = await openShop({ colorScheme });
    const found: string[] = [];
    for (const name of ['/status', 'DELETE', 'POST', 'GET /orders']) {
      await row(page, name.replace('GET ', '')).last().click();
      await page.locator('.panel').first().waitFor();
      found.push(...(await page.evaluate<string[]>(WEAK_TEXT)));
    }
    await page.getByRole('button', { name: 'Edit and send' }).click();
    found.push(...(await page.evaluate<string[]>(WEAK_TEXT)));
    expect(found).toEqual([]);
  });

  test.each([360, 1024, 1440])('nothing is wider than %i pixels', async (width) => {
    const { page } = await openShop({ width, colorScheme });
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    await rows(page).first().click();
    await page.locator('.panel').first().waitFor();
    expect(await page.evaluate<string[]>(WIDE_ELEMENTS)).toEqual([]);
    await page.getByRole('button', { name: 'Edit and send' }).click();
    expect(await page.evaluate<string[]>(WIDE_ELEMENTS)).toEqual([]);
  });
});

test('a small screen shows the list or the exchange', async () => {
  const { page } = await openShop({ width: 360 });
  const [main, nav] = [page.locator('main'), page.locator('nav')];
  expect([await nav.isVisible(), await main.isVisible()]).toEqual([true, false]);
  await row(page, 'DELETE').click();
  await page.getByRole('heading', { name: 'DELETE' }).waitFor();
  expect([await nav.isVisible(), await main.isVisible()]).toEqual([false, true]);
  await page.getByRole('button', { name: 'Back to the list' }).click();
  expect([await nav.isVisible(), await main.isVisible()]).toEqual([true, false]);
  expect(await page.locator('.row:focus').innerText()).toContain('DELETE');
});

test('the page says that the server does not answer, and forgets the requests of the old one', async () => {
  const { page, server } = await openShop();
  const { port } = new URL(server.origin);
  await server.close();
  await page.getByText('The server doesn’t answer.').waitFor();
  complaints.length = 0; // the browser reports each connection that fails
  const again = createShop();
  const second = await again.listen(Number(port), { inspect: true });
  servers.push(second);
  await fetch(`${second.origin}/prod/orders?second`);
  await row(page, '?second').waitFor();
  expect(await rows(page).count()).toBe(1);
  await page.getByRole('heading', { name: '?second' }).waitFor();
  complaints.length = 0;
});

test('a page of another origin cannot send a request again', async () => {
  const api = createLocalApi({ target: 'http-2.0', routes: { $default: () => 'hi' } });
  const { origin } = await serve(api);
  await fetch(origin);
  const page = await open(await serve(createLocalApi({ target: 'http-2.0', routes: { $default: () => 'home' } })));
  const send = `fetch(${JSON.stringify(`${origin}/@inspect/send/1`)}, { method: 'POST', headers: { 'X-Inspect': 'send' } }).catch(() => 'refused')`;
  expect(await page.evaluate(send)).toBe('refused');
  expect(api.exchanges).toHaveLength(1);
  complaints.length = 0; // the browser reports what it has refused
});

/** Returns each text with a contrast below 4.5 (WCAG 2.2) to the nearest background behind it. */
const WEAK_TEXT = `(() => {
  const parts = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
  const light = (colour) => {
    const [red, green, blue] = parts(colour).map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const behind = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const { backgroundColor } = getComputedStyle(one);
      if (parts(backgroundColor)[3] !== 0) return backgroundColor;
    }
    return 'rgb(255, 255, 255)';
  };
  const all = [...document.querySelectorAll('body *')].filter((element) => element.checkVisibility() && [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
  return all.flatMap((element) => {
    const [dark, bright] = [light(getComputedStyle(element).color), light(behind(element))].sort((a, b) => a - b);
    const ratio = (bright + 0.05) / (dark + 0.05);
    return ratio < 4.5 ? [element.className + ' ' + element.textContent.slice(0, 30) + ' ' + ratio.toFixed(2)] : [];
  });
})()`;

/** Returns each element that ends outside the window or needs horizontal scrolling. */
const WIDE_ELEMENTS = `[...document.querySelectorAll('body, body *')]
  .filter((element) => element.checkVisibility())
  .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 || (element.scrollWidth > element.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(element).overflowX)))
  .map((element) => element.tagName + '.' + element.className)`;
