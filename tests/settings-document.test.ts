import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { withSettings } from '../eval/figures/settings.ts';

it('the document says what a community can set', () => {
  const text = readFileSync('docs/settings.md', 'utf8');
  expect(text, 'npm run eval -- --documents writes it').toBe(withSettings(text));
  expect(withSettings('<!-- settings -->\n\nold\n<!-- end -->')).toMatch(/\| `mode` \| .*\| `addressed`, `off`, /);
});
