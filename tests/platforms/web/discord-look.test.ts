import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { choicesOf, offer, paragraph, plainReply, type Reply, text } from '../../../src/bot/answers/reply.ts';
import { COLOURS, renderReply } from '../../../src/platforms/discord/outbound/render.ts';
import { renderDiscord } from '../../../src/platforms/web/render/discord.ts';
import type { ReplyView } from '../../../src/platforms/web/render/reply.ts';
import { buttonsOf, seen } from '../../helpers/discord-message.ts';
import { answerWith } from '../../helpers/replies.ts';

const link = (url: string, words: string) => ({ kind: 'link' as const, url, children: [text(words)] });
const choice = (label: string) => ({ label, command: 'show', argument: label });
const about = { entry: 'questions/x' };
const whole = answerWith(about, {
  title: 'Title',
  blocks: [paragraph(text('words'))],
  notes: [
    [
      text('Source: '),
      link('https://www.handbook.example/a', 'Handbook'),
      text('; '),
      link('https://b.example/', 'b.example'),
    ],
    [text('As of 2024.')],
  ],
});
const REPLIES: Readonly<Record<string, Reply>> = {
  answered: { ...whole, question: 'Related:', choices: [choice('Which phone numbers can be used?')] },
  pinned: { ...whole, state: 'pinned' },
  outdated: { ...whole, state: 'outdated' },
  choices: offer('en', 'Did you mean?', ['a', 'b'].map(choice)),
  'long choices': offer('en', 'Did you mean?', ['Which phone numbers can be used?', 'b'].map(choice)),
  'a title': { ...plainReply('en', 'words'), title: 'What I can do' },
  'a sentence with choices': { ...plainReply('en', 'words'), question: 'Which?', choices: ['a'].map(choice) },
  'a sentence': { ...plainReply('en', 'words'), blocks: [paragraph(text('words'))] },
};

const letters = (words: string): string => words.replace(/[^\p{L}\p{N}]+/gu, '');
const unmarked = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();

it.each(Object.entries(REPLIES))('the playground shows what Discord gets: %s', async (_, reply) => {
  const isAnswer = reply.kind === 'answer';
  const choices = choicesOf(reply).map(({ label }) => ({ label, data: label, id: label }));
  const tools = isAnswer
    ? [
        { label: '👍', words: '👍 Helped', data: 'y', id: 'y' },
        { label: '👎', data: 'n', id: 'n' },
      ]
    : [];
  const reader: ReplyView['reader'] = {
    language: 'en',
    direction: 'ltr',
    say: Object.assign((key: string) => key, { locale: 'en', parts: () => [] }),
    theme: undefined,
    csrf: '',
    path: '/',
  };
  const shownThere: ReplyView = {
    reply,
    controls: { choices, tools, related: 'Related' },
    direction: 'ltr',
    message: 'm',
    action: '/',
    reader,
  };
  const markup: string = await renderDiscord(shownThere, undefined);
  const [message] = renderReply(reply, { choices: isAnswer ? [] : choices, tools: [] });
  const shown = seen(message);
  const state = /class="d-frame d-is-(\w+)"/.exec(markup)?.[1];
  expect(state !== undefined).toBe(message?.components.some(({ type }) => type === 17));
  expect(state === undefined || state === 'plain' ? undefined : COLOURS[state as keyof typeof COLOURS]).toBe(
    shown.colour,
  );
  expect([...markup.matchAll(/<a [^>]*>(.*?)<span/gs)].map(([, label = '']) => unmarked(label))).toEqual(
    shown.links.map(([label]) => label),
  );
  expect(letters(unmarked(/<div class="d-small">(.*?)<\/div>/s.exec(markup)?.[1] ?? ''))).toBe(letters(shown.notes));
  // What is related is not in the message itself.
  expect(markup.includes('<details')).toBe(isAnswer && choices.length > 0);
  expect(
    [...markup.replace(/<details.*<\/details>|<input[^>]*>/gs, '').matchAll(/value="([^"]*)">/g)]
      .map(([, data]) => data)
      .filter((data) => !['', 'm', 'y', 'n'].includes(data ?? '')),
  ).toEqual(Object.values(buttonsOf(message)));
  const isBelow = markup.includes('d-choices"') && !isAnswer;
  expect(isBelow).toBe(
    !isAnswer &&
      choices.length > 1 &&
      (message?.components[0]?.components ?? []).filter(({ type }) => type === 1).length > 1,
  );
});

it('has the colours of the messages themselves', () => {
  const css = readFileSync('src/platforms/web/assets/looks.css', 'utf8');
  const colours = [...css.matchAll(/\.d-is-(\w+) \{\s*--d-state: #([0-9a-f]{6});/g)].map(([, state, hex = '']) => [
    state,
    Number.parseInt(hex, 16),
  ]);
  expect(Object.fromEntries(colours)).toEqual(COLOURS);
});
