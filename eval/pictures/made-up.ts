import type { Services } from '../../src/bot/services.ts';

/** A message of the bot, as its platform shows it. */
export interface Picture {
  readonly name: string;
  readonly html: string;
}

export const NOBODY_KNOWS: { readonly en: string; readonly [language: string]: string } = {
  en: 'How tall is the Eiffel tower?',
  'zh-Hans': '埃菲尔铁塔有多高？',
  fa: 'برج ایفل چقدر بلند است؟',
};
/** For a mere name, the bot only offers entries. */
export const NAME = 'OpenAI';
/** An entry that a community has taught, and whose review is long overdue. */
export const TAUGHT: {
  readonly en: readonly [question: string, answer: string];
  readonly [language: string]: readonly [question: string, answer: string];
} = {
  en: ['Who looks after the help channel?', 'Mei does on weekdays, and Omar at weekends.'],
  'zh-Hans': ['求助频道由谁负责？', '平日由小梅负责，周末由奥马尔负责。'],
  fa: ['چه کسی مسئول کانال راهنمایی است؟', 'در روزهای هفته می، و آخر هفته‌ها عمر.'],
};
const LONG_AGO = '2024-01-31';

/** Services in which taught entries were to be reviewed long ago, as an included pack may have no overdue entry. */
export const overdue = (services: Services): Services => ({
  ...services,
  editor: {
    ...services.editor,
    writeFrontMatter: (parts) => services.editor.writeFrontMatter({ ...parts, reviewBy: LONG_AGO }),
  },
});

export const SILENT = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
