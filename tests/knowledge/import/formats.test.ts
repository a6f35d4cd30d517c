import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { splitEntryText } from '../../../src/knowledge/export/entry-text.ts';
import { wordsOf } from '../../../src/knowledge/format/problem.ts';
import { countQuestions } from '../../../src/knowledge/import/count-questions.ts';
import { readImport } from '../../../src/knowledge/import/read-import.ts';
import { importText } from '../../helpers/import-text.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

/** Question, other names and answer of each entry, as far as there are any. */
async function read(name: string, text: string | Uint8Array) {
  const { entries, errors } = await importText(name, text);
  expect(errors).toEqual([]);
  return entries.map((entry) => {
    const { title, phrasings, answer } = splitEntryText(entry.text);
    return [title, ...(phrasings.length > 0 ? [phrasings] : []), answer];
  });
}

const CLUB = [
  ['How do I join the club?', 'Fill in the form.'],
  ['How do I leave?', 'Tell us.'],
];

describe('questions in Markdown that are no headings', () => {
  it.each([
    ['Q: How do I join the club?\nA: Fill in the form.\n\nQ: How do I leave?\nA: Tell us.\n'],
    ['**Q:** How do I join the club?\n\n**A:** Fill in the form.\n\n**Q:** How do I leave?\n\n**A:** Tell us.\n'],
    ['**Q: How do I join the club?**\nA: Fill in the form.\n\n**Q: How do I leave?**\nA: Tell us.\n'],
    ['# FAQ\n\nQ1. How do I join\nthe club?\nA1. Fill in the form.\n\nQ2. How do I leave?\nA2. Tell us.\n'],
    ['问：How do I join the club?\n答：Fill in the form.\n问：How do I leave?\n答：Tell us.\n'],
    ['Frage: How do I join the club?\nAntwort: Fill in the form.\n\nFrage: How do I leave?\nAntwort: Tell us.\n'],
    ['Q : How do I join the club?\nR : Fill in the form.\n\nQ : How do I leave?\nR : Tell us.\n'],
    [
      'Pergunta: How do I join the club?\nResposta: Fill in the form.\n\nPergunta: How do I leave?\nResposta: Tell us.\n',
    ],
    ['Вопрос: How do I join the club?\nОтвет: Fill in the form.\n\nВопрос: How do I leave?\nОтвет: Tell us.\n'],
    ['질문: How do I join the club?\n답변: Fill in the form.\n질문: How do I leave?\n답변: Tell us.\n'],
    [
      'Pregunta: How do I join the club?\nRespuesta: Fill in the form.\nPregunta: How do I leave?\nRespuesta: Tell us.\n',
    ],
    ['D: How do I join the club?\nR: Fill in the form.\nD: How do I leave?\nR: Tell us.\n'],
    ['سؤال: How do I join the club?\nجواب: Fill in the form.\nسؤال: How do I leave?\nجواب: Tell us.\n'],
    ['**How do I join the club?**\n\nFill in the form.\n\n**How do I leave?**\n\nTell us.\n'],
    ['## Members\n\n- **How do I join the club?** Fill in the form.\n- **How do I leave?** Tell us.\n'],
    ['## Members\n\n- How do I join the club?\n\n  Fill in the form.\n- How do I leave?\n  Tell us.\n'],
    [
      '<details>\n<summary>How do I join the club?</summary>\n\nFill in the form.\n\n</details>\n<details><summary><b>How do I leave?</b></summary>Tell us.</details>\n',
    ],
    ['How do I join the club?\nFill in the form.\n\nHow do I leave?\nTell us.\n'],
  ])('%#', async (markdown) => {
    expect(await read('FAQ.md', markdown)).toEqual(CLUB);
  });

  it('are part of an answer below a heading that asks', async () => {
    const [entry, ...others] = await read('FAQ.md', '# How do I join?\n\n**By post?**\n\nNo.\n\n**Online?**\n\nYes.\n');
    expect([entry?.[0], others]).toEqual(['How do I join?', []]);
  });

  it('need an answer with a mark of the same kind', async () => {
    expect((await importText('FAQ.md', 'Q: How do I join?\n\nSomehow.\n')).entries).toEqual([]);
  });
});

