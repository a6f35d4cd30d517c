import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FluentResource } from '@fluent/bundle';
import { describe, expect, it } from 'vitest';
import { commands } from '../commands/index.ts';
import { nestedMenu } from '../src/bot/command.ts';
import { KINDS } from '../src/bot/ports/changes.ts';
import { REASONS } from '../src/bot/ports/memory.ts';
import { hasScope, rowOf, SECTIONS, SETTING_NAMES } from '../src/bot/settings/table.ts';
import { formatProblem } from '../src/knowledge/format/problem.ts';
import { shippedLocales } from './helpers/services.ts';

const { messages, problems } = await shippedLocales();
const code = ['src', 'commands']
  .flatMap((dir) =>
    readdirSync(dir, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(dir, name), 'utf8')),
  )
  .join('\n');
const literals = new Set([...code.matchAll(/(['"`])((?:(?!\1)[^\\\n])*)\1/g)].map(([, , literal]) => literal));

/** Names of variables by key; each message that parses, once. */
function variablesOf(source: string): Record<string, string[]> {
  const found: [string, string[]][] = [];
  for (const { id, value } of new FluentResource(source).body) {
    const names = [...JSON.stringify(value).matchAll(/"type":"var","name":"(\w+)"/g)].map(([, name = '']) => name);
    found.push([id, [...new Set(names)].sort()]);
  }
  return Object.fromEntries(found);
}

const ENGLISH = variablesOf(messages.get('en') ?? '');
/** Keys that are put together from the name of a command or of an option; `/groups` is Telegram's own. */
const perCommand = ['help-groups'].concat(
  commands.flatMap(({ name, group, isExplained, options }) => [
    `help-${name}`,
    ...(group === undefined ? [] : [`group-${group}`]),
    ...(isExplained ? [`more-${name}`] : []),
    ...options.map((option) => `option-${option.name}`),
    ...(options.some(({ required }) => required) ? [`missing-${name}`] : []),
  ]),
);
const perDrawer = [
  'command-list',
  ...nestedMenu(commands).drawers.flatMap(({ name }) => [`command-${name}`, `drawer-${name}`]),
];
const perSetting = [
  ...SECTIONS.map((section) => `section-${section}`),
  ...SETTING_NAMES.flatMap((setting) => {
    const { choices = [], kind } = rowOf(setting);
    const words = choices
      .map((choice) => (/^\d+$/.test(choice) ? 'count' : choice))
      .concat(kind === 'spot' ? 'off' : []);
    const ofEntry = hasScope(setting, 'entry') ? ['entry', 'how'] : [];
    return [`setting-${setting}`, ...['about', ...words, ...ofEntry].map((part) => `setting-${setting}-${part}`)];
  }),
];
const mayBe = [
  ...KINDS.map((kind) => `kind-${kind}`),
  ...REASONS.map((reason) => `vote-${reason}`),
  ...commands.flatMap(({ name, options }) => [
    `done-${name}`,
    `command-${name}`,
    ...options.map((option) => `field-${option.name}`),
  ]),
];
const used = [...code.matchAll(/\b(?:say|speak\([^()]*(?:\([^()]*\))?[^()]*\))\(\s*'([^']+)'/g)].map(
  ([, key = '']) => key,
);

describe('locales', () => {
  it('have no problems', () => expect(problems.map(formatProblem)).toEqual([]));

  it.each([...messages])('%s: says all that English says, with the same variables', (_, source) => {
    expect(ENGLISH.topic).toEqual(['count', 'tag']);
    const own = variablesOf(source);
    expect(Object.keys(own).sort()).toEqual(Object.keys(ENGLISH).sort());
    for (const [key, names] of Object.entries(own)) expect(ENGLISH[key], key).toEqual(expect.arrayContaining(names));
    // Plural forms may need no number; what is named must be named everywhere.
    for (const [key, names] of Object.entries(ENGLISH))
      expect(own[key], key).toEqual(
        expect.arrayContaining(names.filter((name) => name !== 'count' || own[key]?.includes('count'))),
      );
  });

  it.each([...messages])('%s: has no line that Fluent passes over, and no key twice', (_, source) => {
    const written = [...source.matchAll(/^([A-Za-z][\w-]*) *=/gm)].map(([, key = '']) => key);
    expect(written.filter((key, at) => written.indexOf(key) !== at)).toEqual([]);
    expect(written.sort()).toEqual(Object.keys(variablesOf(source)).sort());
  });

  it.each([...messages])('%s: has labels that fit a form everywhere', (_, source) => {
    const labels = new FluentResource(source).body
      .filter(({ id }) => id.startsWith('field-'))
      .map(({ id, value }) => [id, value] as const);
    expect(labels.length).toBeGreaterThan(8);
    for (const [id, value] of labels) expect(typeof value === 'string' && value.length <= 45, id).toBe(true);
  });

  it('have no key that nobody uses', () => {
    expect(
      Object.keys(ENGLISH).filter(
        (key) => ![...literals, ...used, ...perCommand, ...perDrawer, ...perSetting, ...mayBe].includes(key),
      ),
    ).toEqual([]);
  });

  it('have every key that is used', () => {
    expect(used.length).toBeGreaterThan(20);
    expect(
      [...used, ...perCommand, ...perSetting, ...KINDS.map((kind) => `kind-${kind}`)].filter(
        (key) => !(key in ENGLISH),
      ),
    ).toEqual([]);
  });
});
