import { describe, expect, it } from 'vitest';
import { routeLanguages } from '../../../src/core/search/engine.ts';
import type { Library } from '../../../src/core/search/library.ts';
import { entryOf, textOf } from '../../helpers/entries.ts';

const reach = (home: string, spoken: readonly string[] | undefined, undescribed: readonly string[] = []) =>
  routeLanguages(
    { spoken: () => spoken && new Set(spoken), undescribed: new Set(undescribed) } as unknown as Library,
    'question',
    home,
  );
const entry = (...tags: string[]) => entryOf('a', ...tags.map((tag) => textOf(tag, 'A')));

describe('reachOf', () => {
  it('asks in its own words at home and where the question may be in that language', () => {
    const { isPlain } = reach('ru', ['ru', 'en']);
    expect(['ru', 'en', 'zh'].map(isPlain)).toEqual([true, true, false]);
  });

  it('asks so everywhere where nobody can tell', () => expect(reach('ru', undefined).isPlain('zh')).toBe(true));

  it('translates from the language of the asker where it may be that, else from that of the question', () => {
    expect(reach('ru', ['ru']).from('en')).toBe('ru');
    expect(reach('es', ['it', 'es', 'en']).from('en')).toBe('es');
    expect(reach('en', ['ru']).from('zh')).toBe('ru');
    expect(reach('ru', undefined).from('en')).toBe('ru');
    expect(reach('ru', []).from('en')).toBe('ru');
  });

  it('translates not into the language of the question', () => {
    expect(reach('ru', ['ru']).from('ru')).toBeUndefined();
    expect(reach('ru', ['en']).from('en')).toBeUndefined();
    expect(reach('ru', ['es', 'en']).from('en')).toBeUndefined();
    expect(reach('zh', ['zh', 'ja'], ['ja']).from('ja')).toBeUndefined();
    expect(reach('zh', ['zh'], ['ja']).from('ja')).toBe('zh');
  });

  it('translates only for what is in no nearer language', () => {
    const { isLast } = reach('ru', ['ru']);
    expect(isLast('en', entry('en'))).toBe(true);
    expect(isLast('en', entry('en', 'ru'))).toBe(false);
    expect(isLast('en', undefined)).toBe(true);
  });

  it('takes what is at home from there, also for a question in a third language', () => {
    const { isLast } = reach('en', ['ru']);
    expect(isLast('zh', entry('zh-Hans', 'en'))).toBe(false);
    expect(isLast('en', entry('zh-Hans', 'en'))).toBe(true);
    expect(isLast('en', entry('ru', 'en'))).toBe(false);
  });
});
