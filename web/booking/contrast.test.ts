import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contrastRatio } from '../ui/contrast.ts';
import { accentOn, grounds } from './contrast.ts';

const every33 = ['00', '33', '66', '99', 'cc', 'ff'];
const colors = every33.flatMap((r) => every33.flatMap((g) => every33.map((b) => `#${r}${g}${b}`)));

test.each(['light', 'dark'] as const)(
  'every brand colour is readable on the %s grounds and carries readable ink',
  (theme) => {
    for (const color of colors) {
      const { accent, onAccent, soft } = accentOn(color, theme);
      for (const ground of [grounds[theme].page, grounds[theme].card, soft, onAccent])
        expect(contrastRatio(accent, ground), `${color} as ${accent} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  },
);

test('the grounds are those of the style sheet', () => {
  const tokens = readFileSync(new URL('styles/tokens.css', import.meta.url), 'utf8');
  const [light = '', dark = ''] = tokens.split("[data-theme='dark']");
  for (const [sheet, { page, card }] of [[light, grounds.light] as const, [dark, grounds.dark] as const]) {
    expect(sheet).toContain(`--page: ${page};`);
    expect(sheet).toContain(`--card: ${card};`);
  }
});
