import { readOwnWords } from '../src/bot/answers/own-words.ts';
import { type Choice, type Form, list, notice, type Reply, text, whisper } from '../src/bot/answers/reply.ts';
import type { Call, Command, Suggested } from '../src/bot/command.ts';
import { editOf } from '../src/bot/community/records.ts';
import { keyOfPlace } from '../src/bot/conversation/place.ts';
import { LACKS, lacksOf } from '../src/bot/faq-channel/lacks.ts';
import { formOf, formReply } from '../src/bot/moderation/form.ts';
import { WHY_AND_FORCE } from '../src/bot/moderation/named-change.ts';
import { askFirst } from '../src/bot/moderation/perform.ts';
import { propose } from '../src/bot/moderation/proposed-change.ts';
import { changeOne, changeSeveral, usualChannel } from '../src/bot/settings/change.ts';
import { keyOf, ownWordsOf } from '../src/bot/settings/chosen.ts';
import { DEFAULT, kindOf, OWN, valuesOf } from '../src/bot/settings/kinds.ts';
import {
  hasScope,
  isWorded,
  rowOf,
  SECTIONS,
  SETTING_NAMES,
  type Section,
  type Setting,
  WORDED,
  type WordedSetting,
} from '../src/bot/settings/table.ts';
import { sayAbout, sayCurrent, sayName, saySection, sayValue } from '../src/bot/settings/words.ts';

/** Most characters of a community's own words; a longer text should be an entry. */
const MOST_OWN = 500;

/** Shows or changes the settings of a place; see the table of settings. */
export const settings: Command = {
  name: 'settings',
  group: 'setup',
  inMenu: 'always',
  isExplained: true,
  options: [
    {
      name: 'setting',
      kind: 'text',
      suggest: (call) => settingsOf(call).map((value) => ({ value, label: sayName(call, value) })),
    },
    { name: 'value', kind: 'text', suggest: suggestValues },
    ...WORDED.map((name) => ({ name, kind: 'long' as const })),
    ...WHY_AND_FORCE,
  ],
  forModerators: true,
  panel: 'settings',
  personal: true,
  onlyShows: (argument) => /^\S*$/.test(argument),
  run: (call) => {
    const worded = WORDED.find((one) => call.options[one] !== undefined);
    if (worded) return reword(call, worded, call.options[worded] ?? '');
    if (call.options.several !== undefined) return changeSeveral(call, call.options.several);
    const [name = '', ...words] = `${call.options.setting ?? ''} ${call.options.value ?? ''}`.trim().split(/\s+/);
    if (name === '') return allSettings(call);
    const section = sectionNamed(name);
    if (section) return listed(call, saySection(call, section), inSection(call, section));
    const setting = settingNamed(call, name);
    if (!setting) return whisper(call, 'no-setting', { name, settings: settingsOf(call).join(call.say('list-comma')) });
    if (words.length === 0) return setting === 'faq' ? faqSetting(call) : oneSetting(call, setting);
    if (isWorded(setting) && words.join().toLowerCase() === OWN) return formReply(call, wordsForm(call, setting));
    return changeOne(call, setting, words);
  },
};

/** Settings that exist in the place of the call. Default: all */
const settingsOf = ({ settings: own = SETTING_NAMES }: Call): readonly Setting[] => own;

const settingNamed = (call: Call, name: string): Setting | undefined =>
  settingsOf(call).find((one) => one === name.toLowerCase());

function suggestValues(call: Call): Suggested[] {
  const setting = settingNamed(call, call.options.setting ?? '');
  if (!setting) return [];
  return [
    ...valuesOf(setting, call).map((value) => ({
      value,
      label: sayValue(call, setting, kindOf(setting).isMany ? [value] : value),
    })),
    { value: DEFAULT, label: call.say('setting-back') },
  ];
}

/** Prefix of a section's name, which may equal a setting's. */
const SECTION = '+';
const sectionNamed = (name: string): Section | undefined =>
  name.startsWith(SECTION) ? SECTIONS.find((one) => one === name.slice(SECTION.length)) : undefined;

const inSection = (call: Call, section: Section): readonly Setting[] =>
  settingsOf(call).filter((setting) => rowOf(setting).section === section);

/** Most settings listed at once, with their values; if there are more, their sections are listed. */
const MOST_LISTED = 8;

