import { mkdirSync, writeFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './installed.js';
import { shrinkPng } from './png.js';
import { createChat, createShop, useChat, useShop } from './sample-apis.js';

// `npm run screenshots` takes the pictures of the inspection page in docs/images.

const FOLDER = 'docs/images';

/** What each width shows. */
const PICTURES: readonly (readonly [width: number, height: number, show: 'shop' | 'chat', act: (page: Page) => Promise<void>])[] = [
  [1440, 900, 'shop', (page) => page.locator('.finding').first().waitFor()],
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
  const origins = { shop: '', chat: '' };

  beforeAll(async () => {
    mkdirSync(FOLDER, { recursive: true });
    browser = await launchBrowser();
    const shop = await createShop().listen(0, { inspect: true });
    const chat = await createChat().listen(0, { inspect: true });
    origins.shop = shop.origin;
    origins.chat = chat.origin;
    await useShop(shop);
    const client = await useChat(chat);
    return async () => {
      client.close();
      await browser.close();
      await Promise.all([shop, chat].map((server) => server.close()));
    };
  });

  describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
    test.each(PICTURES)('has a picture of %i pixels', async (width, height, show, act) => {
      const page = await browser.newPage({ viewport: { width, height }, colorScheme });
      await page.goto(`${origins[show]}/@inspect`);
      await act(page);
      const path = `${FOLDER}/inspect-${width}-${colorScheme}.png`;
      const picture = shrinkPng(await page.screenshot());
      writeFileSync(path, picture);
      expect(picture.length).toBeLessThan(150_000);
      await page.close();
    });
  });
});
