import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Services } from '../../../src/bot/services.ts';
import { knowledgeExchange } from '../../../src/knowledge-exchange.ts';
import { appOf, WEB_TOKEN } from '../../helpers/pages.ts';
import { telegramServices } from '../../helpers/telegram-bot.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { unescaped, visitorOf } from '../../helpers/web-visitor.ts';
import { zipOf } from '../../helpers/zip.ts';

const HOST = 'localhost:8080';
const FAQ = '# FAQ\n\n## Where do I park?\n\nBehind the <b>house</b>.\n\n## Is there a lift?\n\nYes, in the hall.\n';

let services: Services;
let app: ReturnType<typeof appOf>;
let page: string;
let cookie: string;
beforeEach(async () => {
  const plain = await telegramServices();
  const packs = [{ name: 'pack', title: {}, defaultLanguage: 'en', sources: {} }];
  const current = () => ({ ...plain.knowledge.current(), packs });
  services = await telegramServices({ knowledge: { ...plain.knowledge, current } });
  const folder = temporaryFolder({
    'pack/pack.json': JSON.stringify({
      title: { en: 'Pack' },
      defaultLanguage: 'en',
      licence: 'CC-BY-4.0',
      sources: { book: { title: 'Book' } },
    }),
    'pack/en/questions/door.md': '---\nsources: [book]\n---\n# Where is the door?\n\nIn the wall.\n',
  });
  app = appOf(services, { config: { exchange: knowledgeExchange(services, folder) } });
  const visitor = visitorOf(app);
  await visitor.get('/dashboard?lang=en');
  await visitor.post('/dashboard/login', { token: WEB_TOKEN });
  await visitor.get('/dashboard/exchange');
  page = visitor.page();
  cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
});

async function send(parts: readonly (readonly [name: string, value: string | File])[]): Promise<number> {
  const body = new FormData();
  body.append('csrf', /name="csrf" value="([^"]*)"/.exec(page)?.[1] ?? '');
  for (const [name, value] of parts) body.append(name, value);
  const response = await app.request(`http://${HOST}/dashboard/import`, {
    method: 'POST',
    body,
    headers: { host: HOST, origin: `http://${HOST}`, cookie },
  });
  const led = response.headers.get('location');
  const shown =
    led === null ? response : await app.request(`http://${HOST}${led}`, { headers: { host: HOST, cookie } });
  page = await shown.text();
  return response.status;
}

/** Presses a button of an outcome, by its command. */
async function press(command: string): Promise<void> {
  const button = unescaped(new RegExp(`name="press" value="([^"]* ${command} [^"]*)"`).exec(page)?.[1] ?? '');
  const body = new URLSearchParams({ csrf: /name="csrf" value="([^"]*)"/.exec(page)?.[1] ?? '', press: button });
  await app.request(`http://${HOST}/dashboard/act`, {
    method: 'POST',
    body,
    headers: { host: HOST, origin: `http://${HOST}`, cookie },
  });
}

const upload = (text: string, name = 'faq.md') => send([['file', new File([text], name)]]);
const ticks = () => [...page.matchAll(/name="key" value="([^"]*)"/g)].map(([, key = '']) => key);
const kept = () => /name="kept" value="([^"]*)"/.exec(page)?.[1] ?? '';
const take = (keys: readonly string[]) => send([['kept', kept()], ...keys.map((key) => ['key', key] as const)]);
const taught = async () => (await services.communities.byId('web:pages')).state.all('entry').map(([key]) => key);

