import { createMcpHandler, McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { createReference, type EntryAnswer, type Reference } from '../../bot/answers/reference.ts';
import { choicesOf } from '../../bot/answers/reply.ts';
import { LONGEST_QUESTION } from '../../core/calibration/policy.ts';
import type { Inline } from '../../core/entry/blocks.ts';
import { inlineMarkdown, markdownOf } from '../../core/entry/markdown.ts';
import { headingText, inlineText } from '../../core/entry/markdown-words.ts';
import type { WebContext } from './context.ts';
import { PAGES } from './receive.ts';

/** Most bytes of one call. */
const MOST_CALL = 100_000;
/** Most characters of a title, an id or a language's name. */
const LONGEST_NAME = 300;
const LONGEST_LANGUAGE = 40;

const INSTRUCTIONS =
  'Answers that people wrote for a community, with source and date. Ask before you answer from memory. Quote the text ' +
  'word for word, and name its source, its date and its warnings. If nothing is found, say so, and claim nothing in ' +
  "the community's name.";

const LANGUAGE = z
  .string()
  .max(LONGEST_LANGUAGE)
  .optional()
  .describe('Language of the answer: a tag such as en, zh-Hans or fa. Default: the language of the question');

const SOURCE = z.object({
  title: z.string(),
  publisher: z.string().optional(),
  url: z.string().optional(),
  published: z.string().optional().describe('A year, month or day: 2023, 2023-03, 2023-03-16'),
});

const NAMED = z.object({ entry: z.string().describe('Its id, for get'), title: z.string() });

const ENTRY = NAMED.extend({
  language: z.string(),
  text: z.string().describe('The answer word for word, as Markdown'),
  notes: z.array(z.string()).describe('Warnings, sources and date, in words'),
  status: z.enum(['current', 'outdated', 'disputed']),
  as_of: z.string().optional().describe('Of which day, month or year the text speaks'),
  review_by: z.string().optional(),
  sources: z.array(SOURCE),
  related: z.array(NAMED),
  page: z.string().optional().describe('Its page on the website'),
});

const FOUND = z.object({
  outcome: z
    .enum(['answer', 'choices', 'nothing'])
    .describe('choices: it is not sure which of these is meant, so ask, or get one. nothing: no text answers this'),
  answer: ENTRY.optional(),
  choices: z.array(NAMED).optional(),
});

const READ_ONLY = { readOnlyHint: true, idempotentHint: true, openWorldHint: false };

/** Answers one call; there is no state between calls. */
export function mcpHandler(context: WebContext): (request: Request) => Promise<Response> {
  const reference = createReference(context.services, PAGES);
  const { fetch } = createMcpHandler(() => serverOf(context, reference), {
    responseMode: 'json',
    // Nothing is ever published, so subscriptions would only keep streams open.
    maxSubscriptions: 1,
    keepAliveMs: 0,
    maxRequestBodySize: MOST_CALL,
  });
  return (request) => fetch(request);
}

function serverOf({ config, services }: WebContext, { search, get }: Reference): McpServer {
  const subjects = services.subjects(services.defaultLanguage).join(', ');
  const server = new McpServer(
    { name: 'wenda', version: config.version },
    { instructions: `${INSTRUCTIONS} ${subjects}` },
  );
  server.registerTool(
    'search',
    {
      title: 'Ask the bot',
      description: `What the bot answers to a question: a text word for word, up to three choices, or nothing. ${subjects}`,
      inputSchema: z.object({ question: z.string().min(1).max(LONGEST_QUESTION), language: LANGUAGE }),
      outputSchema: FOUND,
      annotations: READ_ONLY,
    },
    async ({ question, language }) => {
      const found = await search(question, language);
      if (found.kind === 'answer') return told(textOf(found), { outcome: 'answer', answer: entryOf(found) });
      const say = services.speak(found.language);
      if (found.kind === 'nothing') return told(say('unknown-short'), { outcome: 'nothing' });
      const { choices } = found;
      const lines = choices.map(({ entry, title }) => `- ${inlineText(title)} (${inlineText(entry)})`);
      const words = [inlineText(say('did-you-mean', { count: choices.length })), lines.join('\n')].join('\n\n');
      return told(words, { outcome: 'choices', choices: [...choices] });
    },
  );
  server.registerTool(
    'get',
    {
      title: 'Read an entry',
      description: 'The whole text of an entry word for word, with source and date',
      inputSchema: z.object({
        entry: z.string().min(1).max(LONGEST_NAME).describe('An id or a title'),
        language: LANGUAGE,
      }),
      outputSchema: ENTRY,
      annotations: READ_ONLY,
    },
    async ({ entry, language }) => {
      const found = await get(entry, language);
      return found
        ? told(textOf(found), entryOf(found))
        : {
            isError: true,
            content: [{ type: 'text', text: 'There is no such entry. search finds entries and their ids.' }],
          };
    },
  );
  return server;
}

const told = <T extends object>(text: string, structuredContent: T) => ({
  content: [{ type: 'text' as const, text }],
  structuredContent,
});

/** The answer as text: title, body, small print. */
const textOf = ({ reply }: EntryAnswer): string =>
  [`# ${headingText(reply.title)}`, markdownOf(reply.blocks), ...reply.notes.map(noteText)].join('\n\n');

const noteText = (note: readonly Inline[]): string => inlineMarkdown(note);

function entryOf({ reply, shown: { text } }: EntryAnswer): z.infer<typeof ENTRY> {
  return {
    entry: reply.about.entry,
    title: reply.title,
    language: reply.language,
    text: markdownOf(reply.blocks),
    notes: reply.notes.map(noteText),
    status: text.status,
    as_of: text.asOf,
    review_by: text.reviewBy,
    sources: text.sources.map(({ title, publisher, url, published }) => ({ title, publisher, url, published })),
    related: choicesOf(reply).map(({ argument, label }) => ({ entry: argument, title: label })),
    page: reply.links?.find(({ url }) => !text.sources.some((source) => source.url === url))?.url,
  };
}
