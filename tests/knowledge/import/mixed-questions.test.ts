import { describe, expect, it } from 'vitest';
import { splitEntryText } from '../../../src/knowledge/export/entry-text.ts';
import { importText } from '../../helpers/import-text.ts';

/** How people write down questions with their answers. */
const SHAPES: Readonly<Record<string, (question: string, answer: string, number: number) => string>> = {
  headings: (question, answer) => `### ${question}\n\n${answer}\n\n`,
  'numbered headings': (question, answer, number) => `### ${number}. ${question}\n\n${answer}\n\n`,
  'marks in bold': (question, answer) => `**Q: ${question}**\nA: ${answer}\n\n`,
  'plain marks': (question, answer) => `Q: ${question}\nA: ${answer}\n\n`,
  'bold lines': (question, answer) => `**${question}**\n\n${answer}\n\n`,
  'numbers in bold': (question, answer, number) => `**${number}. ${question}**\n${answer}\n\n`,
  'bold items': (question, answer) => `- **${question}**\n\n    ${answer}\n\n`,
  'numbered bold items': (question, answer, number) => `${number}. **${question}**\n   ${answer}\n\n`,
  'numbered lines': (question, answer, number) => `${number}、${question}\n${answer}\n\n`,
  items: (question, answer) => `- ${question}\n  ${answer}\n`,
  'parts that fold out': (question, answer) =>
    `<details>\n<summary>${question}</summary>\n\n${answer}\n\n</details>\n\n`,
  'parts that fold out, in bold': (question, answer) =>
    `<details>\n<summary><b>${question}</b></summary>\n\n${answer}\n\n</details>\n\n`,
  'parts that fold out, with signs': (question, answer) =>
    `<details>\n<summary><b>❓ ${question} :thinking:</b><br></summary>\n\n${answer}\n\n</details>\n\n`,
  'HTML headings': (question, answer) => `<h3 align="center">${question}</h3>\n\n${answer}\n\n`,
  'a table': (question, answer, number) =>
    `${number % 2 === 1 ? '| Question | Answer |\n|---|---|\n' : ''}| ${question} | ${answer} |\n${number % 2 === 1 ? '' : '\n'}`,
};

const QUESTIONS: readonly (readonly [question: string, answer: string])[] = [
  ['How do I join the club?', 'Fill in the form.'],
  ['How do I leave?', 'Tell us.'],
  ['When are the meetings?', 'On Mondays.'],
  ['Where is the boathouse?', 'At the lake.'],
];

const NAMES = Object.keys(SHAPES);
const PAIRS = NAMES.flatMap((first) =>
  NAMES.filter((second) => second !== first).map((second) => [first, second] as const),
);

describe('a list of questions in two forms', () => {
  it.each(PAIRS)('%s, then %s: each is an entry, or is named', async (first, second) => {
    const text = `# FAQ\n\n${QUESTIONS.map(([question, answer], at) => SHAPES[at < 2 ? first : second]?.(question, answer, at + 1) ?? '').join('')}`;
    const { entries, errors, warnings } = await importText('FAQ.md', text);
    const titles = entries.map((entry) => splitEntryText(entry.text).title);
    const lines = text.split('\n');
    const isNamed = (question: string): boolean =>
      [...errors, ...warnings].some(
        (told) =>
          told.includes(question) &&
          told.startsWith(`FAQ.md:${lines.findIndex((line) => line.includes(question)) + 1}:`),
      );
    expect(
      QUESTIONS.map(([question]) => question).filter((question) => !titles.includes(question) && !isNamed(question)),
    ).toEqual([]);
    if (!first.endsWith('headings') || second.endsWith('headings'))
      expect(titles.toSorted()).toEqual(QUESTIONS.map(([question]) => question).toSorted());
  });
});

describe('a question that stays in an answer', () => {
  it('is named with its line, so that it can be made a heading', async () => {
    const { entries, warnings } = await importText(
      'FAQ.md',
      '## How do I join?\n\nFill in the form.\n\n## How do I leave?\n\nTell us.\n\n**1. Can I bring a dog?**\nYes.\n',
    );
    expect(entries).toHaveLength(2);
    expect(warnings).toEqual([
      'FAQ.md:9: "1. Can I bring a dog?" became a part of the answer to "How do I leave?" (make it a heading if it is a question of its own)',
    ]);
  });

  it('is named where it stands in a list item or folds out, too', async () => {
    const text =
      '- **How do I join?**\n\n    Fill in the form.\n\n    **Is it long?**\n\n    No.\n- **How do I leave?**\n\n    Tell us.\n\n<details><summary>Where are you?</summary>\n\n**By car?**\n\nAt the lake.\n</details>\n';
    const { entries, warnings } = await importText('FAQ.md', text);
    expect([entries.map(({ title }) => title), warnings]).toEqual([
      ['How do I join?', 'How do I leave?', 'Where are you?'],
      ['Is it long?', 'By car?'].map((question) => expect.stringContaining(`"${question}" became a part of`)),
    ]);
  });
});