describe('an import in the browser', () => {
  it('shows what would be imported, imports what is selected, and is undone by one press', async () => {
    expect(await upload(FAQ)).toBe(200);
    expect(ticks()).toEqual(['en/questions/is-there-a-lift', 'en/questions/where-do-i-park']);
    expect(page).toContain('To import: 2; already here: 0');
    expect(page).toContain('Questions found: 2; entries made: 2; named below: 0');
    expect(await taught()).toEqual([]);
    await take(['en/questions/where-do-i-park']);
    expect(await taught()).toEqual(['en/questions/where-do-i-park']);
    expect(page).toContain('Imported entries: 1.');
    await press('undo');
    expect(await taught()).toEqual([]);
  });

  it('tells what is left out or wrong, without a path of this machine', async () => {
    // Others import, too, on this machine.
    vi.stubEnv('TMPDIR', temporaryFolder({}));
    onTestFinished(() => void vi.unstubAllEnvs());
    await upload('no question at all', '../../evil<b>.txt');
    expect(page).toContain('Nothing can be imported until this is fixed:');
    expect(page).toContain('evil_b_.txt:1');
    expect(page).not.toContain(tmpdir());
    await upload('x', 'program.exe');
    expect(page).toContain('program.exe');
    expect(await upload('', 'empty.md')).toBe(403);
    expect(page).toContain('Choose a file first.');
    expect(readdirSync(tmpdir())).toEqual([]);
  });

  it('tells what is wrong in the reader’s language as far as it can, and says what is in English', async () => {
    await upload(FAQ);
    expect(page).not.toContain('told in English');
    cookie = cookie.replace('wenda_language=en', 'wenda_language=fa');
    await upload(FAQ);
    expect(page).toContain('<bdi>faq.md:3</bdi> <bdi>\u2066HTML\u2069 به متن ساده تبدیل شد.</bdi>');
    expect(page).not.toContain('<bdi lang="en">');
    await upload(`---\ntitle: [\n---\n${FAQ}`);
    expect(page).toContain('به انگلیسی توضیح داده می‌شود');
    expect(page).toContain('<bdi>faq.md:1</bdi> <bdi lang="en">the text between the lines `---` cannot be read');
  });

  it('says what is commonly wrong in the language of the reader', async () => {
    cookie = cookie.replace('wenda_language=en', 'wenda_language=es');
    await upload('question,answer\nWhere is it?,Here.\nWhere is it?,There.\nWhen is it?,\n', 'faq.csv');
    expect(page).toContain('<bdi>faq.csv:3</bdi> <bdi>«Where is it?» se pregunta también en la línea 2.');
    expect(page).toContain('<bdi>faq.csv:4</bdi> <bdi>Falta la respuesta');
    expect(page).not.toContain('se explica en inglés');
  });

  it('counts the questions, and names those that become no entry', async () => {
    await upload('Why?\n====\n\nSo.\n', 'faq.rst');
    expect(page).toContain('Questions found: 1; entries made: 0; named below: 1');
    expect(page).toContain('<bdi>faq.rst:1</bdi> <bdi>The question “Why?” is not imported');
    cookie = cookie.replace('wenda_language=en', 'wenda_language=ar');
    await upload(FAQ);
    expect(page).toContain('الأسئلة الموجودة');
  });

  it('names an archive as it was called, and no folder of this machine', async () => {
    await send([['file', new File([zipOf(new Map([['picture.zip', 'x']]))], 'pictures.zip')]]);
    expect(page).toContain('<bdi>pictures.zip:1</bdi> <bdi>');
    expect(page).not.toContain(tmpdir());
  });

  it('shows the answers, and takes language, source and pack as they are chosen for each file', async () => {
    await send([
      ['file', new File([FAQ], 'faq.md')],
      ['file', new File(['# More\n\n## Where do I park?\n\nIn the yard.\n\n## Who pays?\n\nWe do.\n'], 'more.md')],
    ]);
    expect(page).toMatch(/<p class="answer" dir="auto">Yes, in the hall\.<\/p>/);
    const chosen = [
      ['language-0', 'it'],
      ['source-0', 'House rules'],
      ['source-1', 'More rules'],
      ['pack-1', 'pack'],
    ] as const;
    const all = ticks();
    // Nothing is taken before it was shown as it was chosen.
    await send([['kept', kept()], ['do', 'take'], ...chosen, ...all.map((key) => ['key', key] as const)]);
    expect(await taught()).toEqual([]);
    expect(page).toContain('value="House rules"');
    const keys = ticks();
    expect(keys.filter((key) => key.startsWith('it/'))).toHaveLength(2);
    const left = keys.filter((key) => !key.includes('who-pays'));
    await send([['kept', kept()], ['do', 'take'], ...chosen, ...left.map((key) => ['key', key] as const)]);
    const { state } = await services.communities.byId('web:pages');
    const entries = new Map(state.all('entry'));
    expect([...entries.keys()].sort()).toEqual([...left].sort());
    const [, parking] = [...entries].find(([key]) => key.startsWith('en/')) ?? [];
    expect(parking?.pack).toBe('pack');
    expect(state.all('source').map(([key, { title }]) => [key.split('/')[0], title])).toEqual([
      ['community', 'House rules'],
      ['pack', 'More rules'],
    ]);
  });

  it('takes nothing twice, and nothing too large', async () => {
    await upload(FAQ);
    const [name, keys] = [kept(), ticks()];
    await take(keys);
    await send([['kept', name], ...keys.map((key) => ['key', key] as const)]);
    expect(page).toContain('class="trouble"');
    expect(await upload('a'.repeat(6_100_000))).toBe(413);
    expect(page).toContain('This is too large: at most 6 MB can be sent at once.');
  });

  it('ticks the rest of very many together, on a page that stays small', async () => {
    await upload(
      [
        '# FAQ',
        ...Array.from({ length: 400 }, (_, at) => `## What is ${'topic '.repeat(20)}${at}?\n\nAnswer ${at}.`),
      ].join('\n\n'),
    );
    expect(ticks()).toHaveLength(150);
    expect(page).toContain('… and 250 more.');
    expect(page.length).toBeLessThan(150_000);
    await send([
      ['kept', kept()],
      ['key', ticks()[0] ?? ''],
      ['rest', 'yes'],
    ]);
    expect(await taught()).toHaveLength(251);
  });

  it('is for those who signed in', async () => {
    cookie = cookie.replace(/wenda_key=[^;]*/, '');
    expect(await upload(FAQ)).toBe(403);
    expect(ticks()).toEqual([]);
    expect((await app.request(`http://${HOST}/dashboard/export`, { headers: { host: HOST } })).status).toBe(303);
  });
});

