import { FluentResource } from '@fluent/bundle';
import { describe, expect, it } from 'vitest';
import { speakers } from '../../src/bot/answers/messages.ts';
import { shippedLocales } from '../helpers/services.ts';

type Pattern = FluentResource['body'][number]['value'];
type Select = Extract<Exclude<Pattern, string | null>[number], { type: 'select' }>;

const { messages, languages } = await shippedLocales();
const speak = speakers(messages, languages, 'en');
const tags = [...messages.keys()];

/** They fall into every category that a language has for whole numbers below a million. */
const NUMBERS = [0, 1, 2, 3, 5, 11, 21, 100, 101];
/** Their nouns stay as they are after any number. */
const UNINFLECTED = ['fa'];
/** Numbers that count nothing. */
const CODES = ['status'];

const selectsIn = (pattern: Pattern): Select[] =>
  (Array.isArray(pattern) ? pattern.filter((part) => typeof part === 'object' && part.type === 'select') : []).filter(
    (part): part is Select => !CODES.includes(nameOf(part)),
  );

const nameOf = ({ selector }: Select): string => (selector.type === 'var' ? selector.name : '');

/** A variant by what it is for: a number, or a category. */
const keysOf = (select: Select): (string | number)[] =>
  select.variants.map(({ key }) => ('value' in key ? key.value : ''));

/** What is chosen for a number, as Fluent does: itself, its category, or the last one. */
function chosenFor(select: Select, count: number, category: string): number {
  const keys = keysOf(select);
  const exact = keys.indexOf(count);
  if (exact >= 0) return exact;
  return keys.indexOf(category) >= 0 ? keys.indexOf(category) : select.star;
}

const prints = (pattern: Pattern, name: string): boolean => JSON.stringify(pattern).includes(`"name":"${name}"`);

describe.each(tags)('numbers in %s', (tag) => {
  const rules = new Intl.PluralRules(tag);
  const counted = new FluentResource(messages.get(tag) ?? '').body.flatMap(({ id, value }) =>
    selectsIn(value).map((select) => [id, select] as const),
  );

  it.each(counted)('%s has a form of its own for each category', (_, select) => {
    const printed = select.variants.some(({ value }) => prints(value, nameOf(select)));
    for (const count of NUMBERS) {
      const key = keysOf(select)[chosenFor(select, count, rules.select(count))];
      if (printed && !UNINFLECTED.includes(tag)) expect([count, rules.select(count)], `${count}`).toContain(key);
    }
  });

  it.each(counted)('%s names the number wherever a form serves several', (_, select) => {
    const printed = select.variants.some(({ value }) => prints(value, nameOf(select)));
    select.variants.forEach(({ value }, at) => {
      const served = NUMBERS.filter((count) => chosenFor(select, count, rules.select(count)) === at);
      // Where no form names it, one is for the singular and the others are for all the rest.
      const isBare = !prints(value, nameOf(select)) && (printed || served.includes(1));
      if (isBare) expect(served.length, `[${keysOf(select)[at]}] ${JSON.stringify(value)}`).toBeLessThanOrEqual(1);
    });
  });
});

/** What people read. Numbers are written as the language writes them. */
const EXAMPLES: readonly (readonly [string, string, Readonly<Record<string, string | number>>, string])[] = [
  ['en', 'topic-entries', { count: 1 }, '1 entry:'],
  ['en', 'topic-entries', { count: 2 }, '2 entries:'],
  ['en', 'stats-title', { days: 1 }, 'Today'],
  ['en', 'why-second', { title: 'A', points: 1 }, 'The runner-up, “A”, is 1 percentage point behind.'],
  ['es', 'pins-title', { count: 1 }, '1 pregunta fijada'],
  ['es', 'pins-title', { count: 0 }, '0 preguntas fijadas'],
  ['es', 'stats-title', { days: 1 }, 'Hoy'],
  ['es', 'diagnosis-channels-more', { count: 21 }, 'Al bot le faltan permisos en 21 canales más.'],
  ['it', 'topic-entries', { count: 1 }, '1 voce:'],
  ['ru', 'sources', { count: 1 }, 'Источник: '],
  ['ru', 'sources', { count: 21 }, 'Источники: '],
  ['ru', 'topic-entries', { count: 1 }, '1 запись:'],
  ['ru', 'topic-entries', { count: 2 }, '2 записи:'],
  ['ru', 'topic-entries', { count: 5 }, '5 записей:'],
  ['ru', 'topic-entries', { count: 11 }, '11 записей:'],
  ['ru', 'topic-entries', { count: 21 }, '21 запись:'],
  ['ru', 'stats-title', { days: 1 }, 'За сегодня'],
  ['ru', 'stats-title', { days: 21 }, 'За 21 день'],
  ['ru', 'dash-of-votes', { votes: 2 }, 'из 2 голосов'],
  ['ru', 'diagnosis-groups', { count: 21 }, 'Бот может писать в 21 группе Telegram.'],
  ['ko', 'pins-title', { count: 3 }, '고정한 질문 3개'],
  ['ko', 'stats-title', { days: 1 }, '오늘'],
  ['zh-Hans', 'pins-title', { count: 1 }, '1 个置顶'],
  ['zh-Hans', 'stats-title', { days: 1 }, '今天'],
  ['zh-Hant', 'topic-entries', { count: 2 }, '共 2 則：'],
  ['fa', 'topic-entries', { count: 0 }, '۰ مطلب:'],
  ['fa', 'topic-entries', { count: 2 }, '۲ مطلب:'],
  ['fa', 'sources', { count: 1 }, 'منبع: '],
  ['fa', 'sources', { count: 2 }, 'منابع: '],
  ['fa', 'stats-title', { days: 1 }, 'امروز'],
  ['ar', 'pins-title', { count: 0 }, 'لا أسئلة مثبتة'],
  ['ar', 'pins-title', { count: 1 }, 'سؤال مثبت واحد'],
  ['ar', 'pins-title', { count: 2 }, 'سؤالان مثبتان'],
  ['ar', 'pins-title', { count: 3 }, '3 أسئلة مثبتة'],
  ['ar', 'pins-title', { count: 11 }, '11 سؤالا مثبتا'],
  ['ar', 'pins-title', { count: 100 }, '100 سؤال مثبت'],
  ['ar', 'topic-entries', { count: 5 }, '5 مقالات:'],
  ['ar', 'topic-entries', { count: 21 }, '21 مقالة:'],
  ['ar', 'sources', { count: 2 }, 'المصدران: '],
  ['ar', 'dash-of-votes', { votes: 101 }, 'من 101 صوت'],
  ['ru', 'entry-people', { count: 21 }, '21 человек'],
  ['ru', 'entry-people', { count: 2 }, '2 человека'],
  ['ru', 'setting-expiry-count', { count: 1 }, 'через 1 минуту'],
  ['ar', 'entries-count', { count: 2 }, 'مقالتان'],
  ['ar', 'entry-people', { count: 11 }, '11 شخصا'],
  ['ar', 'setting-expiry-count', { count: 3 }, 'بعد 3 دقائق'],
  ['it', 'entries-count', { count: 1 }, '1 voce'],
];

it.each(EXAMPLES)('%s says %s with %j', (tag, key, values, said) => expect(speak(tag)(key, values)).toBe(said));

it('each language has an example', () =>
  expect([...new Set(EXAMPLES.map(([tag]) => tag))].sort()).toEqual([...tags].sort()));
