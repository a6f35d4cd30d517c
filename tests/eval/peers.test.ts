import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ENGINES, enginesThere, isInstalledApart } from '../../eval/engines.ts';
import { arePeersInstalled, HOW_TO_INSTALL, loadIfThere, loadPeer } from '../../eval/peers/installed.ts';
import type { EvalSet } from '../../eval/sets.ts';
import { lacks } from '../helpers/lacks.ts';

const hasPeers = arePeersInstalled();

const entry = (id: string, title: string, phrasings: readonly string[], answer: string) => ({
  id: `questions/${id}`,
  title,
  phrasings,
  answer,
});

const SETS: readonly (EvalSet & { readonly asked: string })[] = [
  {
    name: 'en',
    language: 'en',
    entries: [
      entry('hours', 'When is the library open?', ['opening hours', 'what time do you close'], 'From nine to six.'),
      entry(
        'join',
        'How do I become a member?',
        ['get a library card', 'join the library'],
        'Bring a letter with your address.',
      ),
      entry(
        'fees',
        'What does a lost book cost?',
        ['I have lost a book', 'replace a lost book'],
        'Its price and a fee.',
      ),
    ],
    questions: [],
    asked: 'help: I lost my book ~ what does it cost?',
  },
  {
    name: 'fa',
    language: 'fa',
    entries: [
      entry('hours', 'کتابخانه چه ساعتی باز است؟', ['ساعت کار', 'چه ساعتی می‌بندید'], 'از نه تا شش.'),
      entry('join', 'چگونه عضو شوم؟', ['گرفتن کارت عضویت', 'عضویت در کتابخانه'], 'نامه‌ای با نشانی خود بیاورید.'),
      entry('fees', 'هزینه کتاب گمشده چقدر است؟', ['کتاب را گم کرده‌ام', 'جایگزینی کتاب گمشده'], 'قیمت آن و کارمزد.'),
    ],
    questions: [],
    asked: 'هزینه کتاب گمشده',
  },
];

// nlp.js tells of every round of its training.
beforeEach(() => void vi.spyOn(console, 'log').mockReturnValue());

describe.each(Object.entries(ENGINES))('%s', (name, load) => {
  it.skipIf(lacks(`package of ${name}: ${HOW_TO_INSTALL}`, hasPeers || !isInstalledApart(name))).each(SETS)(
    'finds an entry in $language',
    async (set) => {
      const peer = await load();
      const ask = await peer.build(set);
      const { hits, sure } = await ask(set.asked);
      expect(hits[0]?.id).toBe('questions/fees');
      expect(hits.length).toBeLessThanOrEqual(10);
      const scores = hits.flatMap(({ score }) => score ?? []);
      expect(scores).toEqual([...scores].sort((one, other) => other - one));
      if (peer.isProbable) expect(hits.every(({ score = 2 }) => score > 0 && score <= 1)).toBe(true);
      expect(sure).not.toBe(false);
    },
  );
});

describe('a peer that is not installed', () => {
  it('is named, and how to install it', async () => {
    await expect(loadPeer('no-such-package')).rejects.toThrow(
      'no-such-package is not installed (npm ci --prefix eval/peers)',
    );
    expect(await loadIfThere('no-such-package')).toBeUndefined();
  });

  it('leaves Wenda and plain MiniSearch', () => expect(enginesThere(false)).toEqual(['Wenda', 'MiniSearch']));
});
