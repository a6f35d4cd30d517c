import { analyzer } from '../src/core/text/analyze.ts';
import { questionForm } from '../src/core/text/question-form.ts';
import { readLocales } from '../src/knowledge/languages/locales.ts';
import { seeded } from './seeded.ts';

/** Minutes between two messages, so that each month has equally many. */
const MINUTES_BETWEEN = 5;
const [PEOPLE, HELPERS, THINGS] = [2000, 40, 400];
/** Shares, 0 to 1: questions among the messages, questions that are answered, and answers for which people thank. */
const [ASKED, ANSWERED, THANKED] = [0.1, 0.6, 0.5];
/** Languages of the messages, as tenths. */
const LANGUAGES = ['en', 'en', 'en', 'en', 'en', 'en', 'ru', 'ru', 'zh-Hans', 'zh-Hans'];
const THANKS: Readonly<Record<string, string>> = { en: 'thanks, that worked', ru: 'спасибо', 'zh-Hans': '谢谢' };
const SYLLABLES = ['ba', 'ker', 'lon', 'mi', 'tra', 'so', 'ven', 'du', 'pil', 'ra', 'ste', 'no'];
const FIRST_DAY = Date.UTC(2023, 0, 1);

/**
 * A made-up group chat in the format of Telegram Desktop's export. People ask about made-up things in the frames of
 * `background.json`, about some much more often than about others; helpers answer, askers give thanks, and the rest is
 * chatter. The same seed gives the same chat.
 */
export async function makeChat(count: number, seed = 1): Promise<object> {
  const { background, languages } = await readLocales('locales');
  const lines = new Map(
    [...languages.values()].map((language) => {
      const formOf = questionForm(analyzer(language), language.questionWords);
      return [language.tag, (background.get(language.tag)?.chatter ?? []).filter((line) => formOf(line) === undefined)];
    }),
  );
  const random = seeded(seed);
  const oneOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  // The n-th thing is asked about in proportion to 1/n.
  const thing = () => nameOf(Math.floor(THINGS ** random()));
  const messages: object[] = [];
  const say = (author: number, text: string, replyTo?: number): number => {
    const id = messages.length + 1;
    const time = FIRST_DAY + id * MINUTES_BETWEEN * 60_000;
    messages.push({
      id,
      type: 'message',
      date: new Date(time).toISOString().slice(0, 19),
      date_unixtime: `${time / 1000}`,
      from: `Person ${nameOf(author)}`,
      from_id: `user${author}`,
      ...(replyTo === undefined ? {} : { reply_to_message_id: replyTo }),
      text,
      text_entities: [{ type: 'plain', text }],
    });
    return id;
  };
  while (messages.length < count) {
    const language = oneOf(LANGUAGES);
    const [chatter, about] = [lines.get(language) ?? [], background.get(language)?.about ?? []];
    const asker = Math.floor(random() * PEOPLE);
    if (random() > ASKED) {
      say(asker, `${oneOf(chatter)} ${random() < 0.3 ? oneOf(chatter) : ''}`.trim());
      continue;
    }
    const subject = thing();
    const question = say(asker, `${oneOf(about).replaceAll('{}', subject)}?`);
    if (random() > ANSWERED) continue;
    const words = Array.from({ length: 12 }, () => nameOf(Math.floor(random() * THINGS))).join(' ');
    const answer = say(Math.floor(random() * HELPERS), `${subject} ${words}.`, question);
    if (random() < THANKED) say(asker, THANKS[language] ?? '', answer);
  }
  return { name: 'Made-up group', type: 'private_supergroup', id: 1, messages };
}

/** The n-th of the made-up words. */
const nameOf = (n: number): string =>
  [n % 12, Math.floor(n / 12) % 12, Math.floor(n / 144) % 12].map((digit) => SYLLABLES[digit]).join('');
