import type { PackFiles } from '../../src/knowledge/packs/pack-files.ts';

/** Files of a pack that are in no folder. @param texts by path in the pack. */
export function memoryFiles(texts: Readonly<Record<string, string>>): PackFiles {
  return {
    paths: Object.keys(texts).sort(),
    problems: [],
    read: async (path) => ({ text: texts[path] ?? '' }),
  };
}

/** An entry's file with sensible parts, each of which can be replaced. */
export function entryText({
  frontMatter = 'sources: [rules]',
  title = 'Why?',
  phrasings = ['how come'],
  answer = 'Because.',
} = {}): string {
  const quote = phrasings.map((phrasing) => `> - ${phrasing}`).join('\n');
  return `---\n${frontMatter}\n---\n# ${title}\n\n${quote}\n\n${answer}\n`;
}

export const PACK_JSON = JSON.stringify({
  title: { en: 'Rules' },
  defaultLanguage: 'en',
  sources: { rules: { title: 'Our rules' } },
});
