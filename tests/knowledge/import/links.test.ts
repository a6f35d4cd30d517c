import { describe, expect, it } from 'vitest';
import { answerFrom } from '../../../src/core/search/engine.ts';
import { splitEntryText } from '../../../src/knowledge/export/entry-text.ts';
import { OWN_PACK } from '../../../src/knowledge/export/records.ts';
import { withoutMissingRelated } from '../../../src/knowledge/export/without-missing.ts';
import { readText } from '../../../src/knowledge/format/entry-file.ts';
import { splitFrontMatter } from '../../../src/knowledge/format/front-matter.ts';
import type { ImportedEntry } from '../../../src/knowledge/import/imported.ts';
import { planImport } from '../../../src/knowledge/import/plan-import.ts';
import { entryOf } from '../../helpers/entries.ts';
import { importText } from '../../helpers/import-text.ts';
import { libraryOf } from '../../helpers/library.ts';
import { entryText, PACK_JSON } from '../../helpers/memory-files.ts';
import { shippedLocales } from '../../helpers/services.ts';

const MARKDOWN = `# FAQ

## How do I become a member?

Fill in the form during our [opening hours](#open). It costs [ten euros](#what-does-it-cost), see [above](#faq).

## What does it cost?

Ten euros for [members](#how-do-i-become-a-member-), \`[x](#open)\` for guests.

## When is somebody there? {#open}

Nine to five.

## Where do I put my bicycle?

Behind the house.
`;

const HTML = `<h2 id="join">How do I become a member?</h2><p>Come in our <a href="#open">opening hours</a>.</p>
<h2><a name="open"></a>When is somebody there?</h2><p>Nine to five. <a href="#join">Join us</a>, <a href="#no">or not</a>.</p>`;

const [MEMBER, COST, OPEN] = [
  'questions/how-do-i-become-a-member',
  'questions/what-does-it-cost',
  'questions/when-is-somebody-there',
];

const read = ({ text, language }: ImportedEntry) => readText(splitFrontMatter(text), language).text;
const answersIn = (entries: readonly ImportedEntry[]) => entries.map(({ text }) => splitEntryText(text).answer.trim());

describe('a link within a page', () => {
  it('leads to the entry that is there, which is related; other links become text', async () => {
    const { entries, errors } = await importText('faq.md', MARKDOWN);
    expect(errors).toEqual([]);
    expect(answersIn(entries).slice(0, 2)).toEqual([
      `Fill in the form during our [opening hours](${OPEN}). It costs [ten euros](${COST}), see above.`,
      `Ten euros for [members](${MEMBER}), \`[x](#open)\` for guests.`,
    ]);
    expect(entries.map((entry) => read(entry)?.related)).toEqual([[OPEN, COST], [MEMBER], [], []]);
    const page = await importText('faq.html', HTML, { source: { url: 'https://club.example/faq' } });
    expect(answersIn(page.entries)).toEqual([
      `Come in our [opening hours](${OPEN}).`,
      `Nine to five. [Join us](${MEMBER}), [or not](https://club.example/faq#no).`,
    ]);
  });

  it('does not make its words answer', async () => {
    const { entries } = await importText('faq.md', MARKDOWN);
    const known = entries.flatMap((entry) => {
      const text = read(entry);
      return text ? [entryOf(entry.id, { ...text, sources: [{ title: 'FAQ' }] })] : [];
    });
    const library = libraryOf(known, await shippedLocales());
    const asked = (question: string) => {
      const { kind, candidates } = answerFrom(library, question, 'en');
      return [kind, candidates[0]?.entry.id];
    };
    expect(asked('opening hours')).not.toContain(MEMBER);
    expect(asked('ten euros')).toEqual(['sure', COST]);
    expect(asked('where do I fill in the form')).toEqual(['sure', MEMBER]);
  });

  it('follows an entry whose id is taken, and leaves its words if the entry is not imported or is retired', async () => {
    const { entries } = await importText('faq.md', MARKDOWN);
    const files = new Map([
      ['pack.json', PACK_JSON],
      [`en/${OPEN}.md`, entryText()],
    ]);
    const state = { packs: [{ name: 'rules', files }], records: [], own: { title: 'Own', language: 'en' } };
    const some = entries.filter(({ id }) => id !== COST);
    const pack = { name: OWN_PACK, entries: some, checks: new Map() };
    const { edits } = planImport(state, { packs: [pack], problems: [], skipped: [], repaired: [] });
    const text = edits.flatMap((edit) => (edit.key === `en/${MEMBER}` ? JSON.stringify(edit.value) : [])).join();
    expect(text).toContain(`[opening hours](${OPEN}-2). It costs ten euros, see above.`);
    expect(withoutMissingRelated(entries[0]?.text ?? '', new Set([COST]))).toContain('our opening hours. It');
  });
});
