import { describe, expect, it } from 'vitest';
import type { Invitation, Tally } from '../../src/bot/ports/memory.ts';
import type { Store, Unit } from '../../src/bot/ports/store.ts';
import { askerOf, keepQuestion, putQuestion } from '../helpers/questions.ts';
import type { Open } from './contract.ts';
import {
  answerOf,
  append,
  draftOf,
  editOf,
  homeOf,
  keptOf,
  later,
  NOW,
  ONE,
  outboxMessageOf,
  signalOf,
  TWO,
  tallyOf,
  updateOf,
  voteOf,
} from './samples.ts';

export function memoryContract(open: Open): void {
  describe('people', () => {
    it('choose a language, another one, and none', async () => {
      const store = await open();
      const choose = (language: string | undefined) =>
        store.transact(async ({ people }) => {
          await people.setLanguage('p1', language);
          return Promise.all([people.languageOf('p1'), people.languageOf('p2')]);
        });
      expect(await choose('de')).toEqual(['de', undefined]);
      expect(await choose('zh-Hans')).toEqual(['zh-Hans', undefined]);
      expect(await choose(undefined)).toEqual([undefined, undefined]);
    });

    const filled = async (...persons: readonly string[]) => {
      const store = await open();
      await store.transact(async (unit) => {
        for (const [n, person] of persons.entries()) {
          await unit.people.setLanguage(person, 'de');
          await unit.drafts.save(draftOf({ id: `d${n}`, person }));
          await unit.kept.save(keptOf({ key: `k${n}`, person }));
          await unit.answers.add(answerOf({ message: `m${n}`, person }));
          await unit.votes.cast(voteOf({ person }));
          const item = await putQuestion(unit, { text: `where ${n}`, asker: { person } });
          await unit.signals.add(signalOf({ item, person }));
          await unit.signals.add(signalOf({ item, person: `helper of ${person}`, asker: person }));
          await unit.inbox.accept([updateOf(`u${n}`, { person })]);
          await unit.outbox.add(outboxMessageOf({ person }));
        }
      });
      for (const [n, person] of persons.entries())
        await append(store, [editOf(`k${n}`, JSON.stringify({ by: person }))], { person });
      return store;
    };

    it('are told all that is kept of them', async () => {
      const store = await filled(ONE, TWO);
      expect(await store.transact(({ people }) => people.export(ONE, homeOf(ONE)))).toEqual({
        choices: [{ language: 'de' }],
        quiet: [],
        drafts: [{ id: 'd0', community: 'c', content: '{"a":1}', expires: later(10) }],
        kept: [{ key: 'k0', place: 'x:1', content: '{"a":1}', expires: later(10) }],
        answers: [
          {
            place: 'x:1',
            message: 'm0',
            channel: '',
            community: 'c',
            entry: 'e1',
            language: 'en',
            pin: null,
            asked: 'q1',
            at: NOW,
          },
        ],
        votes: [{ community: 'c', answer: 'x:1:m1', entry: 'e1', helpful: 1, reason: '', at: NOW }],
        asked: [
          {
            ...{ community: 'c', language: 'en', state: 'open', text: 'where 0', place: 'x:1', channel: '' },
            ...{ message: '', link: '', offered: '', meant: '', at: NOW, until: later(30 * 24 * 60) },
            ...{ address: '', told: '' },
          },
        ],
        signals: [
          { item: 1, entry: 'e1', kind: 'choice', at: NOW, dropped: 0 },
          { item: 1, entry: 'e1', kind: 'choice', at: NOW, dropped: 0 },
        ],
        helped: [],
        credits: [],
        inbox: [{ platform: 'x', id: 'u0', queue: 'l1', payload: '{"n":"u0"}', at: NOW }],
        outbox: [{ platform: 'x', queue: 'l1', payload: '{}', due: NOW }],
        tallies: [],
        acts: [
          {
            id: 1,
            at: NOW,
            community: 'c',
            place: 'x:1',
            command: 'teach',
            why: '',
            changes: [{ kind: 'pin', key: 'k0', after: `{"by":"${ONE}"}` }],
          },
        ],
      });
      const none = await store.transact(({ people }) => people.export('p3', homeOf('p3')));
      expect(Object.values(none).flat()).toEqual([]);
    });

    it('are erased, one without the other', async () => {
      const store = await filled(ONE, TWO);
      const other = await store.transact(({ people }) => people.export(TWO, homeOf(TWO)));
      await store.transact(({ people }) => people.erase(ONE, homeOf(ONE)));
      expect(Object.values(await store.transact(({ people }) => people.export(ONE, homeOf(ONE)))).flat()).toEqual([]);
      expect(await store.transact(({ people }) => people.export(TWO, homeOf(TWO)))).toEqual(other);
      const left = await store.transact(async (unit) => [
        await unit.answers.find('x:1', 'm0'),
        await unit.inbox.open('x'),
        await unit.inbox.accept([updateOf('u0')]),
        await unit.outbox.due('x', NOW),
        await unit.votes.count('c', '2026-01-01'),
        await unit.signals.list('c', 10),
        await unit.log.records(),
        (await unit.log.acts({})).map(({ person }) => person),
      ]);
      expect(left).toMatchObject([
        answerOf({ message: 'm0', person: '', asked: '' }),
        [{ id: 'u1' }],
        [],
        [{ person: TWO }],
        [{ helpful: 1 }],
        [{ person: TWO }, { asker: TWO }],
        [{ value: '{"by":""}' }, { value: `{"by":"${TWO}"}` }],
        ['', TWO],
      ]);
    });

    it('are handed and erased what others wait for with their words in it', async () => {
      const store = await open();
      const content = JSON.stringify({ argument: 'words', of: [ONE] });
      await store.transact(async ({ kept, outbox }) => {
        await kept.save(keptOf({ person: '', content }));
        await outbox.add(outboxMessageOf({ person: TWO, payload: content }));
      });
      const exported = () => store.read(({ people }) => people.export(ONE, homeOf(ONE)));
      expect(await exported()).toMatchObject({ kept: [{ content }], outbox: [{ payload: content }] });
      await store.transact(({ people }) => people.erase(ONE, homeOf(ONE)));
      expect(await exported()).toMatchObject({ kept: [], outbox: [] });
      expect(await store.read(({ outbox }) => outbox.due('x', '9'))).toEqual([]);
    });

    it('with a long history are erased part by part, which is known until all is done', async () => {
      const store = await filled(ONE, TWO);
      const other = await store.transact(({ people }) => people.export(TWO, homeOf(TWO)));
      const many = Array.from({ length: 450 }, (_, n) => n);
      for (const edits of [
        many.map((n) => editOf(`k${n}`, JSON.stringify({ by: ONE, n }), `x:${n}`)),
        many.map((n) => editOf(`r${n}`, JSON.stringify({ why: `reason ${n}` }), 'c', 'retired')),
      ])
        await append(store, edits, { person: ONE });
      for (const n of many) await append(store, [], { person: ONE, community: `x:${n}`, why: 'reason' });
      for (const n of many)
        await append(store, [editOf(`h${n}`, JSON.stringify({ by: ONE }), homeOf(ONE))], {
          person: ONE,
          community: homeOf(ONE),
        });
      const begun = () => store.transact(({ people }) => people.begun());
      expect(await begun()).toEqual([]);
      const touched = new Set<string>();
      let parts = 0;
      await store.inSteps(async ({ people }) => {
        const part = await people.eraseSome(ONE, homeOf(ONE));
        for (const community of part.touched) touched.add(community);
        parts += 1;
        return part.isMore;
      });
      expect(parts).toBeGreaterThan(5);
      expect([...touched]).toEqual(expect.arrayContaining(['c', 'x:0', 'x:449']));
      expect(await begun()).toEqual([{ person: ONE, home: homeOf(ONE), isWaiting: true }]);
      await store.transact(async ({ inbox }) => {
        for (const { platform, id, person } of await inbox.open('x'))
          if (person === ONE) await inbox.done(platform, id);
      });
      expect(await begun()).toMatchObject([{ isWaiting: false }]);
      await store.transact(({ people }) => people.erase(ONE, homeOf(ONE)));
      expect(await begun()).toEqual([]);
      const kept = await store.transact(async ({ log }) => JSON.stringify([await log.acts({}), await log.records()]));
      for (const words of [ONE, homeOf(ONE), 'reason']) expect(kept).not.toContain(words);
      expect(await store.transact(({ people }) => people.export(TWO, homeOf(TWO)))).toEqual(other);
      expect(await store.transact(({ log }) => log.records({ kind: 'retired', key: 'r9' }))).toMatchObject([
        { value: '{"why":""}' },
      ]);
    });

    it('by name are taken out of the log with the record about them, which others keep', async () => {
      const store = await filled(ONE);
      const about = { community: 'c', kind: 'setting', key: 'moderator:1' } as const;
      for (const value of ['"Ada"', '"Ada L."', null])
        await append(
          store,
          [
            { ...about, after: value },
            { ...about, community: 'd', after: '"Bob"' },
          ],
          { person: ONE },
        );
      await store.transact(({ people }) => people.forgetRecord(about));
      const acts = await store.transact(({ log }) => log.acts({ community: 'c', kind: 'setting' }));
      expect(
        acts.map(({ changes }) =>
          changes.filter(({ community }) => community === 'c').map(({ before, after }) => [before, after]),
        ),
      ).toEqual(Array(3).fill([[null, null]]));
      expect(JSON.stringify(acts)).toContain('Bob');
    });

    it('are not erased where nobody is named', async () => {
      const store = await filled('', ONE);
      const before = await store.transact(({ people }) =>
        Promise.all([people.export('', homeOf('')), people.export(ONE, homeOf(ONE))]),
      );
      await store.transact(({ people }) => people.erase('', homeOf('')));
      expect(await store.transact(({ people }) => people.eraseSome('', homeOf('')))).toEqual({
        touched: [],
        isMore: false,
      });
      expect(
        await store.transact(({ people }) =>
          Promise.all([people.export('', homeOf('')), people.export(ONE, homeOf(ONE))]),
        ),
      ).toEqual(before);
    });
  });

  describe('drafts', () => {
    it('are found until they expire or are removed', async () => {
      const store = await open();
      await store.transact(({ drafts }) => drafts.save(draftOf()));
      const find = (now: string, id = 'd1') => store.transact(({ drafts }) => drafts.find(id, now));
      expect(await find(NOW)).toEqual(draftOf());
      expect(await find(NOW, 'd2')).toBeUndefined();
      await store.transact(({ drafts }) => drafts.save(draftOf({ content: '2' })));
      expect(await find(later(9))).toEqual(draftOf({ content: '2' }));
      await store.transact(({ drafts }) => drafts.remove('d1'));
      expect(await find(NOW)).toBeUndefined();
    });

    it('are gone once they have expired', async () => {
      const store = await open();
      await store.transact(({ drafts }) => drafts.save(draftOf()));
      await store.transact(({ drafts }) => drafts.save(draftOf({ id: 'd2', expires: later(20) })));
      expect(await store.transact(({ drafts }) => drafts.find('d1', later(10)))).toBeUndefined();
      await store.transact(({ drafts }) => drafts.prune(later(10)));
      const { drafts } = await store.transact(({ people }) => people.export('p1', homeOf('p1')));
      expect(drafts).toMatchObject([{ id: 'd2' }]);
    });
  });

  describe('what is kept for a while', () => {
    it('is found until it expires, is replaced or is removed', async () => {
      const store = await open();
      await store.transact(({ kept }) => kept.save(keptOf()));
      const find = (now: string, key = 'k1') => store.transact(({ kept }) => kept.find(key, now));
      expect(await find(NOW)).toEqual(keptOf());
      expect(await find(NOW, 'k2')).toBeUndefined();
      await store.transact(({ kept }) => kept.save(keptOf({ content: '2' })));
      expect(await find(later(9))).toEqual(keptOf({ content: '2' }));
      expect(await find(later(10))).toBeUndefined();
      await store.transact(({ kept }) => kept.remove('k1'));
      expect(await find(NOW)).toBeUndefined();
    });

    it('is gone once it has expired', async () => {
      const store = await open();
      await store.transact(({ kept }) => kept.save(keptOf()));
      await store.transact(({ kept }) => kept.save(keptOf({ key: 'k2', expires: later(20) })));
      await store.transact(({ kept }) => kept.prune(later(10)));
      const { kept } = await store.transact(({ people }) => people.export('p1', homeOf('p1')));
      expect(kept).toMatchObject([{ key: 'k2' }]);
    });
  });

  describe('invitations', () => {
    const invitation: Invitation = { code: 'h', community: 'c', place: 'x:1', expires: later(10) };
    it('serve once', async () => {
      const store = await open();
      await store.transact(({ invitations }) => invitations.save(invitation));
      const take = (code = 'h') => store.transact(({ invitations }) => invitations.take(code, NOW));
      expect(await take('g')).toBeUndefined();
      expect((await Promise.all([take(), take(), take()])).filter((one) => one !== undefined)).toEqual([invitation]);
      expect(await take()).toBeUndefined();
    });

    it('are found without being used, until they expire', async () => {
      const store = await open();
      await store.transact(({ invitations }) => invitations.save(invitation));
      const find = (code: string, now: string) => store.transact(({ invitations }) => invitations.find(code, now));
      expect([
        await find('h', NOW),
        await find('h', later(9)),
        await find('h', later(10)),
        await find('g', NOW),
      ]).toEqual([invitation, invitation, undefined, undefined]);
    });

    it('serve again where the transaction failed', async () => {
      const store = await open();
      await store.transact(({ invitations }) => invitations.save(invitation));
      const work = store.transact(async ({ invitations }) => {
        await invitations.take('h', NOW);
        throw new Error('no');
      });
      await expect(work).rejects.toThrow('no');
      expect(await store.transact(({ invitations }) => invitations.take('h', NOW))).toEqual(invitation);
    });

    it('expire', async () => {
      const store = await open();
      await store.transact(({ invitations }) => invitations.save(invitation));
      expect(await store.transact(({ invitations }) => invitations.take('h', later(10)))).toBeUndefined();
    });
  });

  describe('messages of a FAQ', () => {
    it('are in the order of their slots, and go with their place', async () => {
      const store = await open();
      const posts = <T>(work: (posts: Unit['faqPosts']) => Promise<T>) => store.transact((unit) => work(unit.faqPosts));
      const post = { place: 'x:1', slot: '000002', channel: '7', message: '20', hash: 'b', at: NOW };
      const first = { ...post, slot: '000001', message: '10' };
      await posts((p) => p.save(post));
      await posts((p) => p.save({ ...first, message: '' }));
      await posts((p) => p.save(first));
      await posts((p) => p.save({ ...post, place: 'x:2' }));
      expect(await posts((p) => p.of('x:1'))).toEqual([first, post]);
      await posts((p) => p.remove(first));
      expect(await posts((p) => p.of('x:1'))).toEqual([post]);
      await store.transact(({ places }) => places.erase('x:1'));
      expect(await posts((p) => p.of('x:1'))).toEqual([]);
      await posts((p) => p.forget('x:2'));
      expect(await posts((p) => p.of('x:2'))).toEqual([]);
    });
  });

  describe('places', () => {
    it('are met once, left until they come back, and erased with what was decided there alone', async () => {
      const store = await open();
      const places = <T>(work: (places: Unit['places']) => Promise<T>) => store.transact((unit) => work(unit.places));
      expect([await places((p) => p.meet('x:1', NOW)), await places((p) => p.meet('x:1', NOW))]).toEqual([true, false]);
      await places((p) => p.leave('x:1', later(5)));
      await places((p) => p.leave('x:2', later(6)));
      expect([await places((p) => p.leftBefore(later(4))), await places((p) => p.leftBefore(later(6)))]).toEqual([
        [],
        ['x:1', 'x:2'],
      ]);
      expect(await places((p) => p.present())).toEqual([]);
      expect([await places((p) => p.meet('x:1', NOW)), await places((p) => p.meet('x:1', NOW))]).toEqual([true, false]);
      expect(await places((p) => p.present())).toEqual(['x:1']);
      expect(await places((p) => p.leftBefore(later(6)))).toEqual(['x:2']);
      await store.transact(({ outbox }) =>
        outbox.add({ platform: 'x', queue: 'x:2/5', person: '', payload: '{}', due: NOW }),
      );
      expect(await places((p) => p.erase('x:2'))).toEqual([]);
      expect(await store.transact(({ outbox }) => outbox.due('x', NOW))).toEqual([]);
      expect([await places((p) => p.leftBefore(later(6))), await places((p) => p.meet('x:2', NOW))]).toEqual([
        [],
        true,
      ]);
    });
  });

  describe('answers', () => {
    it('are found by message, replaced, and removed', async () => {
      const store = await open();
      const find = () => store.transact(({ answers }) => answers.find('x:1', 'm1'));
      await store.transact(({ answers }) => answers.add(answerOf()));
      expect(await find()).toEqual(answerOf());
      await store.transact(({ answers }) => answers.add(answerOf({ entry: 'e2', pin: 'k' })));
      expect(await find()).toEqual(answerOf({ entry: 'e2', pin: 'k' }));
      expect(
        await store.transact(({ answers }) => Promise.all([answers.find('x:2', 'm1'), answers.find('x:1', 'm2')])),
      ).toEqual([undefined, undefined]);
      await store.transact(({ answers }) => answers.remove('x:1', 'm1'));
      expect(await find()).toBeUndefined();
    });

    it('are found by what they answer, and in every community', async () => {
      const store = await open();
      await store.transact(async ({ answers }) => {
        await answers.add(answerOf({ message: 'm1', asked: 'q1' }));
        await answers.add(answerOf({ message: 'm2', asked: 'q1', at: later(1), community: 'd' }));
        await answers.add(answerOf({ message: 'm3', asked: '' }));
      });
      const messages = (found: readonly { message: string }[]) => found.map(({ message }) => message);
      expect(messages(await store.transact(({ answers }) => answers.to('x:1', 'q1')))).toEqual(['m2', 'm1']);
      expect(
        await store.transact(({ answers }) => Promise.all([answers.to('x:2', 'q1'), answers.to('x:1', '')])),
      ).toEqual([[], []]);
      expect(
        messages(await store.transact(({ answers }) => answers.with(null, [answerOf().entry], NOW))).slice(0, 1),
      ).toEqual(['m2']);
    });

    it('are found among many messages: those that are answers, and those that were answered', async () => {
      const store = await open();
      await store.transact(async ({ answers }) => {
        await answers.add(answerOf({ message: 'm1', asked: 'q1' }));
        await answers.add(answerOf({ message: 'm2', asked: 'q2' }));
        await answers.add(answerOf({ message: 'm3', asked: '' }));
        await answers.add(answerOf({ message: 'm4', place: 'x:2' }));
      });
      const among = async (messages: readonly string[]) =>
        (await store.transact(({ answers }) => answers.among('x:1', messages))).map(({ message }) => message).sort();
      const others = Array.from({ length: 300 }, (_, n) => `none${n}`);
      expect(await among([...others, 'm1', 'q1', 'q2', 'm4', ''])).toEqual(['m1', 'm2']);
      expect(await among(['m3'])).toEqual(['m3']);
      expect(await among([])).toEqual([]);
    });

    it('are found by entry, newest first, and forgotten with time', async () => {
      const store = await open();
      await store.transact(async ({ answers }) => {
        for (const n of [0, 1, 2, 3])
          await answers.add(answerOf({ message: `m${n}`, entry: `e${n % 2}`, at: later(n) }));
        await answers.add(answerOf({ message: 'other', community: 'd', entry: 'e1' }));
      });
      const found = (entries: readonly string[], since = NOW) =>
        store.transact(async ({ answers }) => (await answers.with('c', entries, since)).map(({ message }) => message));
      expect(await found(['e0', 'e1', 'e1', ...Array.from({ length: 300 }, (_, n) => `none${n}`)])).toEqual([
        'm3',
        'm2',
        'm1',
        'm0',
      ]);
      expect(await found(['e1'])).toEqual(['m3', 'm1']);
      expect(await found(['e0', 'e1'], later(2))).toEqual(['m3', 'm2']);
      expect(await found([])).toEqual([]);
      await store.transact(({ answers }) => answers.prune(later(1)));
      expect(await found(['e0', 'e1'])).toEqual(['m3', 'm2', 'm1']);
    });
  });

  describe('votes', () => {
    it('count once per person and answer, and may change', async () => {
      const store = await open();
      const count = () => store.transact(({ votes }) => votes.count('c', '2026-11-25'));
      await store.transact(async ({ votes }) => {
        await votes.cast(voteOf());
        await votes.cast(voteOf());
        await votes.cast(voteOf({ person: 'p2' }));
        await votes.cast(voteOf({ person: 'p2', answer: 'x:1:m2', entry: 'e0', helpful: false, at: later(24 * 60) }));
        await votes.cast(voteOf({ person: 'p3', answer: 'x:1:m0', at: later(-24 * 60) }));
        await votes.cast(voteOf({ community: 'd' }));
      });
      const next = { day: '2026-11-26', entry: 'e0', helpful: 0, unhelpful: 1 };
      expect(await count()).toEqual([{ day: '2026-11-25', entry: 'e1', helpful: 2, unhelpful: 0 }, next]);
      await store.transact(({ votes }) => votes.cast(voteOf({ helpful: false, at: later(1) })));
      expect(await count()).toEqual([{ day: '2026-11-25', entry: 'e1', helpful: 1, unhelpful: 1 }, next]);
    });

    it('say what was wrong, most often first, until they change', async () => {
      const store = await open();
      const first = voteOf({ helpful: false, reason: 'outdated' });
      await store.transact(async ({ votes }) => {
        await votes.cast(first);
        await votes.cast(voteOf({ person: 'p2', helpful: false, reason: 'unclear' }));
        await votes.cast(voteOf({ person: 'p3', helpful: false, reason: 'unclear' }));
        await votes.cast(voteOf({ person: 'p4', helpful: false }));
        await votes.cast(voteOf({ community: 'd', helpful: false, reason: 'wrong' }));
      });
      const reasons = () => store.transact(({ votes }) => votes.reasons('c', '2026-11-25'));
      const unclear = { entry: 'e1', reason: 'unclear', count: 2 };
      expect(await reasons()).toEqual([unclear, { entry: 'e1', reason: 'outdated', count: 1 }]);
      expect(await store.transact(({ votes }) => votes.find(first))).toEqual(first);
      await store.transact(({ votes }) => votes.cast(voteOf()));
      expect(await reasons()).toEqual([unclear]);
    });
  });

  describe('questions', () => {
    const list = async (store: Store, community = 'c') =>
      (await store.read(({ questions }) => questions.list(community))).map(({ text, askers }) => [text, askers.length]);

    it('are listed with all who asked, in the words of the first, and removed', async () => {
      const store = await open();
      const where = await keepQuestion(store, { text: 'where' });
      await store.transact(({ questions }) =>
        questions.join(askerOf(where, { person: 'p2', text: 'where is it', at: later(1) })),
      );
      await keepQuestion(store, { text: 'when', people: 2, at: later(1) });
      await keepQuestion(store, { text: 'elsewhere', community: 'd' });
      expect(await list(store)).toEqual([
        ['where', 2],
        ['when', 2],
      ]);
      expect(await list(store, 'd')).toEqual([['elsewhere', 1]]);
      await store.transact(({ questions }) => questions.leave(where, 'p1'));
      expect(await list(store)).toEqual([
        ['where is it', 1],
        ['when', 2],
      ]);
      await store.transact(({ questions }) => questions.remove(where));
      expect(await list(store)).toEqual([['when', 2]]);
      expect(await store.read(({ questions }) => questions.find(where))).toBeUndefined();
    });

    it('are put in other words, and who waits goes on waiting', async () => {
      const store = await open();
      const item = await keepQuestion(store, { text: 'where', asker: { address: '{}' } });
      await store.transact(({ questions }) => questions.join(askerOf(item, { text: 'where to' })));
      expect(await store.read(({ questions }) => questions.find(item))).toMatchObject({
        text: 'where to',
        askers: [{ address: '{}' }],
      });
      expect(await store.read(({ questions }) => questions.awaited())).toEqual(['c']);
    });

    it('go with the message that asked, but for those that others ask, too', async () => {
      const store = await open();
      const alone = await keepQuestion(store, { text: 'alone', asker: { message: 'm1' } });
      const shared = await keepQuestion(store, { text: 'shared', asker: { message: 'm2' } });
      await store.transact(({ questions }) => questions.join(askerOf(shared, { person: 'p2', message: 'm3' })));
      await store.transact(({ signals }) => signals.add(signalOf({ item: alone })));
      const askedIn = await store.read(({ questions }) => questions.askedIn('x:1', ['m1', 'm2', 'm9']));
      expect(askedIn.map(({ id }) => id)).toEqual([alone, shared]);
      await store.transact(({ questions }) => questions.unask('x:2', ['m1', 'm2']));
      expect(await list(store)).toHaveLength(2);
      await store.transact(({ questions }) => questions.unask('x:1', ['m1', 'm2'], shared));
      expect(await list(store)).toEqual([['shared', 2]]);
      await store.transact(({ questions }) => questions.unask('x:1', ['m2']));
      expect(await list(store)).toEqual([['where', 1]]);
      expect(await store.read(({ signals }) => signals.list('c', 9))).toEqual([]);
    });

    it('are forgotten at their time, which only ever becomes shorter', async () => {
      const store = await open();
      await keepQuestion(store, { text: 'open' });
      await keepQuestion(store, { text: 'passed', state: 'passed' });
      await store.transact(({ questions }) => questions.prune(later(29 * 24 * 60)));
      expect(await list(store)).toHaveLength(2);
      await store.transact(({ questions }) => questions.keepFor('c', 3));
      await store.transact(({ questions }) => questions.keepFor('c', 30));
      await store.transact(({ questions }) => questions.prune(later(3 * 24 * 60)));
      expect(await list(store)).toEqual([['passed', 1]]);
      await store.transact(({ questions }) => questions.prune(later(30 * 24 * 60)));
      expect(await list(store)).toEqual([]);
    });
  });

  describe('signals', () => {
    it('are the last word of each person on a question, the newest of a community', async () => {
      const store = await open();
      const item = await keepQuestion(store, { text: 'where' });
      const elsewhere = await keepQuestion(store, { text: 'where', community: 'd' });
      const own = { item, language: 'en' };
      const list = (most = 10) => store.transact(({ signals }) => signals.list('c', most));
      const [one, other] = [signalOf({ item }), signalOf({ item, person: 'p2', at: later(1) })];
      await store.transact(async ({ signals }) => {
        for (const signal of [one, other, signalOf({ item: elsewhere })]) await signals.add(signal);
      });
      expect(await list()).toEqual([
        { ...one, ...own },
        { ...other, ...own },
      ]);
      const last = signalOf({ item, entry: 'e2', kind: 'down', at: later(2) });
      await store.transact(({ signals }) => signals.add(last));
      expect(await list(1)).toEqual([{ ...last, ...own }]);
      const drop = (dropped: 0 | 1) => store.transact(({ signals }) => signals.drop({ item, entry: 'e1', dropped }));
      await drop(1);
      expect(await list()).toEqual([
        { ...other, ...own, dropped: 1 },
        { ...last, ...own },
      ]);
      await drop(0);
      expect(await list()).toEqual([
        { ...other, ...own },
        { ...last, ...own },
      ]);
    });
  });

  describe('tallies', () => {
    it('add up, each by itself', async () => {
      const store = await open();
      const list = (community = 'c', since = '2026-11-25'): Promise<Tally[]> =>
        store.transact(({ tallies }) => tallies.list(community, since));
      await store.transact(({ tallies }) =>
        tallies.add([tallyOf(), tallyOf({ count: 2 }), tallyOf({ entry: 'e1' }), tallyOf({ day: '2026-11-24' })]),
      );
      await store.transact(({ tallies }) =>
        tallies.add([tallyOf({ count: 4 }), tallyOf({ what: 'answered' }), tallyOf({ community: 'd' })]),
      );
      await store.transact(({ tallies }) => tallies.add([]));
      expect(await list()).toEqual([tallyOf({ what: 'answered' }), tallyOf({ count: 7 }), tallyOf({ entry: 'e1' })]);
      expect(await list('d')).toEqual([tallyOf({ community: 'd' })]);
      expect((await list('c', '2026-11-24')).map(({ day }) => day)).toEqual([
        '2026-11-24',
        '2026-11-25',
        '2026-11-25',
        '2026-11-25',
      ]);
    });

    it('tell who asked most', async () => {
      const store = await open();
      const busiest = (since: string, most: number) => store.transact(({ tallies }) => tallies.busiest(since, most));
      const asked = { what: 'asked' };
      await store.transact(({ tallies }) =>
        tallies.add([
          tallyOf({ ...asked, count: 2 }),
          tallyOf({ ...asked, entry: 'e', count: 3 }),
          tallyOf({ what: 'answered', community: 'd', count: 99 }),
        ]),
      );
      await store.transact(({ tallies }) =>
        tallies.add([
          tallyOf({ ...asked, community: 'd', count: 7 }),
          tallyOf({ ...asked, community: 'e', day: '2026-11-24', count: 50 }),
        ]),
      );
      expect(await busiest('2026-11-25', 9)).toEqual([
        { community: 'd', count: 7 },
        { community: 'c', count: 5 },
      ]);
      expect(await busiest('2026-11-24', 1)).toEqual([{ community: 'e', count: 50 }]);
      const many = Array.from({ length: 2500 }, (_, at) =>
        tallyOf({ ...asked, community: `many ${String(at).padStart(4, '0')}`, count: at % 1200 === 7 ? 60 : 1 }),
      );
      await store.transact(({ tallies }) => tallies.add(many));
      expect((await busiest('2026-11-24', 5)).map(({ community, count }) => `${community}: ${count}`)).toEqual([
        'many 0007: 60',
        'many 1207: 60',
        'many 2407: 60',
        'e: 50',
        'd: 7',
      ]);
    });
  });
}
