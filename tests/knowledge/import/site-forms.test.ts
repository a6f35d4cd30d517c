import { describe, expect, it } from 'vitest';
import { splitEntryText } from '../../../src/knowledge/export/entry-text.ts';
import { importText } from '../../helpers/import-text.ts';

/** A page as a program for sites has it, by the example of its own documentation. */
interface Page {
  readonly file: string;
  readonly text: string;
  readonly titles: readonly string[];
  /** Parts of `file:line: message` of what is no entry, each told. */
  readonly named?: readonly string[];
}

const JOIN = 'How do I join?';
const LEAVE = 'How do I leave?';
const FEES = 'Refunds of fees';

const PAGES: Readonly<Record<string, Page>> = {
  'MkDocs Material: boxes that fold out': {
    file: 'faq.md',
    text: `# FAQ\n\n??? question "${JOIN}"\n\n    Fill in the form.\n\n    !!! note\n\n        It is short.\n\n???+ question "${FEES}"\n\n    Within a week.\n\n!!! faq '${LEAVE}'\n    Tell us.\n`,
    titles: [JOIN, FEES, LEAVE],
  },
  'PyMdown: blocks': {
    file: 'faq.md',
    text: `# FAQ\n\n/// details | ${JOIN}\n    type: question\n\nFill in the form.\n\n///\n\n/// details | ${LEAVE}\n\nTell us.\n\n///\n`,
    titles: [JOIN, LEAVE],
  },
  'Hugo: shortcodes with a title': {
    file: 'faq.md',
    text: `# FAQ\n\n## Members\n\nAbout members.\n\n{{< details title="${JOIN}" open=true >}}\nFill in the form.\n{{< /details >}}\n\n{{% details summary="${FEES}" %}}\n\nWithin a week.\n\n{{% /details %}}\n\n{{< expand "${LEAVE}" >}}\nTell us.\n{{< /expand >}}\n`,
    titles: [JOIN, FEES, LEAVE],
  },
  'Docusaurus: MDX': {
    file: 'faq.mdx',
    text: `---\ntitle: FAQ\n---\n\nimport DocCardList from '@theme/DocCardList';\nimport {\n  Tabs,\n} from '@theme/Tabs';\n\n{/* Keep this short. */}\n\n## ${JOIN}\n\nFill in the form. Type export.\nexport const is no code here.\n\n{/*\n  Not yet:\n  how do I vote?\n*/}\n\n:::tip[Be quick]\n\nIt is short.\n\n:::\n\n## ${LEAVE}\n\nTell us. {/* or not */}\n\n<DocCardList />\n`,
    titles: [JOIN, LEAVE],
  },
  'MDX: questions in an object': {
    file: 'faq.mdx',
    text: `# FAQ\n\nexport const faqs = [\n  {\n    question: "${JOIN}",\n    answer: "Fill in the form.",\n  },\n\n  { question: '${LEAVE}', answer: <p>Tell us.</p> },\n];\n\n<Faq items={faqs} />\n\n<Faq\n  items={[\n    { q: "Is it free?", a: "Yes." },\n  ]}\n/>\n`,
    titles: [],
    named: [`faq.mdx:5: the question "${JOIN}" is in code`, 'faq.mdx:9: ', 'faq.mdx:16: ', 'save it as JSON'],
  },
  'VitePress: containers': {
    file: 'faq.md',
    text: `# FAQ\n\n::: details ${JOIN}\nFill in the form.\n::: tip\nIt is short.\n:::\n:::\n\n::: details ${LEAVE} {open}\nTell us.\n:::\n`.replace(
      '::: tip\nIt is short.\n:::\n',
      '',
    ),
    titles: [JOIN, LEAVE],
  },
  'VuePress: containers inside one another': {
    file: 'faq.md',
    text: `# FAQ\n\nAsk away.\n\n:::: details ${JOIN}\nFill in the form.\n\n::: tip Hint\nIt is short.\n:::\n\n::::\n\n::: details ${LEAVE}\nTell us.\n:::\n`,
    titles: [JOIN, LEAVE],
  },
  'Mintlify and Starlight: components with a title': {
    file: 'faq.mdx',
    text: `# FAQ\n\n<AccordionGroup>\n  <Accordion title="${JOIN}" icon="user">\n    Fill in the form.\n\n    - It is short.\n  </Accordion>\n\n  <Accordion title="${FEES}">\n    Within a week.\n  </Accordion>\n\n  <Accordion title="${LEAVE}">Tell us.</Accordion>\n</AccordionGroup>\n`,
    titles: [JOIN, FEES, LEAVE],
  },
  'Jekyll: an include with both': {
    file: 'faq.md',
    text: `# FAQ\n\n{% include faq.html question="${JOIN}" answer="Fill in the form." %}\n{% include faq.html question="${LEAVE}" answer="Tell us." %}\n`,
    titles: [JOIN, LEAVE],
  },
  'GitBook: parts that fold out, hints and tabs': {
    file: 'faq.md',
    text: `# FAQ\n\n<details>\n\n<summary>${JOIN}</summary>\n\nFill in the form.\n\n{% hint style="info" %}\nIt is short.\n{% endhint %}\n\n</details>\n\n<details>\n\n<summary>${LEAVE}</summary>\n\n{% tabs %}\n{% tab title="Member" %}\nTell us.\n{% endtab %}\n{% endtabs %}\n\n</details>\n`,
    titles: [JOIN, LEAVE],
  },
  'Zola: shortcodes with a body': {
    file: 'faq.md',
    text: `+++\ntitle = "FAQ"\n+++\n\n{% details(title="${JOIN}") %}\nFill in the form.\n{% end %}\n\n{% details(title="${LEAVE}") %}\nTell us.\n{% end %}\n`,
    titles: [JOIN, LEAVE],
  },
  'MyST for Sphinx: directives': {
    file: 'faq.md',
    text: `# FAQ\n\n:::{dropdown} ${JOIN}\n:open:\n\nFill in the form.\n:::\n\n\`\`\`{dropdown} ${LEAVE}\nTell us.\n\`\`\`\n`,
    titles: [JOIN, LEAVE],
  },
  'Obsidian: callouts': {
    file: 'faq.md',
    text: `# FAQ\n\n> [!faq]- ${JOIN}\n> Fill in the form.\n>\n> It is short.\n\n> [!question]+ ${LEAVE}\n> Tell us.\n`,
    titles: [JOIN, LEAVE],
  },
  'bold statements between bold questions': {
    file: 'faq.md',
    text: `# FAQ\n\n**${JOIN}**\nFill in the form.\n\n**The form is broken.**\nTell us about it.\n\n**${LEAVE}**\nTell us.\n`,
    titles: [JOIN, 'The form is broken.', LEAVE],
  },
  'text before a part that folds out': {
    file: 'faq.md',
    text: `# FAQ\n\n## ${FEES}\n\nWithin a week.\n\n## More\n\nAsk. <details><summary>${JOIN}</summary>Fill in the form.</details> Or <details><summary>${LEAVE}</summary>Tell us.</details>\n`,
    titles: [FEES, JOIN, LEAVE],
    named: ['faq.md:7: the text right below "More"'],
  },
  'an answer with code before a part that folds out': {
    file: 'faq.md',
    text: `# FAQ\n\n## ${LEAVE}\n\nBy \`mail\`. Tell us. <details><summary>${JOIN}</summary>Fill in the form.</details>\n\n## Is it dear?\n\nNo.\n`,
    titles: [LEAVE, JOIN, 'Is it dear?'],
  },
};

describe('a page of', () => {
  it.each(Object.entries(PAGES))('%s gives its questions', async (_, { file, text, titles, named = [] }) => {
    const { entries, errors, warnings } = await importText(file, text);
    const found = entries.map((entry) => splitEntryText(entry.text));
    expect(found.map(({ title }) => title).toSorted()).toEqual(titles.toSorted());
    const answers = found.map(({ answer }) => answer).join('\n');
    for (const [title, words] of WORDS) if (titles.includes(title)) expect(answers).toContain(words);
    for (const words of ['It is short.', 'export const is no code'])
      if (titles.length > 0 && text.includes(words)) expect(answers).toContain(words);
    expect(answers).not.toMatch(/[{}]|details|<|:::|\/\/\/|!!!|Keep this|how do I vote|or not/);
    const told = [...errors, ...warnings].join('\n');
    for (const part of named) expect(told).toContain(part);
  });
});

/** Each answer's own words. */
const WORDS: readonly (readonly [title: string, words: string])[] = [
  [JOIN, 'Fill in the form.'],
  [LEAVE, 'Tell us.'],
  [FEES, 'Within a week.'],
];