describe('where a block ends is where Markdown ends it', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'an item goes on without indentation',
      '- How do I join?\nFill in the form.\n- How do I leave?\nTell us.\n',
      ['How do I join?', 'How do I leave?'],
    ],
    [
      'bold lines are right below code',
      '**How do I join?**\nRun it:\n\n```\njoin\n```\n**Where do I leave?**\nHere.\n\n**Fees**\nNone.\n',
      ['How do I join?', 'Where do I leave?', 'Fees'],
    ],
    [
      'a heading is right below a question',
      '# FAQ\n\nQ: Why?\n## How do I join?\nA: Fill in the form.\n\nQ: How do I leave?\nA: Tell us.\n',
      ['How do I join?', 'How do I leave?'],
    ],
    [
      'the title of one entry is underlined',
      '---\naliases: [join-us]\n---\nJoining\n=======\n\nFill in the form.\n',
      ['Joining'],
    ],
  ])('%s', async (_, text, titles) => {
    const { entries } = await importText('FAQ.md', text);
    expect(entries.map(({ title }) => title)).toEqual(titles);
    expect(entries.map((entry) => splitEntryText(entry.text).answer).join()).not.toContain('===');
  });
});

describe('steps of an answer', () => {
  it.each<[string, string]>([
    ['the last of which asks', 'Do this:\n\n1. Open the box.\n2. Press reset.\n3. Still broken?\nTell us.'],
    ['the last of which asks, without a colon', 'Take these steps.\n\n1. Open the box.\n2. Still broken?\n   Tell us.'],
    ['that all ask', 'Check:\n\n1. Is it plugged in?\n   Plug it in.\n2. Is it on?\n   Turn it on.'],
    ['that are no numbers', 'Check:\n\n- Is it plugged in?\n  Plug it in.\n- Is it on?\n  Turn it on.'],
    ['in Chinese', '请这样做：\n1、打开设置。\n2、还是不行？\n联系我们。'],
  ])('stay in it: %s', async (_, steps) => {
    const { entries } = await importText(
      'FAQ.md',
      `**How do I mend it?**\n\n${steps}\n\n**Where are you?**\n\nAt the lake.\n`,
    );
    expect(entries.map(({ title, text }) => [title, splitEntryText(text).answer])).toEqual([
      ['How do I mend it?', steps],
      ['Where are you?', 'At the lake.'],
    ]);
  });

  it('end where other text does: questions below it are questions', async () => {
    const { entries } = await importText(
      'FAQ.md',
      '**How do I mend it?**\n\nDo this:\n\n- Open the box.\n\nThat is all.\n\n1. Where are you?\nAt the lake.\n\n2. Who are you?\nA club.\n',
    );
    expect(entries.map(({ title }) => title)).toEqual(['How do I mend it?', 'Where are you?', 'Who are you?']);
  });
});

describe("a question's number", () => {
  it.each([
    '1. Can I bring a dog?',
    '12) Can I bring a dog?',
    '3、Can I bring a dog?',
    '۴. Can I bring a dog?',
    '二、Can I bring a dog?',
  ])('is no part of it: %s', async (title) => {
    const { entries } = await importText('FAQ.md', `## ${title}\n\nYes.\n`);
    expect(entries.map((entry) => entry.title)).toEqual(['Can I bring a dog?']);
  });

  it.each(['2.0 or 1.0?', '3 dogs?', '1. FC Köln'])('may be one that names something: %s', async (title) => {
    const { entries } = await importText('FAQ.md', `## ${title}\n\nYes.\n`);
    expect(entries.map((entry) => entry.title)).toEqual([title]);
  });
});

describe('headings', () => {
  const titlesOf = async (text: string): Promise<string[]> =>
    (await importText('FAQ.md', text)).entries.map(({ title }) => title);

  it('are underlined or marked, also right below a tag or another line', async () => {
    expect(
      await titlesOf(
        '<a id="x"></a>\n## Can I join?\nYes.\n## Where? ##\nHere.\n\nWhen?\n-----\nNow.\n\nWho\n---\nWe.\n',
      ),
    ).toEqual(['Can I join?', 'Where?', 'When?', 'Who']);
  });

  it.each(['- ```sh\n  # join\n  ```', '> ~~~\n> # join\n> ~~~', '2. ```\n   # join\n   ```'])(
    'are none in the code of an item or a quote, and are read below it: %j',
    async (code) =>
      expect(await titlesOf(`## Can I join?\n\n${code}\n\n## Where?\n\nHere.\n`)).toEqual(['Can I join?', 'Where?']),
  );

  it('are none in code, in a list, below a tag, or over several lines', async () => {
    const inside = '```\n## Code?\n```\n\n- Item\n\n  ## Inner?\n\n</div>\n---\n\nTwo lines\nof text\n---\n';
    expect(await titlesOf(`## Can I join?\n\n${inside}\n## Where?\n\nHere.\n`)).toEqual(['Can I join?', 'Where?']);
  });
});

