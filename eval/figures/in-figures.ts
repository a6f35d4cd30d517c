import { line } from '../table.ts';
import { type Count, countsOf, type FiguresFile, meanOf, type Noted, noted } from './noted.ts';

/** The README's table of what an owner may expect, in whole numbers. */
export function inFigures(figures: FiguresFile, language: 'en' | 'zh-Hans'): string {
  const { direct, precision } = meanOf(figures);
  const rows = WORDS[language]({
    faqs: noted(figures, 'faqs'),
    bare: noted(figures, 'drafted-made', '0'),
    drafted: noted(figures, 'drafted-made', '5'),
    small: countsOf(noted(figures, 'small')),
    rich: { direct: whole(direct), precision: whole(precision) },
  });
  const [head = [], ...rest] = rows;
  return [head, head.map(() => '---'), ...rest].map(line).join('');
}

interface Expected {
  readonly faqs: Noted;
  /** FAQs to which nothing was fitted, as they are and with five drafted phrasings per entry. */
  readonly bare: Noted;
  readonly drafted: Noted;
  readonly small: Readonly<Record<Count, number>>;
  readonly rich: { readonly direct: number; readonly precision: number };
}

const whole = (share: number | null | undefined): number => Math.round(share ?? 0);

const WORDS: Readonly<Record<'en' | 'zh-Hans', (expected: Expected) => string[][]>> = {
  en: ({ faqs: { shares }, bare, drafted, small, rich }) => [
    ['your knowledge', 'what to expect'],
    [
      'a FAQ as it is, 24 to 95 entries with few or no phrasings',
      `Of 100 questions, ${whole(shares.direct)} get the right answer at once, and ${whole(shares.helped)} get it at ` +
        `once or among three choices. Of 100 answers given at once, ${whole(shares.precision)} are right. ` +
        `Of 100 lines of chatter, ${whole(shares.chatterAnswered) || 'none'} get an answer; of 100 questions about ` +
        `something similar that the FAQ lacks, ${whole(shares.nearAnswered)} do`,
    ],
    [
      'a FAQ with five phrasings for each entry, written before anybody asked',
      `Of 100 questions to six FAQs that nothing was fitted to, ${whole(drafted.shares.direct)} get the right answer at ` +
        `once (${whole(bare.shares.direct)} without the phrasings), and ${whole(drafted.shares.helped)} get it at once ` +
        `or among three choices. Of 100 answers given at once, ${whole(drafted.shares.precision)} are right; of 100 ` +
        `questions about something similar that the FAQ lacks, ${whole(drafted.shares.nearAnswered)} get an answer`,
    ],
    [
      'a first pack of ten entries',
      `Of ${small.questions} questions in other words, ${small.right} got the right answer at once and ` +
        `${small.helped - small.right} found it among the choices; ${small.wrong || 'none'} got a wrong one. Of ${small.near} ` +
        'questions about something similar that the pack lacks (a cat, if the entry is about dogs), ' +
        `${small.nearAnswered} got an answer`,
    ],
    [
      'many phrasings, as in the included pack',
      `Of 100 questions, ${rich.direct} get the right answer at once. Of 100 answers given at once, ` +
        `${rich.precision} are right`,
    ],
  ],
  'zh-Hans': ({ faqs: { shares }, bare, drafted, small, rich }) => [
    ['你的知识', '可以期待什么'],
    [
      '现成的常见问题，24 到 95 条，几乎没有其他问法',
      `每 100 个问题中，${whole(shares.direct)} 个直接得到正确回答，${whole(shares.helped)} 个能直接得到或在三个选项中找到。` +
        `每 100 个直接回答中，${whole(shares.precision)} 个正确。每 100 句闲聊中，${whole(shares.chatterAnswered)} 句会得到回答；` +
        `每 100 个内容相近但这里没有的问题中，${whole(shares.nearAnswered)} 个会得到回答`,
    ],
    [
      '每条常见问题在上线前补写了五种问法',
      `六份从未用于调校的常见问题，每 100 个问题中，${whole(drafted.shares.direct)} 个直接得到正确回答` +
        `（不补写时 ${whole(bare.shares.direct)} 个），${whole(drafted.shares.helped)} 个能直接得到或在三个选项中找到。` +
        `每 100 个直接回答中，${whole(drafted.shares.precision)} 个正确。每 100 个内容相近但这里没有的问题中，` +
        `${whole(drafted.shares.nearAnswered)} 个会得到回答`,
    ],
    [
      '刚开始的知识包，十条左右',
      `换一种说法问的 ${small.questions} 个问题中，${small.right} 个直接得到正确回答，${small.helped - small.right} 个能在选项中找到，` +
        `${small.wrong === 0 ? '没有一个' : `${small.wrong} 个`}答错。${small.near} 个内容相近但这里没有的问题（条目说的是狗，问的是猫）中，` +
        `${small.nearAnswered} 个得到了回答`,
    ],
    [
      '问法很多，例如自带的知识包',
      `每 100 个问题中，${rich.direct} 个直接得到正确回答。每 100 个直接回答中，${rich.precision} 个正确`,
    ],
  ],
};
