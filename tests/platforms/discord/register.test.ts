import { Collection, PermissionsBitField } from 'discord.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { problemsIn } from '../../../eval/check-discord.ts';
import { listedOf } from '../../../src/bot/command.ts';
import type { Services } from '../../../src/bot/services.ts';
import { inviteLink } from '../../../src/platforms/discord/index.ts';
import { mayModerate } from '../../../src/platforms/discord/moderation/permissions.ts';
import { commandList, LOCALES, localised, mentionsOf } from '../../../src/platforms/discord/register.ts';
import { openContract } from '../../helpers/discord-contract.ts';
import type { Json } from '../../helpers/fake-discord.ts';
import { servicesOf } from '../../helpers/services.ts';

let services: Services;
let list: Json[];
beforeAll(async () => {
  services = await servicesOf([]);
  list = commandList(services);
});
const named = (name: string): Json => list.find((one) => one.name === name);

describe('the list of commands', () => {
  it('is what Discord takes', async () => {
    const contract = await openContract();
    expect(contract?.check({ method: 'PUT', path: '/api/v10/applications/1/commands', body: list }) ?? []).toEqual([]);
  });

  it('is one that the made-up Discord takes', () => expect(problemsIn('PUT', '/commands', list as Json)).toEqual([]));

  it('has five names in sight of members, and eleven in all of moderators', () => {
    const typed = list.filter(({ type, contexts }) => type === 1 && contexts.includes(0));
    const [ofMembers, ofModerators] = [null, '8192'].map((permissions) =>
      typed.filter((one) => one.default_member_permissions === permissions).map(({ name }) => name),
    );
    expect(ofMembers).toEqual(['ask', 'topics', 'language', 'privacy', 'help']);
    expect(ofModerators).toEqual(['teach', 'correct', 'settings', 'answers', 'questions', 'setup']);
    expect(list.filter(({ type, contexts }) => type === 1 && !contexts.includes(0)).map(({ name }) => name)).toEqual([
      'server',
    ]);
  });

  it('has each command that is in the help once, but for what members seldom need', () => {
    const names = [
      ...mentionsOf(
        new Collection(list.map((one, at) => [String(at), { id: '1', ...one, options: one.options ?? [] }])),
      ).keys(),
    ];
    const menus = list.filter(({ type }) => type === 3).map(({ name }) => name);
    const unlisted = ['quiet', 'helpful'];
    const expected = listedOf(services.commands)
      .map(({ name }) => name)
      .filter((name) => !unlisted.includes(name));
    expect(new Set(names)).toEqual(new Set([...expected, 'server', ...menus]));
    expect(names).toHaveLength(new Set(names).size);
  });

  it('has the options of nested commands, and completes them', () => {
    const below = (drawer: string, name: string) => named(drawer).options.find((one: Json) => one.name === name);
    expect(below('answers', 'retire').options).toMatchObject([
      { name: 'entry', type: 3, autocomplete: true },
      { name: 'why', type: 3 },
      { name: 'force', type: 5 },
    ]);
    expect(below('questions', 'list')).toMatchObject({ type: 1, options: [] });
    expect(below('answers', 'pin').name_localizations).toMatchObject({ ru: 'закрепить' });
  });

  it('has five menus', () => {
    expect(list.filter(({ type }) => type === 3).map(({ name }) => name)).toEqual([
      'Answer this',
      'Answer with an entry',
      'This solved it',
      'Pin this answer',
      'Teach from this message',
    ]);
  });

  it('says everything in every locale that the bot speaks', () => {
    const ask = named('ask');
    expect(ask.name_localizations).toMatchObject({
      'en-GB': 'ask',
      'en-US': 'ask',
      'es-ES': 'preguntar',
      'es-419': 'preguntar',
      ru: 'спросить',
      'zh-CN': '提问',
      'zh-TW': '提問',
    });
    const locales = ['ar', 'en-GB', 'en-US', 'es-419', 'es-ES', 'it', 'ko', 'ru', 'zh-CN', 'zh-TW'];
    for (const { type, description_localizations: words } of list)
      if (type === 1) expect(Object.keys(words).sort()).toEqual(locales);
    expect(ask.options).toMatchObject([
      { name: 'question', type: 3, required: true, autocomplete: true },
      { name: 'private', type: 5, required: false },
    ]);
  });

  it('shows moderators what is theirs, in servers only, and everything else wherever people write', () => {
    for (const name of ['teach', 'answers', 'questions', 'setup'])
      expect(named(name)).toMatchObject({ default_member_permissions: '8192', contexts: [0], integration_types: [0] });
    for (const name of ['ask', 'topics', 'help', 'Answer this'])
      expect(named(name)).toMatchObject({
        default_member_permissions: null,
        contexts: [0, 1, 2],
        integration_types: [0, 1],
      });
    for (const name of ['This solved it', 'Answer with an entry'])
      expect(named(name)).toMatchObject({
        default_member_permissions: null,
        contexts: [0],
        integration_types: [0],
      });
    expect(named('server')).toMatchObject({ contexts: [1], integration_types: [0, 1] });
  });
});

describe('locales', () => {
  it('are the 34 of Discord, and find their language by themselves', () => {
    expect(LOCALES).toHaveLength(34);
    const language = { tag: '', name: '', direction: 'ltr', fallback: [], scripts: [] } as never;
    const languages = new Map(['en', 'es', 'fa', 'pt', 'zh-Hans', 'zh-Hant'].map((tag) => [tag, language]));
    const found = localised(
      { languages, speak: (tag) => Object.assign(() => tag, { locale: tag, parts: () => [] }) },
      (say) => say(''),
    );
    expect(found).toEqual({
      'en-GB': 'en',
      'en-US': 'en',
      'es-419': 'es',
      'es-ES': 'es',
      'pt-BR': 'pt',
      'zh-CN': 'zh-Hans',
      'zh-TW': 'zh-Hant',
    });
  });
});

describe('a moderator', () => {
  it.each([
    ['8192', true],
    ['32', true],
    ['8', true],
    [String(2n ** 50n + 8192n), true],
    ['0', false],
    ['1024', false],
    ['2199023255551', true],
    [undefined, false],
  ])('permissions %j: %s', (permissions, may) =>
    expect(mayModerate(permissions === undefined ? null : new PermissionsBitField(BigInt(permissions)))).toBe(may),
  );
});

it('the invite link names the application', () =>
  expect(new URL(inviteLink('42')).searchParams.get('client_id')).toBe('42'));
