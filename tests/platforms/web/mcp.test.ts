import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Answer, choicesOf } from '../../../src/bot/answers/reply.ts';
import { createBot } from '../../../src/bot/bot.ts';
import type { Services } from '../../../src/bot/services.ts';
import { plainText } from '../../../src/core/entry/blocks.ts';
import { inlineMarkdown } from '../../../src/core/entry/markdown.ts';
import { parseEntry } from '../../../src/knowledge/format/markdown.ts';
import { readKnowledge } from '../../../src/knowledge/packs/read-knowledge.ts';
import type { WebConfig } from '../../../src/platforms/web/config.ts';
import { listen } from '../../../src/platforms/web/index.ts';
import { PAGES } from '../../../src/platforms/web/receive.ts';
import { libraryOf } from '../../helpers/library.ts';
import { moderator, servicesWithFiles } from '../../helpers/moderators.ts';
import { PACK } from '../../helpers/pack.ts';
import { appOf } from '../../helpers/pages.ts';
import { servicesOf, shippedLocales } from '../../helpers/services.ts';

const run = promisify(execFile);
const { entries } = await readKnowledge('./knowledge');

/** Serves the pages. @returns the address of the protocol */
async function served(services: Services, config: Partial<WebConfig> = {}): Promise<URL> {
  const listener = await listen(appOf(services, { config: { isMcp: true, ...config } }), '127.0.0.1', 0);
  onTestFinished(listener.close);
  return new URL(`http://127.0.0.1:${listener.port}/mcp`);
}

async function clientOf(address: URL) {
  const client = new Client({ name: 'test', version: '1.0.0' });
  await client.connect(new StreamableHTTPClientTransport(address));
  onTestFinished(() => client.close());
  const call = (name: string) => async (input: Record<string, string>) => {
    const { content, structuredContent, isError } = await client.callTool({ name, arguments: input });
    const text = content.map((one) => ('text' in one ? one.text : '')).join('\n');
    return { text, isError, data: (structuredContent ?? {}) as Record<string, unknown> };
  };
  return { client, search: call('search'), get: call('get') };
}

/** As the bot says it to somebody on the pages. */
const askBot = (services: Services) => {
  const respond = createBot(services);
  return (text: string, locale: string) =>
    respond({ person: 'web:somebody', place: PAGES, text, addressed: true, locale }, undefined);
};

/** The words of an answer that came as Markdown. */
const wordsOf = (markdown: unknown): string =>
  plainText(parseEntry(`# T\n\nT\n\n${String(markdown)}`, 1).answer.slice(1));

function sameWords(given: Record<string, unknown>, answer: Answer): void {
  expect(given.title).toBe(answer.title);
  expect(given.language).toBe(answer.language);
  expect(wordsOf(given.text)).toBe(plainText(answer.blocks));
  expect(given.notes).toEqual(answer.notes.map(inlineMarkdown));
}

