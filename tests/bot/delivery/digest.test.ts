import { expect, it } from 'vitest';
import type { Notice } from '../../../src/bot/answers/reply.ts';
import { periodAt, postDigests } from '../../../src/bot/delivery/digest.ts';
import type { Services } from '../../../src/bot/services.ts';
import { plainText } from '../../../src/core/entry/blocks.ts';
import { entryOf, textOf } from '../../helpers/entries.ts';
import { PACK } from '../../helpers/pack.ts';
import { keepQuestion } from '../../helpers/questions.ts';
import { botOf } from '../../helpers/replies.ts';
import { moderatorIn, PLACE, reopened, servicesOf } from '../../helpers/services.ts';

const DUE = entryOf('questions/fees', textOf('en', 'What does it cost?', [], { reviewBy: '2026-11-20' }));
const BANNED = 'questions/why-banned';

/** Fails the test: nothing goes wrong. */
const onError = (error: unknown): never => {
  throw error;
};

it.each([
  ['2026-11-30T07:59:00Z', 'daily', { from: '2026-11-28', due: '2026-11-29' }],
  ['2026-11-30T08:00:00Z', 'daily', { from: '2026-11-29', due: '2026-11-30' }],
  ['2026-11-30T07:59:00Z', 'weekly', { from: '2026-11-16', due: '2026-11-23' }],
  ['2026-11-30T08:00:00Z', 'weekly', { from: '2026-11-23', due: '2026-11-30' }],
  ['2026-12-06T23:00:00Z', 'weekly', { from: '2026-11-23', due: '2026-11-30' }],
] as const)('at %s a %s digest tells about %j', (now, often, period) => {
  expect(periodAt(now, often)).toEqual(period);
});

it('one message a period tells what needs moderators, in place of reports, from one process, and nothing twice', async () => {
  let now = '2026-11-25T12:00:00.000Z';
  const services = await servicesOf([...PACK, DUE], { now: () => now });
  const { communities } = services;
  const failing: Services = {
    ...services,
    communities: {
      ...communities,
      byId: (id) => (id === 'test:damaged' ? Promise.reject(new Error(id)) : communities.byId(id)),
    },
  };
  const moderator = moderatorIn(services);
  const say = (text: string, person: string) =>
    botOf(services)({ person, place: PLACE, text, addressed: true, about: { entry: BANNED, message: '1' } });
  const posted = async () =>
    (await services.store.read(({ outbox }) => outbox.due('test', now))).map(
      ({ payload }) => (JSON.parse(payload) as { reply: Notice }).reply,
    );
  const linesOf = (reply: Awaited<ReturnType<typeof posted>>[number] | undefined) =>
    plainText(reply?.blocks ?? []).split('\n');
  const busy = async () => {
    await say('/helpful no', 'test:a');
    for (const person of ['test:a', 'test:b', 'test:c']) await say('where does the lighthouse keeper sleep?', person);
    await services.questions.flush();
  };

  // Of another community that cannot be read.
  await moderator('/settings digest daily', { place: { ...PLACE, id: 'damaged' } });
  await moderator('/settings digest weekly');
  await busy();
  await postDigests(services, onError);
  expect(await posted()).toEqual([]);

  await moderator('/settings reports here');
  await busy();
  expect(await posted()).toEqual([]);
  now = '2026-11-30T08:00:00.000Z';
  await keepQuestion(services.store, {
    ...{ community: 'test:here', text: 'how do I reset the flux capacitor, Bob?', state: 'solved', at: now },
    ...{ place: 'test:here', post: '1', helper: 'h', words: 'Hold it.', said: '2' },
  });
  const learning = { ...services.knowledge, learning: () => ({ isLearning: true }) };
  await postDigests({ ...services, knowledge: learning }, onError);
  expect(await posted()).toEqual([]);
  // A process that would say it otherwise is no reason to say it again.
  const other: Services = { ...(await reopened(services)), hash: () => 'otherwise' };
  const failures: unknown[] = [];
  await Promise.all([postDigests(failing, (error) => failures.push(error)), postDigests(other, onError)]);
  expect(failures).toEqual([new Error('test:damaged')]);
  const [digest, ...more] = await posted();
  expect(more).toEqual([]);
  expect(linesOf(digest)).toEqual([
    expect.stringContaining('Open questions that were asked in this time: 1'),
    expect.stringMatching(/I had no answer to “where does the lighthouse keeper sleep\?”\. People who asked: 3/),
    expect.stringMatching(/This answer solved “how do I reset the flux capacitor.*Should I learn it/),
    expect.stringContaining('“Why was my account banned?” did not help. Votes against it: 1 of 1'),
    expect.stringContaining('“What does it cost?” was due for review by 20 November 2026'),
  ]);
  expect(digest?.choices?.map(({ command, argument }) => `${command} ${argument}`.trim())).toEqual([
    'questions',
    ...['assign 1', 'answer 1', 'ignore 1'],
    'human learn 2',
    `show ${BANNED}`,
    `show ${DUE.id}`,
  ]);

  // Within the week nothing more; then what is left, once; and nothing that was said already.
  now = '2026-12-06T12:00:00.000Z';
  await postDigests(await reopened(services), onError);
  expect(await posted()).toHaveLength(1);
  for (const [monday, count] of [
    ['2026-12-07', 2],
    ['2026-12-14', 2],
  ] as const) {
    now = `${monday}T09:00:00.000Z`;
    await postDigests(services, onError);
    expect(await posted()).toHaveLength(count);
  }
  expect(linesOf((await posted())[1])).toEqual([
    expect.stringContaining('flux capacitor'),
    expect.stringContaining('What does it cost?'),
  ]);

  await moderator('/settings digest off');
  await say('/helpful no', 'test:b');
  expect(linesOf((await posted())[2])).toEqual([expect.stringContaining('did not help')]);
  now = '2026-12-21T09:00:00.000Z';
  await postDigests(services, onError);
  expect(await posted()).toHaveLength(3);
});

it('a daily digest says nothing if there is nothing', async () => {
  let now = '2026-11-25T12:00:00.000Z';
  const services = await servicesOf([], { now: () => now });
  const moderator = moderatorIn(services);
  await moderator('/settings reports here');
  await moderator('/settings digest daily');
  for (const day of ['25', '26']) {
    now = `2026-11-${day}T12:00:00.000Z`;
    await postDigests(services, onError);
  }
  expect(await services.store.read(({ outbox }) => outbox.due('test', now))).toEqual([]);
});
