import { mkdirSync, writeFileSync } from 'node:fs';
import type { LocalServer } from 'apigw-proxy/local';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import { launchBrowser } from './installed.js';
import { shrinkPng } from './png.js';
import { createChat, createShop, useChat, useShop } from './sample-apis.js';

// `npm run screenshots` takes the pictures of the inspection page in docs/images.

const FOLDER = 'docs/images';

/** What each width shows. */
const PICTURES: readonly (readonly [width: number, height: number, show: 'shop' | 'chat', act: (page: Page) => Promise<void>])[] = [
  [1440, 900, 'shop', async (page) => page.getByText('Return `JSON').or(page.getByText('JSON.stringify')).first().waitFor()],
  [
    1024,
    800,
    'chat',
    async (page) => {
      await page.getByRole('button', { name: '"action":"leave"' }).click();
      await page.getByRole('heading', { name: 'leave' }).waitFor();
    },
  ],
  [
    360,
    740,
    'shop',
    async (page) => {
      await page.getByRole('button', { name: '/status' }).click();
      await page.getByRole('button', { name: 'Back to the list' }).waitFor();
    },
  ],
];

describe('the inspection page', () => {
  let browser: Browser;
  let client: WebSocket;
  const servers: Record<'shop' | 'chat', LocalServer[]> = { shop: [], chat: [] };

  beforeAll(async () => {
    mkdirSync(FOLDER, { recursive: true });
    browser = await launchBrowser();
    const shop = await createShop().listen(0, { inspect: true });
    const chat = await createChat().listen(0, { inspect: true });
    servers.shop.push(shop);
    servers.chat.push(chat);
    await useShop(shop);
    client = await useChat(chat);
  });
  afterAll(async () => {
    client.close();
    await browser.close();
    await Promise.all([...servers.shop, ...servers.chat].map((server) => server.close()));
  });

  describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
    test.each(PICTURES)('has a picture of %i pixels', async (width, height, show, act) => {
      const page = await browser.newPage({ viewport: { width, height }, colorScheme });
      await page.goto(`${servers[show][0]?.origin}/@inspect`);
      await act(page);
      const path = `${FOLDER}/inspect-${width}-${colorScheme}.png`;
      const picture = shrinkPng(await page.screenshot());
      writeFileSync(path, picture);
      expect(picture.length).toBeLessThan(150_000);
      await page.close();
    });
  });
});
