import { beforeEach, describe, expect, it } from 'vitest';
import { notice, plainReply, type Reply } from '../../../src/bot/answers/reply.ts';
import { attempt, servicesIn } from '../../../src/bot/attempt.ts';
import { converseAgain, type EditPort, leftBehind, NotYetPosted } from '../../../src/bot/platform/changed-message.ts';
import { converse, type MemberMessage, type UnsentMessages } from '../../../src/bot/platform/conversation.ts';
import { createRecall, createReplies, type Replies } from '../../../src/bot/platform/recall.ts';
import { createVoteOffers } from '../../../src/bot/platform/vote-offer.ts';
import type { Services } from '../../../src/bot/services.ts';
import { PLACE, servicesOf } from '../../helpers/services.ts';

type Ports = Partial<EditPort<MemberMessage>>;

let services: Services;
let replies: Replies;
/** Which members of the port were called, and for which message. */
let done: string[];
let asked: string[];

beforeEach(async () => {
  services = await servicesOf([]);
  replies = createReplies();
  [done, asked] = [[], []];
});

const ANSWER = plainReply('en', 'So it is.');

const note = (name: string): UnsentMessages => {
  done.push(name);
  return [{ queue: 'here', person: '', payload: name }];
};

const port = (parts: Ports = {}): EditPort<MemberMessage> => ({
  pace: () => 'go',
  say: async () => note('say'),
  remark: async () => note('remark'),
  whisper: async () => note('whisper'),
  pin: (_, post) => note(`pin ${post}`),
  edit: async (_, __, posts) => note(`edit ${posts.join()}`),
  remove: (_, posts) => note(`remove ${posts.join()}`),
  ...parts,
});

interface Given extends Partial<Omit<MemberMessage, 'incoming'>> {
  readonly text?: string;
  readonly addressed?: boolean;
  readonly isPrivate?: boolean;
}

const messageOf = ({ text = 'is it so?', addressed = true, isPrivate = false, ...more }: Given): MemberMessage => ({
  id: 'm1',
  incoming: { person: 'test:p', place: { ...PLACE, isPrivate }, text, addressed },
  ...more,
});

async function inAttempt(
  work: (talk: Parameters<typeof converse>[0]) => Promise<UnsentMessages>,
  reply: Reply | undefined,
) {
  const said = await attempt(services.store, (current) => {
    const own = servicesIn(services, current);
    return work({
      services: own,
      respond: async ({ text }) => {
        asked.push(text);
        return reply;
      },
      recall: createRecall(own),
      replies,
      offerVote: createVoteOffers(),
    });
  });
  return said.map(({ payload }) => payload);
}

const say = (given: Given = {}, parts: Ports = {}, reply: Reply | undefined = ANSWER) =>
  inAttempt((talk) => converse(talk, port(parts), messageOf(given)), reply);

describe('a message', () => {
  it('is answered', async () => expect(await say()).toEqual(['say']));

  it('is answered, and what its answer names is pinned', async () =>
    expect(await say({}, {}, notice('en', { pinMessage: '7' }))).toEqual(['say', 'pin 7']));

  it('goes on with an open form before anything else, however late or fast it comes', async () => {
    const fill = async () => note('fill');
    expect(await say({ isLate: true }, { fill, pace: () => 'slow', mayAsk: async () => false })).toEqual(['fill']);
    expect(asked).toEqual([]);
  });

  it('that comes too late is left, unless it changes something', async () => {
    expect(await say({ isLate: true })).toEqual([]);
    expect(await say({ isLate: true, text: '/pin this' })).toEqual(['say']);
  });

  it('of somebody too fast is told so, once, if it was meant for the bot', async () => {
    expect(await say({}, { pace: () => 'slow' })).toEqual(['whisper']);
    expect(await say({}, { pace: () => 'ignore' })).toEqual([]);
    expect(await say({ addressed: false }, { pace: () => 'slow' })).toEqual([]);
  });

  it('of somebody who may not ask there is left, before the platform leads it elsewhere', async () => {
    const lead = async () => note('lead');
    expect(await say({}, { mayAsk: async () => false, lead })).toEqual([]);
    expect(await say({}, { lead })).toEqual(['lead']);
  });

  it('goes on as it is meant, where the platform leads it', async () => {
    const lead = async (message: MemberMessage) => ({
      ...message,
      incoming: { ...message.incoming, text: 'and there?' },
    });
    expect(await say({}, { lead })).toEqual(['say']);
    expect(asked).toEqual(['and there?']);
  });

  it('without words is answered alone with the bot only, and only now and then', async () => {
    expect(await say({ text: '' })).toEqual([]);
    expect(await say({ text: '', isPrivate: true })).toEqual(['remark']);
    expect(
      await say({ text: '', isPrivate: true }, { pace: (_, kind) => (kind === 'wordless' ? 'ignore' : 'go') }),
    ).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('that says that an answer is wrong is offered a vote, and asks nothing', async () => {
    const given = { about: { entry: 'questions/refund' }, language: 'en' };
    await createRecall(services).posted(
      { place: 'test:here', channel: '', message: 'a1', asked: '', person: 'p' },
      given,
    );
    expect(await say({ to: 'a1', text: "that's wrong" })).toEqual(['say']);
    expect(asked).toEqual([]);
  });

  it('to which nothing is to be said gets nothing', async () =>
    expect(await inAttempt((talk) => converse(talk, port(), messageOf({})), undefined)).toEqual([]));
});

describe('a message in other words', () => {
  const again = (given: Given = {}, isNew = true, parts: Ports = {}, reply: Reply | undefined = ANSWER) => {
    const message = messageOf(given);
    const edited = { place: 'test:here', id: message.id, words: '', name: '', read: async () => message, isNew };
    return inAttempt((talk) => converseAgain(talk, port(parts), edited), reply);
  };

  it('has its answer edited', async () => {
    replies.note('test:here', 'm1', 'a1');
    expect(await again()).toEqual(['edit a1']);
  });

  it('has its answer taken away, if there is none any more', async () => {
    replies.note('test:here', 'm1', 'a1');
    const silent = { place: 'test:here', id: 'm1', words: '', name: '', read: async () => messageOf({}), isNew: true };
    expect(await inAttempt((talk) => converseAgain(talk, port(), silent), undefined)).toEqual(['remove a1']);
    expect(await replies.to('test:here', 'm1', { to: async () => [] })).toEqual([]);
  });

  it('is no command a second time', async () => {
    replies.note('test:here', 'm1', 'a1');
    expect(await again({ text: '/pin this' })).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('is answered, if it is new and meant for the bot', async () => {
    expect(await again()).toEqual(['say']);
    expect(await again({}, false)).toEqual([]);
    expect(await again({ addressed: false })).toEqual([]);
  });

  it('of somebody too fast is left', async () => {
    replies.note('test:here', 'm1', 'a1');
    expect(await again({}, true, { pace: () => 'slow' })).toEqual([]);
  });

  it('waits for its answer, if that is on its way', async () => {
    replies.expect('test:here', 'm1');
    replies.promise('test:here', 'm1');
    await expect(again()).rejects.toBeInstanceOf(NotYetPosted);
  });
});

it('what goes with a message that is gone is named once', async () => {
  replies.note('test:here', 'm1', 'a1');
  const gone = { place: 'test:here', id: 'm1', words: '', name: '' };
  const posts: string[] = [];
  for (let time = 0; time < 2; time++)
    await inAttempt(async (talk) => {
      posts.push(...(await leftBehind(talk, gone)));
      return [];
    }, undefined);
  expect(posts).toEqual(['a1']);
});
