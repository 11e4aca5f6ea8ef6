import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync('src/local/inspect/page/page.css', 'utf8');

/** The colours of each theme, by name. */
const [light = {}, dark = {}] = [...css.matchAll(/:root \{([^}]*)\}/g)].map(([, block = '']) =>
  Object.fromEntries([...block.matchAll(/--([\w-]+): (#[\da-f]{6});/g)].map(([, name = '', colour = '']) => [name, colour])),
);

/** Each colour of text, and the backgrounds that it stands on. */
const TEXT: Readonly<Record<string, readonly string[]>> = {
  text: ['page', 'panel', 'chosen', 'refused-back', 'failed-back'],
  muted: ['page', 'panel', 'chosen'],
  'on-accent': ['accent'],
  accent: ['page', 'panel', 'chosen'],
  good: ['page', 'good-back'],
  moved: ['panel', 'moved-back'],
  refused: ['refused-back'],
  failed: ['page', 'failed-back'],
  'refused-back': ['refused'],
  'failed-back': ['failed'],
  key: ['panel', 'failed-back'],
  string: ['panel', 'failed-back'],
  number: ['panel', 'failed-back'],
  word: ['panel', 'failed-back'],
};

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

describe('the style sheet', () => {
  test.each(Object.entries({ light, dark }))('has a contrast of at least 4.5 for all text in the %s theme', (_, colours) => {
    const weak = Object.entries(TEXT).flatMap(([text, backgrounds]) =>
      backgrounds
        .map((background) => [text, background, contrast(colours[text] ?? '#000000', colours[background] ?? '#000000')] as const)
        .filter(([, , ratio]) => ratio < 4.5),
    );
    expect(weak).toEqual([]);
  });

  test('has the same colours in both themes, and the table has all colours of text', () => {
    expect(Object.keys(dark)).toEqual(Object.keys(light));
    const used = new Set([...css.matchAll(/[\s;]color: var\(--([\w-]+)\)/g)].map(([, name = '']) => name));
    expect([...used].filter((name) => !(name in TEXT))).toEqual([]);
    const backgrounds = new Set([...css.matchAll(/background: var\(--([\w-]+)\)/g)].map(([, name = '']) => name));
    expect([...backgrounds].filter((name) => !Object.values(TEXT).flat().includes(name))).toEqual([]);
  });

  test('uses colours by name only, but for the white behind a preview and the shade behind the dialog', () => {
    const rules = css.replace(/:root \{[^}]*\}/g, '');
    expect([...rules.matchAll(/#[\da-f]{3,8}\b(?=;)/g)].map(([colour]) => colour)).toEqual(['#ffffff', '#0009']);
    expect(rules).not.toMatch(/rgb|hsl|url\(/);
  });
});
