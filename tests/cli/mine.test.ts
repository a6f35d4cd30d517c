import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mineChats } from '../../src/cli/mine-chats.ts';
import { readChats } from '../../src/knowledge/mine/read-chats.ts';
import { entryOf, textOf } from '../helpers/entries.ts';
import { entryText, PACK_JSON } from '../helpers/memory-files.ts';
import { servicesOf } from '../helpers/services.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';
import { zipOf } from '../helpers/zip.ts';

const CHATS = 'tests/fixtures/chats';
const OPEN = entryOf('questions/open', textOf('en', 'When does the club open?', ['opening hours of the club']));

async function mined(source: string) {
  const services = await servicesOf([OPEN]);
  const onProgress = () => undefined;
  const found = await readChats(source, onProgress);
  const { files, report } = mineChats(services, found, { source: { title: found.title }, onProgress });
  return { files, report, proposals: [...files.keys()].filter((path) => path.endsWith('.md')) };
}

function slackZip(): string {
  const folder = temporaryFolder({});
  const paths = readdirSync(`${CHATS}/slack`, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.json'),
  );
  const files = new Map(paths.map((path) => [path, readFileSync(`${CHATS}/slack/${path}`, 'utf8')]));
  writeFileSync(join(folder, 'Radio Club.zip'), zipOf(files));
  return join(folder, 'Radio Club.zip');
}

describe('knowledge mine', () => {
  it.each([
    ['Telegram Desktop', `${CHATS}/result.json`],
    ['DiscordChatExporter', `${CHATS}/discord`],
    ['Slack, as a folder', `${CHATS}/slack`],
    ['Slack, as an archive', undefined],
    ['mbox', `${CHATS}/club.mbox`],
  ])('proposes one entry for a question that two people asked: %s', async (_, source) => {
    const { proposals, files } = await mined(source ?? slackZip());
    expect(proposals).toHaveLength(1);
    const text = files.get(proposals[0] ?? '');
    expect(text).toContain('as_of: 2024-01-08');
    expect(text).toMatch(/^# How do I reset the repeater to factory settings\?$/m);
    expect(text).toMatch(/^> - How can I reset the repeater to the factory settings\?$/m);
    expect(text).toMatch(/[Hh]old the (?:\*\*)?reset button(?:\*\*)? for 10 seconds, then see .*club\.example\/reset/);
    expect(text).toContain('ask … or write to …');
    expect(text).not.toMatch(/Alice|boris|wrote:|multipart/i);
  });

  it('reports what was asked, answered or not, by month, and without who wrote', async () => {
    const { files, report } = await mined(`${CHATS}/result.json`);
    expect(report).toMatchObject({ messages: 7, people: 4, topics: [{ people: 2, times: 2 }, {}, {}] });
    const page = files.get('report.html');
    expect(page).toContain('2024-01: 1 asked, 0 answered today');
    expect(page).toContain('2024-02: 0 asked');
    expect(page).toContain('2024-03: 3 asked, 1 answered today');
    expect(page).toContain('in the packs: <code>questions/open</code>');
    expect(page).toContain('<b>nobody answered</b>');
    expect(page).not.toMatch(/Alice|Boris|Carla/i);
    expect(page).not.toMatch(/<script|src=|href=|url\(|https?:/);
  });

  it('names what cannot be read', async () => {
    const folder = temporaryFolder({ 'half.json': '{"messages": [', 'other.json': '{"a": 1}', 'notes.txt': 'hello' });
    for (const [file, words] of [
      ['half.json', 'no whole JSON'],
      ['other.json', 'no messages were found'],
      ['notes.txt', 'an export is a .json, .mbox or .zip file'],
      ['gone.json', 'cannot be read: ENOENT'],
    ] as const)
      await expect(readChats(join(folder, file), () => undefined)).rejects.toThrow(words);
  });
});

it('a proposal is mined where no bot loads it, and accepted into a pack, which is right as it is', () => {
  const folder = temporaryFolder({
    'knowledge/club/pack.json': PACK_JSON,
    'knowledge/club/en/questions/open.md': entryText({ title: 'When does the club open?' }),
  });
  const [into, pack] = [join(folder, 'mined'), join(folder, 'knowledge/club')];
  const run = (...args: readonly string[]) => {
    const { PATH } = process.env;
    const env = { PATH, KNOWLEDGE_DIR: join(folder, 'knowledge'), DATABASE_URL: 'sqlite::memory:' };
    return spawnSync(process.execPath, ['dist/app/cli.js', 'knowledge', ...args], { env, encoding: 'utf8' });
  };
  const inside = run('mine', `${CHATS}/result.json`, '--into', join(folder, 'knowledge/mined'));
  expect(inside).toMatchObject({ status: 2, stderr: expect.stringContaining("in the bot's knowledge") });
  const ran = run('mine', `${CHATS}/result.json`, '--into', into, '--source-url', 'https://club.example/chat');
  expect(ran).toMatchObject({ status: 0, stdout: expect.stringContaining('4 questions about 3 topics: 1 are in') });
  const files = readdirSync(into, { recursive: true, encoding: 'utf8' });
  const file = join(into, files.find((path) => path.endsWith('.md')) ?? '');
  expect(run('accept', file, '--into', pack)).toMatchObject({ status: 0 });
  expect(existsSync(file)).toBe(false);
  expect(readFileSync(join(pack, 'pack.json'), 'utf8')).toContain('https://club.example/chat');
  expect(run('check', pack).stdout).toMatch(/club en: 2 of 2 entries\n(?:.*\n)*no problems/);
});
