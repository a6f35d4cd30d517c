import { describe, expect, it } from 'vitest';
import { plainInline } from '../../../src/core/entry/blocks.ts';
import { discordFileWorld } from '../../helpers/discord-file-world.ts';
import { buttonsOf, PRIVATE, partsOf, seen } from '../../helpers/discord-message.ts';
import { MEMBER, MODERATOR, mention, moderator } from '../../helpers/discord-world.ts';
import type { Call, Json } from '../../helpers/fake-discord.ts';
import { CHANNEL, GUILD } from '../../helpers/fake-discord-rest.ts';
import { botOf } from '../../helpers/replies.ts';

const world = discordFileWorld();

let files = 0;
const fileOf = (filename: string, type: string, size = 1000): Json => {
  const id = world.discord.state.id();
  const url = `${world.discord.filesUrl}ephemeral-attachments/1/${id}/${filename}?ex=1`;
  return { id, filename, content_type: type, size, url, proxy_url: url };
};
const postIn = (channel: string) => (call: Call) =>
  call.method === 'POST' && call.path === `/channels/${channel}/messages`;
const question = () => `Where is garden number ${++files}?`;
const teach = (asked: string, file: Json, person: object = moderator) =>
  world.slash('teach', { question: asked, answer: 'Behind the house.' }, person, file);
/** Presses the button of a preview that saves it. */
const save = ({ data }: Json) =>
  world.press(
    Object.entries(buttonsOf(data)).find(([label]) => label.includes('Save'))?.[1] ?? '',
    { id: world.discord.state.id(), flags: 64, embeds: [] },
    moderator,
  );
const ask = async (asked: string) => {
  const reply = await world.replyTo(world.write(`${mention} ${asked}`, { author: { id: MEMBER } }));
  return { reply, parts: partsOf(reply.components) };
};
const SERVER = { platform: 'discord', id: GUILD };
const attachments = async () => (await world.services.communities.of(SERVER)).state.all('attachment');

describe('a photo or file taught with /teach', () => {
  it('as a picture is kept in a message of the bot, and is a part of the answer until it is undone', async () => {
    const asked = question();
    const since = world.discord.calls.length;
    const preview = await teach(asked, fileOf('map.png', 'image/png'));
    const { body } = await world.called(postIn(CHANNEL), since);
    expect([body.files, body.content]).toEqual([['map.png'], expect.stringMatching(/^📎 For an answer/)]);
    expect(seen(preview.data).notes).toContain('📎 map.png');
    const done = await save(preview);
    const [[, { file }] = ['', { file: '' }]] = await attachments();
    const [channel, , id] = file.split('/');
    const { reply, parts } = await ask(asked);
    expect(parts.find(({ type }) => type === 12)?.items).toEqual([
      { media: { url: `https://cdn.discordapp.com/attachments/${channel}/${id}/map.png` }, description: asked },
    ]);
    expect(reply.files).toBeUndefined();
    await world.press(
      buttonsOf(done.data).Undo ?? Object.values(buttonsOf(done.data))[0] ?? '',
      { id: '1', flags: 64 },
      moderator,
    );
    expect(await attachments()).toEqual([]);
  });

  it('as a file is sent along with the answer, and only named once its message is gone', async () => {
    const asked = question();
    await save(await teach(asked, fileOf('plan.pdf', 'application/pdf')));
    const { reply, parts } = await ask(asked);
    expect([reply.files, reply.texts, seen(reply).files]).toEqual([
      ['plan.pdf'],
      [expect.stringContaining('plan.pdf')],
      ['attachment://plan.pdf'],
    ]);
    expect(parts.some(({ type }) => type === 12)).toBe(false);
    const [, { file }] = (await attachments()).at(-1) ?? ['', { file: '' }];
    // A correction brings the file again, in place of the one before.
    const entry = [...(await world.services.communities.of(SERVER)).knowledge().entries.keys()].at(-1) ?? '';
    await save(await world.slash('correct', { entry, answer: 'In front of the house.' }, moderator));
    const { body: corrected } = await world.called(
      ({ method, path }) => method === 'PATCH' && path === `/channels/${CHANNEL}/messages/${reply.id}`,
    );
    expect(corrected).toMatchObject({ files: ['plan.pdf'], attachments: [{ id: '0' }] });
    const [channel, message] = file.split('/');
    world.discord.state.messages.delete(`${channel} ${message}`);
    const { data } = await world.slash('ask', { question: asked, private: true }, { user: MODERATOR });
    expect(data.flags).toBe(1 << 6);
    const { body } = await world.called(({ method, path }) => method === 'PATCH' && path.endsWith('@original'));
    expect(JSON.stringify(body.components)).toContain('-# 📎 plan.pdf');
    expect(body.files).toBeUndefined();
  });

  it('is named on other platforms', async () => {
    const asked = question();
    await save(await teach(asked, fileOf('rules.pdf', 'application/pdf')));
    const reply = await botOf(world.services)({
      person: 'console:1',
      place: { platform: 'console', id: '1' },
      knowledge: SERVER,
      text: asked,
      addressed: true,
      locale: 'en',
    });
    expect(reply?.notes.map(plainInline)).toContain('📎 rules.pdf');
  });

  it.each([
    ['setup.exe', 'application/x-msdownload', 1000, /another kind/],
    ['film.mp4', 'video/mp4', 11 * 1024 * 1024, /larger than 10 MB/],
  ])('is refused if it is too large or of another kind: %s', async (name, type, size, problem) => {
    const since = world.discord.calls.length;
    const { data } = await teach(question(), fileOf(name, type, size));
    expect([data.flags, seen(data).text]).toEqual([PRIVATE, expect.stringMatching(problem)]);
    expect(world.discord.calls.slice(since).filter(postIn(CHANNEL))).toEqual([]);
  });

  it('is kept of nobody who does not moderate, and not if the bot may not write', async () => {
    const since = world.discord.calls.length;
    expect(seen((await teach(question(), fileOf('a.png', 'image/png'), { user: MEMBER })).data).text).toMatch(
      /Only moderators/,
    );
    expect(world.discord.calls.slice(since).filter(postIn(CHANNEL))).toEqual([]);
    world.discord.override({ matches: postIn(CHANNEL), status: 403, body: { code: 50013, message: 'Missing' } });
    expect(seen((await teach(question(), fileOf('a.png', 'image/png'))).data).text).toMatch(/could not keep the file/);
  });
});