const unzipped = (zip: Uint8Array): Map<string, string> =>
  new Map(Object.entries(unzipSync(zip)).map(([path, bytes]) => [path, strFromU8(bytes)]));

describe('an export in the browser', () => {
  it('is the folder of the pack, with what was taught', async () => {
    await upload(FAQ);
    await take(ticks());
    const response = await app.request(`http://${HOST}/dashboard/export`, { headers: { host: HOST, cookie } });
    expect(response.headers.get('content-type')).toBe('application/zip');
    const bytes = Buffer.from(await response.arrayBuffer());
    const again = await app.request(`http://${HOST}/dashboard/export`, { headers: { host: HOST, cookie } });
    expect(Buffer.from(await again.arrayBuffer()).equals(bytes)).toBe(true);
    const files = unzipped(bytes);
    expect(files.get('pack/en/questions/door.md')).toContain('In the wall.');
    expect(files.get('community/en/questions/where-do-i-park.md')).toContain('# Where do I park?');
  });

  it('can be imported again, also into another community, with a folder around it', async () => {
    await upload(FAQ);
    await take(ticks());
    const response = await app.request(`http://${HOST}/dashboard/export`, { headers: { host: HOST, cookie } });
    const zip = Buffer.from(await response.arrayBuffer());
    await send([['file', new File([zip], 'wenda-knowledge.zip')]]);
    expect(page).toContain('To import: 0; already here: 3');
    const other = [...unzipped(zip)].map(([path, text]): [string, string] => [
      `mine/${path}`,
      text.replace('Yes, in the hall.', 'No.'),
    ]);
    await send([['file', new File([zipOf(new Map(other))], 'other.zip')]]);
    expect(ticks()).toEqual(['en/questions/is-there-a-lift']);
    await take(ticks());
    expect(page).toContain('Imported entries: 1.');
  });

  it('that was made up is refused, in words', async () => {
    await send([['file', new File([zipOf(new Map([['../../evil.md', FAQ]]))], 'evil.zip')]]);
    expect(ticks()).toEqual([]);
    expect(unescaped(page)).toContain('evil.zip:1');
    expect(unescaped(page)).toContain('leads out of it');
    expect(page).not.toContain(tmpdir());
  });
});
