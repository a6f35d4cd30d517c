import { PassThrough } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Say } from '../../src/bot/answers/messages.ts';
import type { JudgedDraft } from '../../src/bot/phrasings/judge.ts';
import { type Terminal, tickDrafts } from '../../src/cli/phrasings.ts';
import { textOf } from '../helpers/entries.ts';

const text = { id: 'questions/join', text: textOf('en', 'How do I join?') };
const DRAFTS: readonly JudgedDraft[] = [
  { text, words: 'sign up where', rating: 'taken' },
  { text, words: 'for 5 people', rating: 'doubtful', reason: { key: 'draft-strange', values: { word: '5' } } },
  { text, words: 'join', rating: 'refused', reason: { key: 'draft-name', values: {} } },
];

const KEYS = ((key: string) => key) as unknown as Say;

/** What is ticked when some keys are pressed, and what was seen. */
async function pressed(...keys: readonly string[]) {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input });
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 100, rows: 40 });
  const seen: string[] = [];
  output.on('data', (chunk: Buffer) => seen.push(String(chunk)));
  const ticked = tickDrafts(DRAFTS, KEYS, { input, output } as unknown as Terminal);
  for (const key of keys) {
    await setTimeout(50);
    input.write(key);
  }
  return { words: (await ticked)?.map(({ words }) => words), seen: seen.join('') };
}

it('those that pass are ticked, and those that are refused are not offered', async () => {
  const { words, seen } = await pressed('\r');
  expect(words).toEqual(['sign up where']);
  expect(seen).toContain('for 5 people [draft-strange]');
  expect(seen).not.toContain('draft-name');
});

it('a person ticks one more', async () => {
  const [down, space, enter] = ['\u001b[B', ' ', '\r'];
  expect((await pressed(down, down, space, enter)).words).toEqual(['sign up where', 'for 5 people']);
});

it('Ctrl-C is no answer', async () => expect((await pressed('\u0003')).words).toBeUndefined());
