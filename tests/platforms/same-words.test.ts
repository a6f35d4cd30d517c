import { expect, it } from 'vitest';
import { createBot } from '../../src/bot/bot.ts';
import type { Block, Inline } from '../../src/core/entry/blocks.ts';
import { readKnowledge } from '../../src/knowledge/packs/read-knowledge.ts';
import { renderReply as onDiscord } from '../../src/platforms/discord/outbound/render.ts';
import { renderReply as onTelegram } from '../../src/platforms/telegram/outbound/render.ts';
import { seen } from '../helpers/discord-message.ts';
import { servicesOf } from '../helpers/services.ts';

const letters = (words: string): string => words.replace(/[^\p{L}\p{N}]+/gu, '');
const inlineTexts = (children: readonly Inline[]): string[] =>
  children.flatMap((child) =>
    'children' in child ? inlineTexts(child.children) : 'text' in child ? [child.text] : [],
  );
function blockTexts(block: Block): string[] {
  if (block.kind === 'paragraph') return inlineTexts(block.children);
  if (block.kind === 'heading') return inlineTexts(block.children);
  if (block.kind === 'table') return [block.head, ...block.rows].flat().flatMap(inlineTexts);
  if (block.kind === 'code') return [block.text];
  return (block.kind === 'quote' ? block.children : block.items.flat()).flatMap(blockTexts);
}

/** Whether all texts stand in it, in order. */
function holds(shown: string, texts: readonly string[]): boolean {
  let at = 0;
  for (const text of texts) {
    const found = shown.indexOf(letters(text), at);
    if (found < 0) return false;
    at = found + letters(text).length;
  }
  return true;
}

it('every entry of the included packs reads the same on Telegram and on Discord, in every language', async () => {
  const { entries } = await readKnowledge('./knowledge');
  const respond = createBot(await servicesOf(entries));
  const texts = entries.flatMap((entry) => [...entry.texts.keys()].map((language) => ({ id: entry.id, language })));
  expect(texts.length).toBeGreaterThan(70);
  for (const { id, language } of texts) {
    const show = (platform: string) =>
      respond(
        {
          person: `${platform}:1`,
          place: { platform, id: '1' },
          text: `/show ${id}`,
          addressed: true,
          locale: language,
        },
        undefined,
      );
    const [telegram, discord] = [await show('telegram'), await show('discord')];
    expect(telegram).toMatchObject({ kind: 'answer', about: { entry: id } });
    expect(telegram).toEqual(discord);
    if (telegram?.kind !== 'answer' || !discord) continue;
    const words = [telegram.title, ...telegram.blocks.flatMap(blockTexts)];
    // Small print is where each platform has room for it; Discord has sources on buttons, by their publishers.
    const { sources } = telegram;
    const notes = telegram.notes
      .filter((note) => note !== sources)
      .flatMap(inlineTexts)
      .map(letters);
    const sent = onTelegram(telegram, { isRightToLeft: false }).map(({ text }) => text);
    const shown = [letters(sent.join(' '))];
    const parts = onDiscord(discord).map(seen);
    shown.push(
      letters(parts.flatMap(({ title, text, notes, links }) => [title, text, notes, ...links.flat()]).join(' ')),
    );
    expect(
      shown.map((one) => holds(one, words) && notes.every((note) => one.includes(note))),
      `${id} in ${language}`,
    ).toEqual([true, true]);
  }
});