describe("members' own assistants", () => {
  it.each([
    ['en', 'why did China ban ChatGPT?', 'questions/why-banned'],
    ['zh-Hans', '文心一言是什么？', 'questions/what-is-ernie-bot'],
    ['ar', 'لماذا حظرت إيطاليا ChatGPT؟', 'questions/why-italy'],
  ])('get in %s what the bot says, word for word: %s', async (language, question, id) => {
    const services = await servicesOf(entries);
    const { search, get } = await clientOf(await served(services));
    const said = await askBot(services)(question, language);
    if (said?.kind !== 'answer') throw new Error('the bot is not sure');
    const written = entries.find((entry) => entry.id === id)?.texts.get(language);
    const found = await search({ question });
    expect(found.data.outcome).toBe('answer');
    const answer = found.data.answer as Record<string, unknown>;
    sameWords(answer, said);
    expect(wordsOf(answer.text)).toBe(plainText(written?.answer ?? []));
    expect(answer).toMatchObject({ entry: id, status: written?.status, as_of: written?.asOf });
    expect((answer.sources as object[]).length).toBe(written?.sources.length);
    for (const part of [said.title, answer.text, ...(answer.notes as string[])]) expect(found.text).toContain(part);
    expect((await get({ entry: id, language })).data).toEqual(answer);
    expect((await get({ entry: said.title })).data).toEqual(answer);
  });

  it('get in another language what they ask for, up to three choices as the bot offers them, or nothing', async () => {
    const services = await servicesOf(PACK);
    const { search, get } = await clientOf(await served(services));
    const ask = askBot(services);
    const chinese = await search({ question: 'why was my account banned', language: 'zh' });
    expect(chinese.data.answer).toMatchObject({ language: 'zh-Hans', title: '为什么我的账号被封了？' });
    const vague = 'phone refund history';
    const offered = await ask(vague, 'en');
    if (offered?.kind !== 'offer') throw new Error('the bot offers nothing');
    const choices = choicesOf(offered).map(({ argument, label }) => ({ entry: argument, title: label }));
    expect(choices.length).toBeGreaterThan(1);
    const found = await search({ question: vague });
    expect(found.data).toEqual({ outcome: 'choices', choices });
    expect(found.text).toContain(offered.question);
    expect((await search({ question: 'how tall is the eiffel tower' })).data).toEqual({ outcome: 'nothing' });
    expect(await get({ entry: 'questions/none' })).toMatchObject({ isError: true });
    expect(await search({ question: 'x'.repeat(3000) })).toMatchObject({ isError: true });
  });

  it("read a community's own entries only if they are on the site, and no helper's name", async () => {
    const services = await servicesWithFiles(libraryOf(PACK, await shippedLocales()));
    const { search, get } = await clientOf(await served(services));
    const mod = moderator(services, 'test:moderator', PAGES);
    await mod.insist('/teach', { options: { question: 'Where do we park the vans?', answer: 'Behind the hall.' } });
    await mod.insist('/correct', { options: { entry: 'questions/refund', answer: 'Ask the treasurer.' } });
    await mod.hear('/pin', { options: { question: 'who has the cellar key', text: 'Zoe keeps it.' } });
    const outcomes = async () => {
      const parked = await search({ question: 'where do we park the vans' });
      const refund = await get({ entry: 'questions/refund' });
      const pinned = await search({ question: 'who has the cellar key' });
      return [parked, refund, pinned].map(({ text }) => /Behind the hall|Ask the treasurer|Zoe/.exec(text)?.[0]);
    };
    expect(await askBot(services)('where do we park the vans', 'en')).toMatchObject({ kind: 'answer' });
    expect(await outcomes()).toEqual([undefined, undefined, undefined]);
    expect((await get({ entry: 'questions/where-do-we-park-the-vans' })).isError).toBe(true);
    await mod.hear('/settings site on questions/where-do-we-park-the-vans');
    expect(await outcomes()).toEqual(['Behind the hall', undefined, undefined]);
    await mod.hear('/settings site on');
    expect(await outcomes()).toEqual(['Behind the hall', 'Ask the treasurer', undefined]);
    await mod.hear('/settings site off');
    await mod.hear('/settings site off questions/where-do-we-park-the-vans');
    expect(await outcomes()).toEqual([undefined, undefined, undefined]);
  });

  it('leave nothing behind: no count, no question, no conversation, no log', async () => {
    const untouched = new Proxy({}, { get: (_, name) => () => expect.unreachable(`${String(name)} was called`) });
    const services = await servicesOf(PACK);
    const { counter: _, questions: __, learning: ___, conversations: ____, ...rest } = services;
    const names = ['counter', 'questions', 'learning', 'conversations'].map((name) => [name, untouched]);
    const lines: string[] = [];
    const app = appOf({ ...rest, ...Object.fromEntries(names) } as Services, { config: { isMcp: true }, lines });
    const listener = await listen(app, '127.0.0.1', 0);
    onTestFinished(listener.close);
    const { search } = await clientOf(new URL(`http://127.0.0.1:${listener.port}/mcp`));
    for (const question of ['why was my account banned', 'phone refund history', 'how tall is the eiffel tower'])
      expect((await search({ question })).isError).toBeFalsy();
    expect(lines).toEqual([]);
  });
});

describe('the address /mcp', () => {
  const post = (app: ReturnType<typeof appOf>, headers: Record<string, string> = {}, remoteAddress = '127.0.0.1') =>
    app.request(
      'http://localhost:8080/mcp',
      {
        method: 'POST',
        headers: { host: 'localhost:8080', 'content-type': 'application/json', ...headers },
        body: '{"jsonrpc":"2.0","id":1,"method":"ping"}',
      },
      { incoming: { socket: { remoteAddress } } },
    );

  it('is not there unless it is switched on', async () => {
    const services = await servicesOf([]);
    expect((await post(appOf(services))).status).toBe(404);
    expect((await post(appOf(services, { config: { isMcp: false } }))).status).toBe(404);
  });

  it.each([
    [{ host: 'evil.example' }, 421],
    [{ origin: 'https://evil.example' }, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ accept: 'application/json, text/event-stream' }, 200],
  ])('answers %j with %d', async (headers, status) =>
    expect((await post(appOf(await servicesOf([]), { config: { isMcp: true } }), headers)).status).toBe(status),
  );

  it('answers an address so often, and others meanwhile', async () => {
    const pace = { mcp: { burst: 2, every: 60_000 } };
    const app = appOf(await servicesOf([]), { config: { isMcp: true, pace } });
    const from = async (address: string) =>
      (await post(app, { accept: 'application/json, text/event-stream' }, address)).status;
    const statuses: number[] = [];
    for (const address of ['192.0.2.1', '192.0.2.1', '192.0.2.1', '192.0.2.2']) statuses.push(await from(address));
    expect(statuses).toEqual([200, 200, 429, 200]);
  });

  it('takes no call that is too large', async () => {
    const app = appOf(await servicesOf([]), { config: { isMcp: true } });
    const response = await app.request('http://localhost:8080/mcp', {
      method: 'POST',
      headers: { host: 'localhost:8080', 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'ping', params: { x: 'y'.repeat(200_000) } }),
    });
    expect(response.status).toBe(413);
  });

  it.each(['server-initialize', 'ping', 'tools-list', 'dns-rebinding-protection'])(
    'passes what the official suite asks of a server with tools only: %s',
    async (scenario) => {
      const address = await served(await servicesOf(PACK));
      const program = 'node_modules/@modelcontextprotocol/conformance/dist/index.js';
      const { stdout } = await run(process.execPath, [
        program,
        'server',
        '--url',
        address.href,
        '--scenario',
        scenario,
      ]);
      expect(stdout).toMatch(/Passed: [1-9]\d*\/\d+, 0 failed/);
    },
  );
});