describe('"Teach from this message" of one with a picture', () => {
  it('keeps the picture of that message through the form', async () => {
    const asked = question();
    const picture = fileOf('garden.webp', 'image/webp');
    const url = `https://cdn.discordapp.com/attachments/${CHANNEL}/${picture.id}/garden.webp?ex=1`;
    const target = {
      id: world.discord.state.id(),
      content: 'Here it is.',
      author: { id: MEMBER },
      embeds: [],
      flags: 0,
    };
    const since = world.discord.calls.length;
    const modal = await world.menu(
      'Teach from this message',
      { ...target, attachments: [{ ...picture, url }] },
      moderator,
    );
    expect(modal.type).toBe(9);
    const preview = await world.submit(modal.data, { question: asked, answer: 'Here it is.' }, moderator);
    expect(seen(preview.data).notes).toContain('📎 garden.webp');
    await save(preview);
    expect(world.discord.calls.slice(since).filter(postIn(CHANNEL))).toEqual([]);
    expect((await attachments()).at(-1)?.[1]).toMatchObject({
      type: 'photo',
      file: `${CHANNEL}/${target.id}/${picture.id}/garden.webp`,
    });
    const { parts } = await ask(asked);
    expect(parts.find(({ type }) => type === 12)?.items[0].media.url).toBe(url.replace('?ex=1', ''));
  });
});

describe('a photo or file put into the form', () => {
  const typed = (asked: string) => ({ question: asked, answer: 'Behind the house.', phrasings: '', source: '' });
  const open = async (options: Record<string, string> = {}) => (await world.slash('teach', options, moderator)).data;
  const idsOf = (modal: Json) => modal.components.map(({ component }: Json) => component.custom_id);

  it('is kept and shown, and stays while the form is put right', async () => {
    const [asked, since] = [question(), world.discord.calls.length];
    const modal = await open();
    expect(idsOf(modal)).toEqual(['question', 'answer', 'phrasings', 'source', 'file']);
    const file = fileOf('map.png', 'image/png');
    const refused = await world.submit(modal, { ...typed(asked), answer: '<b>there</b>' }, moderator, undefined, file);
    expect((await world.called(postIn(CHANNEL), since)).body.files).toEqual(['map.png']);
    const message = { id: world.discord.state.id(), flags: 64, embeds: [] };
    const again = (await world.press(buttonsOf(refused.data)['✎ Edit'] ?? '', message, moderator)).data;
    const preview = await world.submit(again, typed(asked), moderator, message);
    expect(seen(preview.data).notes).toContain('📎 map.png');
    await save(preview);
    expect((await ask(asked)).parts.find(({ type }) => type === 12)?.items).toHaveLength(1);
  });

  it('is not needed, and the language keeps its field if somebody has named one', async () => {
    const asked = question();
    const preview = await world.submit(await open(), typed(asked), moderator);
    expect([seen(preview.data).title, seen(preview.data).notes]).toEqual([asked, expect.not.stringContaining('📎')]);
    expect(idsOf(await open({ language: 'en' }))).toEqual(['question', 'answer', 'phrasings', 'source', 'language']);
  });

  it('of another kind is refused, and nothing that was typed is lost', async () => {
    const [asked, since] = [question(), world.discord.calls.length];
    const bad = fileOf('run.exe', 'application/x-msdownload');
    const refused = await world.submit(await open(), typed(asked), moderator, undefined, bad);
    expect([refused.data.flags, seen(refused.data).text]).toEqual([PRIVATE, expect.stringMatching(/picture|file/i)]);
    expect(world.discord.calls.slice(since).filter(postIn(CHANNEL))).toEqual([]);
    const message = { id: world.discord.state.id(), flags: 64, embeds: [] };
    const again = await world.press(buttonsOf(refused.data)['✎ Edit'] ?? '', message, moderator);
    expect(JSON.stringify(again.data)).toContain(asked);
  });

  it('of nobody but a moderator is kept', async () => {
    const [modal, since] = [await open(), world.discord.calls.length];
    const file = fileOf('map.png', 'image/png');
    await world.submit(modal, typed(question()), { ...moderator, permissions: '0' }, undefined, file);
    await world.quiet();
    expect(world.discord.calls.slice(since).filter(postIn(CHANNEL))).toEqual([]);
  });
});
