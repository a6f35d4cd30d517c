import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readImport } from '../../../src/knowledge/import/read-import.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

const FILES = {
  'mixed.md':
    '# How do I join the club?\n\nAsk us there.\n\n# Why so?\n\nPara el club.\n\n# How do I leave the club?\n\nTell us there.\n\n# Ok?\n\nYes.\n',
  'FAQ.md': '# FAQ\n\n## How do I join?\n\nAsk us.\n\n## 怎么加入？\n\n问我们。\n',
  'faq.csv': 'question,answer,language\n怎么加入？,问我们。,en\n怎么退出？,问我们。,\n',
};
const detect = (words: string) =>
  /\p{Script=Han}/u.test(words) ? 'zh-Hans' : / el /.test(words) ? 'es' : words.length > 12 ? 'en' : undefined;

async function languagesOf(
  name: keyof typeof FILES,
  options: { language: string; detect?: typeof detect },
): Promise<string[] | undefined> {
  const { packs } = await readImport([join(temporaryFolder(FILES), name)], options);
  return packs[0]?.entries.map(({ language }) => language);
}

describe('the language of what is imported', () => {
  it('is told by the words, where nothing says it', async () => {
    expect(await languagesOf('FAQ.md', { language: 'en', detect })).toEqual(['en', 'zh-Hans']);
    expect(await languagesOf('faq.csv', { language: 'en', detect })).toEqual(['en', 'zh-Hans']);
  });

  it('is that of most entries, for short texts in one script are easily mistaken', async () => {
    expect(await languagesOf('mixed.md', { language: 'it', detect })).toEqual(['en', 'en', 'en', 'en']);
  });

  it('is the given one without detection', async () => {
    expect(await languagesOf('FAQ.md', { language: 'fr' })).toEqual(['fr', 'fr']);
  });
});
