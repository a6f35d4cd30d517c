import type { Api } from 'grammy';
import type { Say } from '../../bot/answers/messages.ts';
import type { Services } from '../../bot/services.ts';
import { renderLabel } from './outbound/render.ts';
import { type LanguageCode, languageCodes } from './register.ts';

/** UTF-16 units, at least as strict as the characters that Telegram takes. */
const MOST = { long: 512, short: 120 };

/** What people read of the bot before they talk to it. */
export interface Description {
  /** Two letters; none for everybody whose language has none. */
  readonly language: LanguageCode | undefined;
  /** Stands in an empty chat with the bot. */
  readonly long: string;
  /** Stands on its profile, and where it is recommended. */
  readonly short: string;
}

/** For each language by its two letters and for all others; none where there is nothing to tell. */
export function descriptions(
  services: Pick<Services, 'languages' | 'speak' | 'subjects' | 'defaultLanguage'>,
): Description[] {
  return [...languageCodes(services)].flatMap(([language, tag]) => {
    const say = services.speak(tag);
    const subjects = services.subjects(tag);
    if (subjects.length === 0) return [];
    return [
      {
        language,
        long: fitting(say, 'about', subjects, MOST.long),
        short: fitting(say, 'about-short', subjects, MOST.short),
      },
    ];
  });
}

/** With as many subjects as there is room for. */
function fitting(say: Say, key: string, subjects: readonly string[], most: number): string {
  const whole = (count: number) =>
    say(key, {
      subjects: [...subjects.slice(0, count), ...(count < subjects.length ? ['…'] : [])].join(say('list-semicolon')),
    });
  const counts = subjects.map((_, at) => subjects.length - at);
  return renderLabel(
    counts.map(whole).find(({ length }) => length <= most) ?? whole(1),
    { isRightToLeft: false },
    most,
  );
}

type DescriptionApi = Pick<
  Api,
  'getMyDescription' | 'setMyDescription' | 'getMyShortDescription' | 'setMyShortDescription'
>;

/** Tells Telegram what has changed. @returns how many texts had. */
export async function describeBot(api: DescriptionApi, wanted: readonly Description[]): Promise<number> {
  let changed = 0;
  for (const { language, long, short } of wanted) {
    const where = language === undefined ? {} : { language_code: language };
    if ((await api.getMyDescription(where)).description !== long) {
      await api.setMyDescription(long, where);
      changed++;
    }
    if ((await api.getMyShortDescription(where)).short_description !== short) {
      await api.setMyShortDescription(short, where);
      changed++;
    }
  }
  return changed;
}