describe('a folder of Markdown', () => {
  const folder = () =>
    temporaryFolder({
      'tags/getting-started.md':
        '---\ntitle: How to begin\naliases: [start-here, /old/address]\ntags: [basics]\n---\nRead the **guide**.\n\n## More\nAsk.\n',
      'tags/club_rules.md': 'Be kind to everybody.\n',
      'tags/LICENSE.md': '# Terms\nAll rights.\n',
      'tags/.hidden.md': '# Secret?\nYes.\n',
      'tags/picture.png': '',
    });

  it('holds an entry a file, with its other names', async () => {
    const { packs, problems } = await readImport([join(folder(), 'tags')], {
      language: 'en',
      source: { url: 'https://club.example/wiki' },
    });
    expect(problems).toMatchObject([{ code: 'passed-over-files', level: 'warning' }]);
    expect(packs[0]?.entries.map(({ text }) => splitEntryText(text))).toMatchObject([
      { title: 'club rules', phrasings: [], answer: 'Be kind to everybody.' },
      {
        title: 'How to begin',
        phrasings: ['getting started', 'start here'],
        answer: 'Read the **guide**.\n\n### More\n\nAsk.',
      },
    ]);
    expect(packs[0]?.entries.map(({ sources }) => Object.values(sources))).toEqual([
      [{ title: 'tags', url: 'https://club.example/wiki' }],
      [{ title: 'tags', url: 'https://club.example/wiki' }],
    ]);
  });

  it('makes links whole by the place of each file', async () => {
    const dir = temporaryFolder({ 'docs/a/b.md': '# Why?\nSee [c](../c.md).\n' });
    const { packs } = await readImport([join(dir, 'docs')], {
      language: 'en',
      source: { url: 'https://club.example/wiki' },
    });
    expect(packs[0]?.entries[0]?.text).toContain('[c](https://club.example/wiki/c.md)');
  });

  it('names once what is not about its subject, and reads it if it is named itself', async () => {
    const page = '# Changelog\n\n## 1.0\n\nNew.\n';
    const numbered = Object.fromEntries(Array.from({ length: 6 }, (_, at) => [`docs/p${at}/CHANGELOG.md`, page]));
    const dir = temporaryFolder({
      ...numbered,
      'docs/SUMMARY.md': '* [Why?](why.md)\n',
      'docs/a/_sidebar.md': '* [Why?](why.md)\n',
      'docs/package.json': '{}',
      'docs/LICENSE.png': '',
      'docs/node_modules/x.md': '# Which?\nNone.\n',
      'docs/why.md': '# Why?\nSo.\n',
    });
    const { packs, problems } = await readImport([join(dir, 'docs')], { language: 'en' });
    expect(packs[0]?.entries.map(({ title }) => title)).toEqual(['Why?']);
    expect(problems.map((problem) => wordsOf(problem).message).toSorted()).toEqual([
      'menus are passed over: SUMMARY.md, a/_sidebar.md',
      'pages about the project itself are passed over: p0/CHANGELOG.md, p1/CHANGELOG.md, p2/CHANGELOG.md, p3/CHANGELOG.md, p4/CHANGELOG.md, 1 more',
      'settings of programs are passed over: package.json',
    ]);
    const named = await readImport([join(dir, 'docs/p0/CHANGELOG.md')], { language: 'en' });
    expect(named.packs[0]?.entries.map(({ title }) => title)).toEqual(['Changelog: 1.0']);
  });

  it('that lies too deep is passed over, and told', async () => {
    const dir = temporaryFolder({ 'docs/why.md': '# Why?\nSo.\n', [`docs/${'a/'.repeat(12)}how.md`]: '# How?\nSo.\n' });
    const { packs, problems } = await readImport([join(dir, 'docs')], { language: 'en' });
    expect(packs[0]?.entries.map(({ title }) => title)).toEqual(['Why?']);
    expect(problems.map((problem) => wordsOf(problem).message)).toEqual([
      'the folder lies too deep and is passed over',
    ]);
  });

  it('shows nothing from elsewhere', async () => {
    const dir = temporaryFolder({ 'docs/why.md': '# Why?\nSo.\n', 'secret.md': '# Secret?\nYes.\n' });
    symlinkSync(join(dir, 'secret.md'), join(dir, 'docs/link.md'));
    mkdirSync(join(dir, 'other'));
    writeFileSync(join(dir, 'other/x.md'), '# Other?\nYes.\n');
    symlinkSync(join(dir, 'other'), join(dir, 'docs/folder'));
    const { packs, skipped } = await readImport([join(dir, 'docs')], { language: 'en' });
    expect(packs[0]?.entries.map(({ title }) => title)).toEqual(['Why?']);
    expect(skipped).toHaveLength(2);
  });

  it('with a file that cannot be read gives the others', async () => {
    const dir = temporaryFolder({ 'docs/bad.json': '{', 'docs/why.md': '# Why?\nSo.\n' });
    const { packs, skipped } = await readImport([join(dir, 'docs')], { language: 'en' });
    expect(packs[0]?.entries).toHaveLength(1);
    expect(skipped).toMatchObject([{ code: 'not-json' }]);
    expect((await readImport([join(dir, 'docs')], { language: 'en', strict: true })).packs).toEqual([]);
  });
});

describe('several sources', () => {
  it('are one import, in which the same words are told apart', async () => {
    const dir = temporaryFolder({
      'a.md': '# Post\n\n## Costs\nNothing.\n\n## Same?\nYes.\n',
      'b.md': '# Train\n\n## Costs\nA lot.\n\n## Same?\nYes.\n',
    });
    const { packs, problems } = await readImport([join(dir, 'a.md'), join(dir, 'b.md')], { language: 'en' });
    expect(packs.map(({ entries }) => entries.map(({ title }) => title))).toEqual([
      ['Post: Costs', 'Same?', 'Train: Costs'],
    ]);
    expect(problems.map((problem) => wordsOf(problem).message)).toEqual([
      expect.stringContaining('"Same?" is left out, because it says the same as on line'),
    ]);
  });
});

describe('a table', () => {
  it.each([
    ['Вопрос;Ответ\nHow do I join the club?;Fill in the form.\nHow do I leave?;Tell us.\n'],
    ['问题,答案\nHow do I join the club?,Fill in the form.\nHow do I leave?,Tell us.\n'],
    ['Title\tBody\nHow do I join the club?\tFill in the form.\nHow do I leave?\tTell us.\n'],
    ['\uFEFFالسؤال,الجواب\nHow do I join the club?,Fill in the form.\nHow do I leave?,Tell us.\n'],
    ['질문,답변\nHow do I join the club?,Fill in the form.\nHow do I leave?,Tell us.\n'],
    ['Nr,Domanda,Risposta\n1,How do I join the club?,Fill in the form.\n2,How do I leave?,Tell us.\n'],
    ['پرسش,پاسخ\nHow do I join the club?,Fill in the form.\nHow do I leave?,Tell us.\n'],
    ['Frage;Antwort\nHow do I join the club?;Fill in the form.\nHow do I leave?;Tell us.\n'],
    ['Question,Réponse\nHow do I join the club?,Fill in the form.\nHow do I leave?,Tell us.\n'],
    ['Pergunta,Resposta\nHow do I join the club?,Fill in the form.\nHow do I leave?,Tell us.\n'],
    ['Pregunta,Respuesta\nHow do I join the club?,Fill in the form.\nHow do I leave?,Tell us.\n'],
    ['問題,回答\nHow do I join the club?,Fill in the form.\nHow do I leave?,Tell us.\n'],
  ])('may name its columns in many languages: %#', async (csv) => {
    expect(await read('faq.csv', csv)).toEqual(CLUB);
  });

  it('holds other names, and parts of one thing in several columns', async () => {
    const { entries } = await importText(
      'faq.csv',
      'Question,Answer,Keywords,Category,Tags\nHow?,So.,"join-us, sign up",Members,"a,b"\n',
    );
    expect(splitEntryText(entries[0]?.text ?? '')).toMatchObject({
      phrasings: ['join us', 'sign up'],
      frontMatter: expect.stringContaining('tags: [Members, a, b]'),
    });
  });
});