function allSettings(call: Call): Reply {
  const settings = settingsOf(call);
  if (settings.length <= MOST_LISTED) return listed(call, call.say('settings-title'), settings);
  const sections = SECTIONS.filter((section) => inSection(call, section).length > 0);
  const names = (section: Section): string =>
    inSection(call, section)
      .map((setting) => sayName(call, setting))
      .join(call.say('list-comma'));
  return notice(call.language, {
    title: call.say('settings-title'),
    blocks: [
      list(
        sections.map((section) => [
          { kind: 'strong', children: [text(saySection(call, section))] },
          { kind: 'break' },
          text(names(section)),
        ]),
      ),
    ],
    question: call.say('settings-which'),
    choices: sections.map((section) => ({
      label: saySection(call, section),
      command: 'settings',
      argument: `${SECTION}${section}`,
    })),
    isPrivate: true,
  });
}

/** Settings with their present values, and a choice to change each. */
function listed(call: Call, title: string, settings: readonly Setting[]): Reply {
  const { say, language, place } = call;
  const line = (setting: Setting, channel?: string) => [
    text(say('setting-line', { setting: sayName(call, setting, channel), value: sayCurrent(call, setting, channel) })),
  ];
  const isOwn = (setting: Setting): boolean =>
    hasScope(setting, 'channel') &&
    place.channel !== undefined &&
    call.community.state.get('setting', keyOf(setting, place, place.channel)) !== undefined;
  const here = settings.filter(isOwn).map((setting) => line(setting, place.channel));
  const choices = settings.map(
    (setting): Choice => ({ label: sayName(call, setting), command: 'settings', argument: setting }),
  );
  return notice(language, {
    title,
    blocks: [list([...settings.map((setting) => line(setting)), ...here])],
    question: say('settings-question'),
    choices,
    isPrivate: true,
  });
}

/** The possible values as choices; a channel's own setting is changed for that channel. */
function oneSetting(call: Call, setting: Setting): Reply {
  const { say, place } = call;
  const channel = usualChannel(call, setting);
  const isOwn = call.community.state.get('setting', keyOf(setting, place, channel)) !== undefined;
  const values = valuesOf(setting, call).map(
    (value): Choice => ({
      label: sayValue(call, setting, kindOf(setting).isMany ? [value] : value),
      command: 'settings',
      argument: `${setting} ${value}`,
    }),
  );
  const back: Choice[] = isOwn
    ? [{ label: say('setting-back'), command: 'settings', argument: `${setting} ${DEFAULT}` }]
    : [];
  const notes = [
    sayAbout(call, setting),
    ...(channel !== undefined && hasScope(setting, 'community') ? [say('setting-everywhere')] : []),
    ...(hasScope(setting, 'entry') ? [say(`setting-${setting}-how`)] : []),
  ].map((words) => [text(words)]);
  return {
    ...whisper(call, 'setting-line', {
      setting: sayName(call, setting, isOwn ? channel : undefined),
      value: sayCurrent(call, setting, isOwn ? channel : undefined),
    }),
    notes,
    question: say('setting-values'),
    choices: [...values, ...back],
  };
}

/** The FAQ setting, with the reasons why the FAQ is not posted, if there are any. */
async function faqSetting(call: Call): Promise<Reply> {
  const reply = oneSetting(call, 'faq');
  const lacks = await lacksOf(call.services, keyOfPlace(call.place));
  return { ...reply, notes: [...reply.notes, ...lacks.map((lack) => [text(call.say(LACKS[lack]))])] };
}

/** Previews the community's own words as members will see them, before saving. */
async function reword(call: Call, setting: WordedSetting, words: string): Promise<Reply> {
  const { community, language, say, services } = call;
  const { value: blocks, problems } = readOwnWords(services, words, language);
  const isLong = words.length > MOST_OWN;
  if (!blocks || isLong)
    return formReply(call, wordsForm(call, setting), isLong ? [say('own-words-long', { most: MOST_OWN })] : problems);
  const title = sayName(call, setting);
  const edit = editOf(community.id, 'setting', setting, [words]);
  const subject = say('setting-line', { setting: title, value: sayValue(call, setting, [words]) });
  // The change affects no answers, so no regressions are looked for.
  const proposed = propose(call, { command: 'settings', subject, edits: [edit], weighed: null });
  return askFirst(call, proposed, notice(language, { title, blocks }));
}

const wordsForm = (call: Call, setting: WordedSetting): Form =>
  formOf(call, 'settings', sayName(call, setting), {
    [setting]: { value: ownWordsOf(call.community, setting), required: true },
  });