describe('rows of a table', () => {
  it('are questions where its columns are named so, or where most of them ask', async () => {
    const tables =
      '# Fair\n\n| FAQ | Reply |\n|:--|--:|\n| Parking | Behind the hall \\| free |\n\n## More\n\n| | |\n|---|---|\n| Are dogs allowed? | No. |\n| Is there an ATM? | No, but `a|b`. |\n';
    const { entries } = await importText('FAQ.md', tables);
    expect(entries.map(({ title, text }) => [title, splitEntryText(text).answer])).toEqual([
      ['Parking', 'Behind the hall | free'],
      ['Are dogs allowed?', 'No.'],
      ['Is there an ATM?', 'No, but `a|b`.'],
    ]);
  });

  it('may follow those of another table at once', async () => {
    const { entries } = await importText(
      'FAQ.md',
      '| Question | Answer |\n|---|---|\n| Are dogs allowed? | No. |\n| Question | Answer |\n|---|---|\n| Is there an ATM? | Yes. |\n',
    );
    expect(entries.map(({ title }) => title)).toEqual(['Are dogs allowed?', 'Is there an ATM?']);
  });

  it('without an answer are named', async () => {
    const { errors } = await importText(
      'FAQ.md',
      '| Question | Answer |\n|---|---|\n| Are dogs allowed? | |\n| Is there an ATM? | No. |\n',
    );
    expect(errors).toEqual([
      'FAQ.md:3: no answer below the question "Are dogs allowed?" (write one, or take the heading out)',
    ]);
  });

  it('are a part of the answer in any other table', async () => {
    const { entries } = await importText(
      'FAQ.md',
      '## What does it cost?\n\n| | Early | Late |\n|---|---|---|\n| Adult | 80 | 100 |\n',
    );
    expect(entries.map(({ title }) => title)).toEqual(['What does it cost?']);
  });
});

describe('signs that chats put before a question', () => {
  it('are no part of it', async () => {
    const { entries } = await importText(
      'FAQ.md',
      '❓ How do I get a role?\n✅ React with 👍.\n\n1️⃣ Where do I report?\nIn #bugs.\n\n② Can I advertise?\nNo.\n',
    );
    expect(entries.map(({ title, text }) => [title, splitEntryText(text).answer])).toEqual([
      ['How do I get a role?', '✅ React with 👍.'],
      ['Where do I report?', 'In #bugs.'],
      ['Can I advertise?', 'No.'],
    ]);
  });

  it('may underline it', async () => {
    const { entries } = await importText(
      'FAQ.md',
      '__**How do I join?**__\nUse `/join`.\n\n**__How do I leave?__**\n> Tell us.\n',
    );
    expect(entries.map(({ title, text }) => [title, splitEntryText(text).answer])).toEqual([
      ['How do I join?', 'Use `/join`.'],
      ['How do I leave?', 'Tell us.'],
    ]);
  });

  it('may change with the language', async () => {
    const { entries } = await importText(
      'FAQ.md',
      'Q: How do I join?\nA: Fill in the form.\n\nВ: Где вы?\nО: На Ленина, 5.\n\n问：怎么加入？\n答：填表。\n',
    );
    expect(entries.map(({ title, text }) => [title, splitEntryText(text).answer])).toEqual([
      ['How do I join?', 'Fill in the form.'],
      ['Где вы?', 'На Ленина, 5.'],
      ['怎么加入？', '填表。'],
    ]);
  });
});

it("a page of Confluence has questions in its parts that fold out, and what is around them is none of the page's", async () => {
  const part = (question: string, answer: string) =>
    `<div class="expand-container conf-macro"><div class="expand-control"><span class="expand-control-icon">&nbsp;</span><span class="expand-control-text">${question}</span></div><div class="expand-content"><p>${answer}</p></div></div>`;
  const html = `<html><body><div id="main-header"><div id="breadcrumb-section"><a href="index.html">HR</a></div><h1 id="title-heading">HR : FAQ</h1></div><div id="content"><div class="page-metadata">Created by Ann</div>${part('How many days off do I have?', '30 days.')}${part('Who signs?', 'The HR team.')}</div><div id="footer"><p>Document generated by Confluence</p></div></body></html>`;
  const { entries, warnings } = await importText('faq.html', html);
  expect([entries.map(({ title, text }) => [title, splitEntryText(text).answer]), warnings]).toEqual([
    [
      ['How many days off do I have?', '30 days.'],
      ['Who signs?', 'The HR team.'],
    ],
    [],
  ]);
});