describe('questions of several forms', () => {
  const PARKING = ['Is there parking?', 'Behind the house.'];

  it.each([
    [
      'faq.md',
      '## Is there parking?\n\nBehind the house.\n\nQ: How do I join the club?\nA: Fill in the form.\n\nQ: How do I leave?\nA: Tell us.\n',
    ],
    [
      'faq.md',
      '## Is there parking?\n\nBehind the house.\n\n<details><summary>How do I join the club?</summary>Fill in the form.</details>\n<details><summary>How do I leave?</summary>Tell us.</details>\n',
    ],
    [
      'faq.md',
      'Q: Is there parking?\nA: Behind the house.\n\n<details><summary>How do I join the club?</summary>Fill in the form.</details>\n<details><summary>How do I leave?</summary>Tell us.</details>\n',
    ],
    [
      'faq.md',
      '## Is there parking?\n\nBehind the house.\n\n## Members\n\n<details>\n<summary>How do I join the club?</summary>\n\n#### Form\n\nFill in the form.\n\n</details>\n<details><summary>How do I leave?</summary>Tell us.</details>\n',
    ],
    [
      'faq.md',
      '## Is there parking?\n\nBehind the house.\n\n<details><summary>How do I join the club?</summary>\n\nFill in the form.\n</details>\n\n## How do I leave?\n\nTell us.\n',
    ],
    [
      'faq.md',
      '## Is there parking?\n\nBehind the house.\n\n##### How do I join the club?\nFill in the form.\n\n## How do I leave?\n\nTell us.\n',
    ],
    [
      'faq.html',
      '<h3>Is there parking?</h3><p>Behind the house.</p><dl><dt>How do I join the club?</dt><dd>Fill in the form.</dd></dl><details><summary>How do I leave?</summary>Tell us.</details>',
    ],
  ])('in %s stand beside one another %#', async (name, text) => {
    const found = await read(name, text);
    expect(
      found.map((parts) => parts.map((part) => (typeof part === 'string' ? part.replace(/### Form\s+/, '') : part))),
    ).toEqual([PARKING, ...CLUB]);
  });

  it.each([
    [
      'faq.html',
      '<h3>Which plans are there?</h3><p>Two.</p><dl><dt>Basic</dt><dd>Free.</dd><dt>Full</dt><dd>Paid.</dd></dl><h3>Why?</h3>',
      'Two.\n\n**Basic**\n\nFree.\n\n**Full**\n\nPaid.',
    ],
    [
      'faq.md',
      '# Why?\n\nSo.\n\n<details><summary>And why not?</summary>Thus.</details>',
      'So.\n\n**And why not?**\n\nThus.',
    ],
  ])('do not come out of one answer in %s', async (name, text, answer) => {
    const { entries } = await importText(name, text);
    expect(entries.map((entry) => splitEntryText(entry.text).answer)).toEqual([answer]);
  });
});

describe('a list', () => {
  it.each([
    [
      'faq.json',
      JSON.stringify([
        { question: 'How do I join the club?', answer: 'Fill in the form.' },
        { q: 'How do I leave?', a: 'Tell us.' },
      ]),
    ],
    [
      'faq.json',
      JSON.stringify({
        faqs: [
          { title: 'How do I join the club?', content: 'Fill in the form.' },
          { name: 'How do I leave?', text: 'Tell us.' },
        ],
      }),
    ],
    [
      'faq.yaml',
      '- question: How do I join the club?\n  answer: Fill in the form.\n- question: How do I leave?\n  answer: >\n    Tell\n    us.\n',
    ],
    [
      'faq.yml',
      'Members:\n  - q: How do I join the club?\n    a: Fill in the form.\nOthers:\n  - q: How do I leave?\n    a: Tell us.\n',
    ],
    ['faq.json', JSON.stringify({ 'How do I join the club?': 'Fill in the form.', 'How do I leave?': 'Tell us.' })],
    [
      'faq.json',
      JSON.stringify({
        'How do I join the club?': { answer: 'Fill in the form.' },
        'How do I leave?': { answer: 'Tell us.' },
      }),
    ],
  ])('in %s %#', async (name, text) => {
    expect(await read(name, text)).toEqual(CLUB);
  });

  it('has groups, other names and lines', async () => {
    const { entries, errors } = await importText(
      'faq.json',
      '{"data": [\n{"category": "Members", "items": [\n{"question": "How?", "answer": "So.", "aliases": ["join-us"]},\n{"question": "Why?", "answer": ""}]}]}',
    );
    expect(errors).toEqual(['faq.json:4: no answer to "Why?" (write one, or leave the question out)']);
    expect(entries).toMatchObject([{ line: 3 }]);
    expect(splitEntryText(entries[0]?.text ?? '')).toMatchObject({
      phrasings: ['join us'],
      frontMatter: expect.stringContaining('tags: [Members]'),
    });
  });

  it.each([
    [
      'paying: By card or by transfer.\n  cash: Not in cash, never.',
      ['paying: By card or by transfer.', 'cash: Not in cash, never.'],
      [],
    ],
    [
      'how to pay: By card or transfer.\n  empty:\n  more:\n    boosts: Boosters get a pink name.',
      ['how to pay: By card or transfer.', 'boosts: Boosters get a pink name.'],
      ['faq.yaml:3: no answer to "empty" (write one, or leave the question out)'],
    ],
  ])('of names holds answers beside groups %#', async (text, taken, errors) => {
    const read = await importText('faq.yaml', `title: The Club FAQ of all members\nhelp:\n  ${text}\n`);
    expect(
      read.entries.map((entry) => splitEntryText(entry.text)).map(({ title, answer }) => `${title}: ${answer}`),
    ).toEqual(taken);
    expect([read.errors, read.warnings]).toEqual([errors, []]);
  });

  it('of names holds short answers in a script that says much in few characters', async () => {
    expect(await read('faq.json', JSON.stringify({ 报名: '在官网填写表格。', 退款: '开课前七天可以。' }))).toEqual([
      ['报名', '在官网填写表格。'],
      ['退款', '开课前七天可以。'],
    ]);
    expect((await importText('faq.json', JSON.stringify({ host: 'a.example', port: 'eighty' }))).entries).toEqual([]);
  });

  it('loses no item and no text without a word', async () => {
    const { errors, warnings } = await importText(
      'faq.json',
      JSON.stringify({
        note: 'Ask at the desk, too.',
        faqs: [{ q: 'Why?', a: 'So.' }, { q: 'How?' }, { a: 'Only on Mondays.' }, {}],
      }),
    );
    expect(errors).toEqual([
      'faq.json:1: no answer to "How?" (write one, or leave the question out)',
      'faq.json:1: no question to the answer "Only on Mondays." (write one beside it, or leave the answer out)',
    ]);
    expect(warnings).toEqual([
      'faq.json:1: the text "note" beside the list is not imported (make it an item of the list if it answers a question)',
    ]);
  });

  it('of tags of a bot is read without those that are worked out', async () => {
    const tags = [
      { name: '!club-rules', content: 'Be kind. See <#123456789012345678>.', owner_id: '1', uses: 5 },
      { name: 'greet', content: 'Hello {user}, you are number {random:1,2}.', owner_id: '1' },
    ];
    const { entries, warnings, repaired } = await importText('tags.json', JSON.stringify(tags));
    expect(entries.map(({ text }) => splitEntryText(text))).toMatchObject([
      { title: 'club rules', answer: 'Be kind. See #channel.' },
    ]);
    expect(warnings).toEqual([
      'tags.json:1: "greet" is left out: its answer is worked out when it is asked for (write an entry for it by hand where it is needed)',
    ]);
    expect(repaired).toEqual(['1: a mention became words']);
  });

  it('of tags of a bot in a table is read without those that are worked out', async () => {
    const { entries, warnings } = await importText('tags.csv', 'name,content\nrules,Be kind.\ngreet,{embed}\n');
    expect(entries.map(({ title }) => title)).toEqual(['rules']);
    expect(warnings).toEqual([
      'tags.csv:3: "greet" is left out: its answer is worked out when it is asked for (write an entry for it by hand where it is needed)',
    ]);
  });

  it.each([
    ['a: &x b\n', 'holds an anchor'],
    ['a: !!js/function x\n', 'holds a tag'],
    [`${'['.repeat(40)}${']'.repeat(40)}`, 'nested too deeply'],
    [Array.from({ length: 40 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'), 'nested too deeply'],
    [`- "${'x'.repeat(1024 * 1024)}"\n`, 'split it'],
    ['a: "\n', 'cannot be read'],
  ])('in YAML that is no plain data is refused %#', async (text, problem) => {
    const { entries, errors } = await importText('faq.yaml', text);
    expect([entries, errors.join()]).toEqual([[], expect.stringContaining(problem)]);
  });
});

describe("another bot's export", () => {
  it('of Rose gives notes, filters and rules', async () => {
    const note = (name: string, text: string, type = 0) => ({ data_id: type === 0 ? '' : 'BQ', name, text, type });
    const data = {
      notes: {
        notes: [
          note('opening-hours', 'Open *daily*, {first}.\nSee [the map](buttonurl://https://club.example/map:same).'),
          note('poster', '', 8),
        ],
        private_notes: false,
      },
      filters: { filters: [note('parking', 'Behind the __house__.')] },
      rules: { content: 'Be kind.' },
    };
    const { entries, errors, warnings, repaired } = await importText(
      'rose.json',
      JSON.stringify({ bot_id: 1, data, version: 1 }, undefined, 1),
    );
    expect(errors).toEqual([]);
    expect(entries.map(({ text }) => splitEntryText(text))).toMatchObject([
      { title: 'opening hours', answer: 'Open **daily**.\\\nSee [the map](https://club.example/map).' },
      { title: 'parking', answer: 'Behind the *house*.' },
      { title: 'rules', answer: 'Be kind.' },
    ]);
    expect(warnings).toEqual([expect.stringContaining('"poster" is left out: it is a file or a picture')]);
    expect(repaired).toEqual([expect.stringContaining('a placeholder for names was left out')]);
  });

  it('of tags may speak to whoever asks', async () => {
    const answers = [
      '{user}, fill in the form.',
      'Fill in the form, {user(mention)}!',
      'Hi {user}, fill in the form.',
      'Welcome to {server}.',
      '{user} has joined.',
    ];
    const table = await importText(
      'tags.csv',
      `Name,Content\n${answers.map((answer, at) => `tag-${at},"${answer}"`).join('\n')}\n`,
    );
    const list = await importText(
      'tags.json',
      JSON.stringify(answers.map((content, at) => ({ name: `tag-${at}`, content }))),
    );
    for (const { entries, warnings, repaired } of [table, list]) {
      expect(entries.map(({ text }) => splitEntryText(text).answer)).toEqual([
        'fill in the form.',
        'Fill in the form!',
        'Hi, fill in the form.',
      ]);
      expect(warnings.map((warning) => warning.replace(/^\S+ | is left out.*$/g, ''))).toEqual(['"tag 3"', '"tag 4"']);
      expect(repaired.join()).toContain('a placeholder for names was left out');
    }
  });

  it('of YAGPDB gives commands that only say something', async () => {
    const command = (id: number, more: object) => ({
      trigger_type: 0,
      trigger: `cmd-${id}`,
      responses: ['Fill in the form.'],
      case_sensitive: false,
      id,
      name: '',
      is_enabled: true,
      ...more,
    });
    const list = [
      command(1, { name: 'Joining', responses: ['Fill in the form.', 'Ask us.'] }),
      command(2, { responses: ['{{ .User.Mention }}'] }),
      command(3, { trigger_type: 5 }),
      command(4, { is_enabled: false }),
    ];
    const { entries, warnings } = await importText('cc.json', JSON.stringify(list));
    expect(entries.map(({ text }) => splitEntryText(text))).toMatchObject([
      { title: 'Joining', phrasings: ['cmd 1'], answer: 'Fill in the form.' },
    ]);
    expect(warnings.map((warning) => warning.replace(/^\S+ | \(.*$/g, ''))).toEqual([
      'of 2 answers to "Joining" the first is imported',
      '"cmd 2" is left out: its answer is worked out when it is asked for',
      '"cmd 3" is left out: it is not set off by words',
      '"cmd 4" is left out: it is switched off',
    ]);
  });
});

describe('a page', () => {
  const page = (body: string) =>
    `<!doctype html><html lang="en"><head><title>Club</title><style>p{}</style></head><body><nav><h2>Menu?</h2><p>No.</p></nav><main>${body}</main><footer><p>End</p></footer></body></html>`;

  it.each([
    ['<h2>How do I join the club?</h2><p>Fill in the form.</p><h2>How do I leave?</h2><p>Tell us.</p>'],
    ['<h1>FAQ</h1><dl><dt>How do I join the club?<dd>Fill in the form.<dt>How do I leave?<dd>Tell us.</dl>'],
    [
      '<details><summary>How do I join the club?</summary><p>Fill in the form.</p></details><details><summary>How do I leave?</summary>Tell us.</details>',
    ],
    [
      '<h1>FAQ</h1><p><strong>How do I join the club?</strong></p><p>Fill in the form.</p><p><b>How do I leave?</b><br>Tell us.</p>',
    ],
    [
      '<button class="q">How do I join the club?</button><div><p>Fill in the form.</p></div><button class="q">How do I leave?</button><div>Tell us.</div>',
    ],
    [
      '<div class="accordion-item"><h3><button aria-expanded="false">How do I join the club?</button></h3><div><p>Fill in the form.</div></div><div><h3>How do I leave?</h3><div>Tell us.</div></div>',
    ],
    [
      '<div><button aria-expanded="false">How do I join the club?</button><div>Fill in the form.</div></div><div><div class="faq-question">How do I leave?</div><div class="faq-answer">Tell us.</div></div>',
    ],
  ])('may be laid out like %#', async (body) => {
    expect(await read('faq.html', page(body))).toEqual(CLUB);
  });

  it('runs and shows nothing that is not text', async () => {
    const [entry] = await read(
      'faq.html',
      page(
        '<h2>Why?</h2><p onclick="x()">So.<script>evil()</script><iframe src="https://x.example"></iframe> <a href="javascript:x()">go</a></p>',
      ),
    );
    expect(entry).toEqual(['Why?', 'So. go']);
  });

  it('says its own address and language', async () => {
    const text =
      '<html lang="it"><link rel="canonical" href="https://club.example/faq"><h2>Why?</h2><p><a href="#x">So</a>.</p>';
    const { entries } = await importText('faq.html', text, { detect: () => 'en' });
    expect(entries).toMatchObject([{ language: 'it' }]);
    expect((await importText('faq.html', text, { language: 'fr' })).entries).toMatchObject([{ language: 'fr' }]);
    expect(Object.values(entries[0]?.sources ?? {})).toEqual([{ title: 'faq.html', url: 'https://club.example/faq' }]);
    expect(entries[0]?.text).toContain('[So](https://club.example/faq#x).');
  });

  it.each([['<b>'.repeat(300)], ['<p>a</p>'.repeat(200_001)]])('of too many elements is refused %#', async (text) => {
    expect((await importText('faq.html', text)).errors.join()).toContain('copy its text into a Markdown file');
  });
});

it.each([
  ['FAQ.md', `# Why?\n${'\n'.repeat(200_000)}So.\n`, 'the file has more than 200000 lines (split it)'],
  [
    'faq.csv',
    `question,answer${',x'.repeat(499)}\nWhy?,So.\n`,
    'the first row has 501 cells (keep at most 500 columns)',
  ],
])('too much in %s is refused unread', async (name, text, problem) => {
  const { entries, errors } = await importText(name, text);
  expect([entries, errors.join()]).toEqual([[], expect.stringContaining(problem)]);
});

it('topics of Discourse answer with the accepted post, or with the first where they ask nothing', async () => {
  const topic = (title: string, accepted: boolean) => ({
    post_stream: {
      posts: [
        { cooked: '<p>First.</p>', accepted_answer: false },
        { cooked: '<p>Press <em>Join</em>.</p>', accepted_answer: accepted },
      ],
    },
    title,
    fancy_title: title,
    tags: ['members'],
  });
  const { entries, errors } = await importText(
    'topics.json',
    JSON.stringify([topic('How do I join?', true), topic('Opening hours', false), topic('Why?', false)], undefined, 1),
  );
  expect(entries.map(({ title, text }) => [title, splitEntryText(text).answer])).toEqual([
    ['How do I join?', 'Press *Join*.'],
    ['Opening hours', 'First.'],
  ]);
  expect(errors).toEqual([expect.stringMatching(/^topics\.json:\d+: .*"Why\?"/)]);
});

describe('an encoding', () => {
  const text = '# 怎么加入俱乐部？\n\n请先填写表格，然后等待我们的回复，谢谢大家的支持。\n';
  const wide = Buffer.from(text, 'utf16le');
  const chinese = Buffer.from(
    '2320d4f5c3b4bcd3c8ebbee3c0d6b2bfa3bf0a0ac7ebcfc8cceed0b4b1edb8f1a3acc8bbbaf3b5c8b4fdced2c3c7b5c4bbd8b8b4a3acd0bbd0bbb4f3bcd2b5c4d6a7b3d6a1a30a',
    'hex',
  );

  it.each([
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16LE', Buffer.concat([Buffer.from([0xff, 0xfe]), wide])],
    ['UTF-16BE', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(wide).swap16()])],
  ])('is found out: %s', async (_name, bytes) => {
    expect((await read('FAQ.md', bytes))[0]?.[0]).toBe('怎么加入俱乐部？');
  });

  it('of Chinese is found out, and told', async () => {
    const { entries, warnings } = await importText('FAQ.md', chinese);
    expect(entries.map(({ title }) => title)).toEqual(['怎么加入俱乐部？']);
    expect(warnings).toEqual(['FAQ.md:1: the file was read as GB18030 (save it as UTF-8 where letters look wrong)']);
  });

  it.each([
    [
      'windows-1252',
      Buffer.from('# Où est le café?\n\nL\x92été à Besançon, près du café où Léon déjeune.\n', 'latin1'),
      'Où est le café?',
      'L’été à Besançon, près du café où Léon déjeune.',
    ],
    [
      'windows-1251',
      Buffer.from('2320cff0e8e2e5f220e2f1e5ec3f0a0ac4e02c20ecfb20f0e0e4fb2e0a', 'hex'),
      'Привет всем?',
      'Да, мы рады.',
    ],
    [
      'windows-1256',
      Buffer.from(
        '2320dfeddd20c3e4d6e320c5e1ec20c7e1e4c7cfedbf0a0ac7e3e1c320c7e1c7d3cae3c7d1c920cbe320c7e4cad9d120c7e1d1cf20e3e420c7e1c5cfc7d1c92e20d4dfd1c720e1dfe320cce3eddac720dae1ec20d5c8d1dfe32e0a',
        'hex',
      ),
      'كيف أنضم إلى النادي؟',
      'املأ الاستمارة ثم انتظر الرد من الإدارة. شكرا لكم جميعا على صبركم.',
    ],
    [
      'euc-kr',
      Buffer.from(
        '2320b8edb5bfbfa120c0d6b4c220c8a3bdbac5dac0ceb0a1bfe43f0a0ab3d72c20b8edb5bfbfaabfa1bcad20b0c9beeebcad20bfc020bad020b0c5b8aec0d4b4cfb4d92e0a',
        'hex',
      ),
      '명동에 있는 호스텔인가요?',
      '네, 명동역에서 걸어서 오 분 거리입니다.',
    ],
    [
      'big5',
      Buffer.from(
        '2320bdd0b0dda569a548b161c364aaabb6dca1480a0aa569a548a141a6fdac4fa440a977ad6ea5fda769b644a7daadcca1430a',
        'hex',
      ),
      '請問可以帶寵物嗎？',
      '可以，但是一定要先告訴我們。',
    ],
  ])('of old is found out: %s', async (encoding, bytes, title, answer) => {
    const { entries, warnings } = await importText('FAQ.md', bytes);
    expect(entries.map((entry) => [entry.title, splitEntryText(entry.text).answer])).toEqual([[title, answer]]);
    expect(warnings).toEqual([
      `FAQ.md:1: the file was read as ${encoding.toUpperCase()} (save it as UTF-8 where letters look wrong)`,
    ]);
  });

  it.each([
    [
      'UTF-8 with a fault',
      Buffer.concat([Buffer.from('# Où est le café?\n\nL’été à Besançon '), Buffer.from([0xe9, 0x0a])]),
    ],
    ['no text', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 1, 0xff])],
    ['nothing known', Buffer.from('# x?\n\n\xaa\xaf\xb8\n', 'latin1')],
  ])('is not made up: %s', async (_name, bytes) => {
    expect((await importText('FAQ.md', bytes)).errors.join()).toContain('the file is not UTF-8 (save it as UTF-8)');
  });
});

describe("a help centre's articles", () => {
  const article = (title: string, more: object = {}) => ({
    title,
    name: title,
    locale: 'en-us',
    draft: false,
    url: 'https://x.zendesk.com/api/v2/1.json',
    html_url: 'https://x.zendesk.com/hc/en-us/articles/1',
    body: '<p>Open <a href="/hc/2">Settings</a>.</p>',
    label_names: ['account'],
    ...more,
  });
  const centre = (...articles: object[]) =>
    JSON.stringify({
      sections: [{ name: 'Account', description: 'All about your account and how it works.' }],
      articles,
    });

  it('are read with their language, address and labels', async () => {
    const { entries, errors } = await importText('articles.json', centre(article('How do I change my address?')), {
      detect: () => undefined,
    });
    expect(errors).toEqual([]);
    expect(entries.map(({ title, language }) => [title, language])).toEqual([['How do I change my address?', 'en-US']]);
    expect(entries[0]?.text).toContain('tags: [account]');
    expect(entries[0]?.text).toContain('[Settings](https://x.zendesk.com/hc/2)');
    expect(Object.values(entries[0]?.sources ?? {})).toMatchObject([
      { url: 'https://x.zendesk.com/hc/en-us/articles/1' },
    ]);
  });

  it('that are drafts are left out, and told', async () => {
    const { entries, warnings } = await importText(
      'articles.json',
      centre(article('Prices', { draft: true }), article('Opening hours')),
    );
    expect(entries.map(({ title }) => title)).toEqual(['Opening hours']);
    expect(warnings).toEqual([
      'articles.json:1: "Prices" is left out: it is a draft (write an entry for it by hand where it is needed)',
    ]);
    const intercom = (title: string, state: string) => ({
      type: 'article',
      id: '1',
      title,
      body: '<p>So.</p>',
      state,
      default_locale: 'de',
    });
    const other = await importText(
      'intercom.json',
      JSON.stringify({ type: 'list', data: [intercom('Preise', 'draft'), intercom('Zeiten', 'published')] }),
    );
    expect(other.entries.map(({ title, language }) => [title, language])).toEqual([['Zeiten', 'de']]);
    expect(other.warnings.join()).toContain('"Preise" is left out: it is a draft');
  });
});

describe('questions told to search engines', () => {
  const question = (name: string, text: string) => ({
    '@type': 'Question',
    name,
    acceptedAnswer: { '@type': 'Answer', text },
  });
  const faq = (...mainEntity: object[]) =>
    JSON.stringify({
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'WebPage', name: 'FAQ' },
        { '@type': 'FAQPage', mainEntity },
      ],
    });

  it('are read from a file', async () => {
    expect(
      await read('faq.json', faq(question('A che ora &egrave; il check-in?', '<p>Dalle <b>15:00</b>.</p>'))),
    ).toEqual([['A che ora è il check-in?', 'Dalle **15:00**.']]);
  });

  it('are read from a page, once', async () => {
    const page = (body: string) =>
      `<html><head><script type="application/ld+json">${faq(question('Is it free?', 'Yes.'), question('Is it open?', 'No.'))}</script></head><body>${body}</body></html>`;
    expect(await read('faq.html', page('<div id="root"></div>'))).toEqual([
      ['Is it free?', 'Yes.'],
      ['Is it open?', 'No.'],
    ]);
    expect(await read('faq.html', page('<h2>Is it free? +</h2><p>Yes, <b>all</b> of it.</p>'))).toEqual([
      ['Is it free?', 'Yes, **all** of it.'],
      ['Is it open?', 'No.'],
    ]);
  });

  it('without an answer are told', async () => {
    expect((await importText('faq.json', faq(question('Is it free?', 'Yes.'), question('Why?', '')))).errors).toEqual([
      'faq.json:1: no answer to "Why?" (write one, or leave the question out)',
    ]);
  });
});

describe('what owners keep beside and between', () => {
  it('takes no settings of a site for answers', async () => {
    expect(
      (
        await importText(
          'site.json',
          JSON.stringify({ title: 'Harbor Club', tagline: 'Sail with us in Kiel all year round' }),
        )
      ).entries,
    ).toEqual([]);
  });

  it('reads answers by their questions beside a switch or a number', async () => {
    expect(await read('faq.yml', 'Where do I park?: Behind the house.\nWhen was it built?: 1987\non: true\n')).toEqual([
      ['Where do I park?', 'Behind the house.'],
      ['When was it built?', '1987'],
    ]);
  });

  it('passes over what says only how a folder is shown', async () => {
    const dir = temporaryFolder({
      'a.md': '# How do I join?\n\nFill in the form.\n',
      '_category_.json': '{"label":"Members","position":2}',
    });
    expect(await readImport([dir], { language: 'en', strict: true })).toMatchObject({
      problems: [{ code: 'passed-over-files', level: 'warning', values: { names: '_category_.json' } }],
      packs: [{ entries: [{ title: 'How do I join?' }] }],
    });
  });

  it('keeps the text of a page that holds one further question', async () => {
    const [entry] = await read(
      'leave.md',
      '# Leaving the club\n\nWrite to us by 30 September, and give back the key.\n\n??? question "And the deposit?"\n    You get it back.\n',
    );
    expect(entry?.[0]).toBe('Leaving the club');
    expect(entry?.[1]).toContain('Write to us by 30 September');
    expect(entry?.[1]).toContain('You get it back.');
  });

  it('takes a second question above the same answer for a phrasing', async () => {
    expect(
      await read('faq.txt', 'Q: Can I bring guests?\nQ: Are guests allowed?\nA: Yes.\n\nQ: Why?\nA: So.\n'),
    ).toEqual([
      ['Can I bring guests?', ['Are guests allowed?'], 'Yes.'],
      ['Why?', 'So.'],
    ]);
  });

  it('reads what Excel writes as text in Unicode', async () => {
    expect(await read('faq.txt', 'Question\tAnswer\r\nHow do I join?\tFill in the form.\r\n')).toEqual([
      ['How do I join?', 'Fill in the form.'],
    ]);
  });

  it('reads commands of YAGPDB as its database has them, and the words of a filter without their marks', async () => {
    const commands = [
      { local_id: 1, trigger_type: 1, text_trigger: 'book a table', responses: ['Call us.'], disabled: false },
      { local_id: 2, trigger_type: 0, text_trigger: 'menu', responses: ['Old.'], disabled: true },
    ];
    expect(await read('cc.json', JSON.stringify(commands))).toEqual([['book a table', 'Call us.']]);
    const rose = {
      bot_id: 1,
      data: { filters: { filters: [{ name: '"how do i get a visa"', text: '{first}, apply online, {first}.' }] } },
    };
    expect(await read('rose.json', JSON.stringify(rose))).toEqual([['how do i get a visa', 'apply online.']]);
  });

  it.each([
    ['faq.xlsx', 'CSV'],
    ['faq.docx', 'HTML'],
  ])('says how %s can be taken, also in a folder', async (name, cure) => {
    const dir = temporaryFolder({ 'a.md': '# How do I join?\n\nFill in the form.\n', [name]: 'PK' });
    expect((await importText(name, 'PK')).errors.join()).toContain(cure);
    const { problems } = await readImport([dir], { language: 'en' });
    expect(problems.map((problem) => `${problem.level} ${wordsOf(problem).cure}`).join()).toMatch(
      new RegExp(`^warning .*${cure}`),
    );
  });
});

describe('AsciiDoc, reStructuredText and Org', () => {
  it.each([
    [
      'faq.rst',
      'FAQ?\n====\n\nHow do I join?\n--------------\n\nWhy? So.\n\n.. dropdown:: Is it free?\n\n   Yes.\n',
      [1, 4, 9],
    ],
    ['faq.rst', '**How do I join?**\n\nFill in the form.\n\nQ: Is it free?\nIs it? **Yes?** It is.\n', [1, 5]],
    ['faq.adoc', '= FAQ\n\n== How do I join?\n\nFill in.\n\nIs it free?::\n  Yes.\n\n.Why?\nSo.\n', [3, 7, 10]],
    ['faq.org', '* FAQ\n** How do I join?\nFill in the form. Or not?\n', [2]],
  ])('name each heading that asks, and the cure: %s', async (name, text, lines) => {
    const dir = temporaryFolder({ [name]: text });
    const imported = await readImport([join(dir, name)], { language: 'en' });
    const questions = imported.problems.filter(({ code }) => code === 'question-in-markup');
    expect(questions.map(({ line }) => line)).toEqual(lines);
    expect(imported.problems.filter(({ level }) => level === 'error')).toMatchObject([
      { code: 'markup-file', line: 1 },
    ]);
    expect(countQuestions(imported)).toEqual({ found: lines.length, made: 0, named: lines.length });
  });

  it('are skipped in a folder, and told', async () => {
    const dir = temporaryFolder({ 'a.md': '# How do I join?\n\nFill in the form.\n', 'b.rst': 'Why?\n====\n\nSo.\n' });
    const imported = await readImport([dir], { language: 'en' });
    expect(imported.skipped.map((problem) => wordsOf(problem).cure).join()).toContain('pandoc');
    expect(countQuestions(imported)).toEqual({ found: 2, made: 1, named: 1 });
    const { problems } = await readImport([dir], { language: 'en', strict: true });
    expect(problems.some(({ code }) => code === 'markup-file')).toBe(true);
  });

  it('are read to their end, whatever they hold', async () => {
    const { warnings } = await importText('faq.rst', `${'*'.repeat(900)}?\n${'='.repeat(900)}\n`.repeat(2000));
    expect(warnings).toHaveLength(2000);
  });
});

describe('what other programs write', () => {
  it('is bold by its style in a document of Google, whose links lead through its own pages', async () => {
    const html =
      '<html><body><h2>Visiting</h2><p><span style="font-weight:700">When are you open?</span></p><p>On Tuesdays, see <a href="https://www.google.com/url?q=https://club.example/open?a%3D1&amp;sa=D&amp;usg=x">here</a>.</p><p><span style="font-weight: bold">Who may come?</span></p><p>Everyone.</p></body></html>';
    expect(await read('faq.html', html)).toEqual([
      ['When are you open?', 'On Tuesdays, see [here](https://club.example/open?a=1).'],
      ['Who may come?', 'Everyone.'],
    ]);
  });

  it('may describe several terms at once', async () => {
    expect(
      await read(
        'faq.html',
        '<dl><dt>Do I have to work?</dt> <dt>How many hours?</dt><dd>Four.</dd><dt>Why?</dt><dd>So.</dd></dl>',
      ),
    ).toEqual([
      ['Do I have to work?', ['How many hours?'], 'Four.'],
      ['Why?', 'So.'],
    ]);
  });

  it('has questions in the rows of a table', async () => {
    const rows =
      '<tr><td>Do you sell bikes?</td><td>On <b>Saturdays</b>.</td></tr><tr><td>Do you take gifts?</td><td><p>Gladly.</p></td></tr>';
    const named =
      '<table><thead><tr><th>Question</th><th>Answer</th></tr></thead><tbody><tr><td>Parking</td><td>Behind the hall.</td></tr></tbody></table>';
    expect(
      await read('faq.html', `<h1>Shop</h1><dl><dt>Why?</dt><dd>So.</dd></dl><table>${rows}</table>${named}`),
    ).toEqual([
      ['Why?', 'So.'],
      ['Do you sell bikes?', 'On **Saturdays**.'],
      ['Do you take gifts?', 'Gladly.'],
      ['Parking', 'Behind the hall.'],
    ]);
  });

  it('marks questions and answers with a letter each', async () => {
    const html =
      '<div class="item"><span class="q">Do I need a booking?</span><p class="a">No.</p></div><div class="item"><span class="q">Is there a shower?</span><p class="a">Yes.</p></div>';
    expect(await read('faq.html', html)).toEqual([
      ['Do I need a booking?', 'No.'],
      ['Is there a shower?', 'Yes.'],
    ]);
    expect(await read('faq.yml', '- س: لماذا؟\n  ج: لأنه كذلك.\n')).toEqual([['لماذا؟', 'لأنه كذلك.']]);
    expect(await read('faq.csv', 'В;О\nПочему?;Потому.\n')).toEqual([['Почему?', 'Потому.']]);
  });

  it('links to a picture by the name of its file where nobody described it', async () => {
    const { entries, repaired } = await importText(
      'faq.html',
      '<h2>How do I share?</h2><p>Press Share.</p><p><img src="https://img.example/i/share%20menu.png?x=1"></p>',
    );
    expect(splitEntryText(entries[0]?.text ?? '').answer).toBe(
      'Press Share.\n\n[share menu.png](https://img.example/i/share%20menu.png?x=1)',
    );
    expect(repaired).toEqual(['1: an image became a link']);
  });

  it('puts a list of questions into one article', async () => {
    const body =
      '<p>Read this first.</p><h2>How do I join the beta?</h2><p>Open <a href="/s">Settings</a>.</p><h2>Can I go back?</h2><p>Yes, at any time.</p>';
    const topic = { title: 'Questions about the beta', tags: ['beta'], post_stream: { posts: [{ cooked: body }] } };
    const article = { title: 'Beta', body, html_url: 'https://x.example/1', label_names: ['beta'] };
    const both = [
      ['How do I join the beta?', ['beta']],
      ['Can I go back?', ['beta']],
    ];
    for (const data of [topic, [article]]) {
      const { entries, warnings } = await importText('export.json', JSON.stringify(data));
      expect(entries.map(({ title, text }) => [title, /tags: \[(.*)\]/.exec(text)?.[1]?.split(', ')])).toEqual(both);
      expect(warnings).toEqual([
        'export.json:1: the text above the first heading is not imported (give it a heading of its own if it answers a question)',
      ]);
    }
    const prose = `<p>${'The beta is a version for people who like to find mistakes. '.repeat(9)}</p>`;
    expect(
      (await importText('export.json', JSON.stringify([{ ...article, body: prose + body }]))).entries.map(
        ({ title }) => title,
      ),
    ).toEqual(['Beta']);
  });

  it('has rows without a word, which say nothing', async () => {
    expect(await importText('faq.csv', 'Question;Answer;Note\nWhy?;So.;\n;;\n ; ;\n')).toMatchObject({
      entries: [{ title: 'Why?' }],
      errors: [],
    });
  });

  it.each(['\t', ',', ';'])('may not name the columns of a table: %j', async (separator) => {
    const rows = [
      ['How do I join the club?', 'Fill in the form.'],
      ['How do I leave?', 'Tell us.'],
    ];
    expect(await read('faq.tsv', `${rows.map((cells) => cells.join(separator)).join('\n')}\n`)).toEqual(CLUB);
  });

  it('greets by name in an answer of Rose', async () => {
    const rose = { bot_id: 1, data: { notes: { notes: [{ name: 'pay', text: 'Hi {first}, pay by card.' }] } } };
    expect(await read('rose.json', JSON.stringify(rose))).toEqual([['pay', 'Hi, pay by card.']]);
  });

  it('puts a menu beside the pages of a wiki', async () => {
    const dir = temporaryFolder({
      'FAQ.md': '# How do I join?\n\nFill in the form.\n',
      '_Sidebar.md': '* [[FAQ]]\n',
      '_Footer.md': 'Be kind to each other.\n',
    });
    expect((await readImport([dir], { language: 'en' })).packs[0]?.entries.map(({ title }) => title)).toEqual([
      'How do I join?',
    ]);
  });
});
