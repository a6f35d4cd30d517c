import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { isOfOnePlace } from '../../../src/bot/community/lineage.ts';
import { KINDS } from '../../../src/bot/ports/changes.ts';
import type { Services } from '../../../src/bot/services.ts';
import { type Library, warm } from '../../../src/core/search/library.ts';
import { entryOf, textOf } from '../../helpers/entries.ts';
import { libraryOf } from '../../helpers/library.ts';
import { type Moderator, moderator, PLACES, recordsOf, servicesWithFiles } from '../../helpers/moderators.ts';
import { replay } from '../../helpers/replay.ts';
import { runs } from '../../helpers/runs.ts';
import { reopened, shippedLocales } from '../../helpers/services.ts';

let library: Library;
beforeAll(async () => {
  const pack = [
    entryOf('questions/refund', textOf('en', 'Can I get a refund?', ['money back'])),
    entryOf(
      'questions/hours',
      textOf('en', 'When is the shop open?', ['opening times']),
      textOf('zh-Hans', '几点开门？'),
    ),
  ];
  library = libraryOf(pack, await shippedLocales());
  warm(library);
});

const ENTRIES = ['refund', 'hours', 'party', 'meetup'];
const QUESTIONS = ['Can I get a refund?', 'Who cooks at the party?', '几点开门？', 'when do we meet'];
const one = (words: readonly string[]) => fc.constantFrom(...words);
/** What a moderator may do; some of it is refused, some changes nothing. */
const command = fc.oneof(
  fc.tuple(one(QUESTIONS), one(ENTRIES)).map(([question, entry]) => `/pin ${question} entry: ${entry} --force`),
  fc.tuple(one(QUESTIONS), one(['so.', '这样。'])).map(([question, text]) => `/pin ${question} text: ${text} --force`),
  one(QUESTIONS).map((question) => `/unpin ${question} --force`),
  fc
    .tuple(one(['Party', 'Meetup']), one(['Ann.', 'Bob.']), one(['Ours', 'Theirs']))
    .map(([question, answer, source]) => `/teach question: ${question} answer: ${answer} source: ${source} --force`),
  fc
    .tuple(one(ENTRIES), one(['Better.', '更好。']))
    .map(([entry, answer]) => `/correct ${entry} answer: ${answer} question: ${answer} --force`),
  fc
    .tuple(one(ENTRIES), one(['add', 'remove']), one(['money back', 'another way']))
    .map(([entry, what, words]) => `/rephrase ${entry} ${what}: ${words} --force`),
  one(ENTRIES).map((entry) => `/retire ${entry} --force`),
  one(ENTRIES).map((entry) => `/restore ${entry} --force`),
  fc.nat(12).map((act) => `/undo ${act} --force`),
);
const PEOPLE = ['here', 'there', 'elsewhere'] as const;
type Who = (typeof PEOPLE)[number];
const step = fc.tuple(fc.constantFrom<Who>(...PEOPLE), command);

interface World {
  readonly services: Services;
  readonly mods: Record<Who, Moderator>;
}

/** Two places that are linked, and one that is not. */
async function world(): Promise<World> {
  const services = await servicesWithFiles(library);
  const mods = {
    here: moderator(services, 'a', PLACES.here),
    there: moderator(services, 'b', PLACES.there),
    elsewhere: moderator(services, 'c', PLACES.elsewhere),
  };
  const code = /\/link (\w+)/.exec(await mods.here.hear('/link'))?.[1];
  expect(await mods.there.hear(`/link ${code}`)).toMatch(/^Linked/);
  return { services, mods };
}

async function act({ mods }: World, [who, text]: readonly [Who, string]): Promise<void> {
  const reply = await mods[who].say(text);
  if (reply?.choices?.some(({ command }) => command === 'confirm')) await mods[who].press(reply, 'confirm');
}

const SHARED = 'test:here';
const OTHER = 'test:elsewhere';

/** What a place has decided, and what it answers. */
async function seenIn(services: Services, who: Who) {
  const { id, state, answer } = await services.communities.of(PLACES[who]);
  const answers = QUESTIONS.map((question) =>
    answer(question, 'en').candidates.map(({ entry, confidence, pin, hidden }) => [
      [...entry.texts],
      confidence,
      pin,
      hidden,
    ]),
  );
  return { id, records: KINDS.map((kind) => state.rawAll(kind)), answers };
}

describe('whatever moderators do', () => {
  it('is the same for linked places, unseen elsewhere, the same from the log, and can be taken back to the last byte', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const all = await world();
        const { services, mods } = all;
        const first = await recordsOf(services, SHARED);
        for (const one of steps) {
          const unseen = one[0] === 'elsewhere' ? SHARED : OTHER;
          const before = await recordsOf(services, unseen);
          await act(all, one);
          expect(await recordsOf(services, unseen), one.join(': ')).toEqual(before);
        }
        expect(await seenIn(services, 'there')).toEqual(await seenIn(services, 'here'));

        const again = await reopened(services);
        for (const who of PEOPLE) expect(await seenIn(again, who)).toEqual(await seenIn(services, who));
        const acts = await services.store.transact(({ log }) => log.acts({}));
        expect(await services.store.transact(({ log }) => log.records())).toEqual(replay(acts));

        for (const { id } of acts.filter((one) => one.community === SHARED && isOfOnePlace(one)).reverse()) {
          expect(await mods.there.hear(`/undo ${id} --force`), `undo ${id} after ${steps.join('; ')}`).toMatch(
            /^(?:Undone|.*Nothing to change)/,
          );
        }
        expect(await recordsOf(services, SHARED)).toEqual(first);
      }),
      runs(5),
    );
  });
});
