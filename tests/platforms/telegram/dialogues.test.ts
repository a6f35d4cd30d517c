import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ApiCall, type FakeTelegram, fakeTelegram, type Json } from '../../helpers/fake-telegram.ts';
import {
  administrator,
  dataOf,
  FORUM,
  GROUP,
  message,
  ownMessage,
  type Person,
  person,
  press,
} from '../../helpers/fake-telegram-people.ts';
import { type RunningBot, shownText, startBot, telegramServices } from '../../helpers/telegram-bot.ts';

let fake: FakeTelegram;
let bot: RunningBot;
let groups = 1;
let people = 9000;
let chat: Json;
let boss: Person;
const tell: RunningBot['tell'] = (...updates) => bot.tell(...updates);
const onlyForce = (calls: readonly ApiCall[]) =>
  calls.find(({ body }) => (body.reply_markup as Json | undefined)?.force_reply === true);

beforeAll(async () => {
  fake = await fakeTelegram();
  bot = await startBot(fake, await telegramServices());
});

afterAll(async () => {
  await bot.stop();
  await fake.close();
});

const moderatorOf = (where: Json): Person => {
  const user = person(people++, 'en');
  fake.members.set(`${String(where.id)} ${user.id}`, administrator(user));
  return user;
};

beforeEach(() => {
  chat = { ...GROUP, id: -1_003_000_000_000 - groups++ };
  boss = moderatorOf(chat);
});

afterEach(() => expect(fake.problems.splice(0)).toEqual([]));

const replyTo = (call: ApiCall | undefined, text: string, from = boss, more: Json = {}) => ({
  message: message(from, chat, text, { reply_to_message: ownMessage(call, chat), ...more }),
});

/** Teaches by a dialogue. @returns all that was said, by step */
async function teach(answers: readonly string[]): Promise<ApiCall[][]> {
  const steps = [await tell({ message: message(boss, chat, '/teach') })];
  for (const answer of answers) steps.push(await tell(replyTo(onlyForce(steps.at(-1) ?? []), answer)));
  return steps;
}

describe('a command without its words', () => {
  it('asks again for them where the answer is empty, and shows no number of a step', async () => {
    const [asked] = await tell({ message: message(boss, chat, '/ask') });
    const [again] = await tell(replyTo(asked, '-'));
    expect(shownText(again)).toBe(bot.services.speak('en')('form-required'));
    expect(shownText((await tell(replyTo(again, 'when is the office open?')))[0])).toContain(
      'When is the office open?',
    );
  });
});

describe('a lesson in reply to a message', () => {
  const said = (words: string, more: Json = {}) => ({
    reply_to_message: { ...message(person(people++, 'en'), chat, words), ...more },
  });
  const ANSWER = 'You find it behind the old house.';
  const keptWords = (calls: readonly ApiCall[]): string => shownText(onlyForce(calls));

  it.each(['/teach', '/teach@wenda_bot', '@wenda_bot /teach'])(
    'takes the message as the answer, and asks for the question: %s',
    async (text) => {
      const asked = await tell({ message: message(boss, chat, text, said(ANSWER)) });
      expect(keptWords(asked)).not.toContain(ANSWER);
      expect(keptWords(await tell(replyTo(onlyForce(asked), 'Where is the garden?')))).toContain(ANSWER);
    },
  );

  it('needs no more than the question', async () => {
    const [preview] = await tell({ message: message(boss, chat, '/teach Where is the garden?', said(ANSWER)) });
    expect(shownText(preview)).toContain(`Where is the garden?\n\n${ANSWER}`);
  });

  it('takes a question as the question, the words that are given, and nothing of what a channel posted', async () => {
    const asked = await tell({ message: message(boss, chat, '/teach', said('where is the garden?')) });
    expect(keptWords(asked)).toContain('where is the garden?');
    const given = '/teach question: Where is the garden? answer: In front of the house.';
    const [preview] = await tell({ message: message(boss, chat, given, said(ANSWER)) });
    expect(shownText(preview)).toContain('In front of the house.');
    const post = said(ANSWER, { is_automatic_forward: true, sender_chat: { id: -1009, type: 'channel', title: 'N' } });
    const below = await tell({ message: message(boss, chat, '/teach', post) });
    expect(keptWords(await tell(replyTo(onlyForce(below), 'Where is the garden?')))).not.toContain(ANSWER);
  });
});

describe('a form', () => {
  it('is asked question by question, previewed, and confirmed', async () => {
    const steps = await teach(['Where is the office?', 'In **Geneva**.', 'office address', '-', '-']);
    expect(steps.slice(0, -1).map((calls) => /\((\d)\/5\)/.exec(shownText(onlyForce(calls)))?.[1])).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
    ]);
    const preview = steps.at(-1)?.[0];
    expect(shownText(preview)).toContain('Where is the office?\n\nIn Geneva.');
    expect(preview?.body.entities).toContainEqual(expect.objectContaining({ type: 'bold', length: 6 }));
    const [, done] = await tell(press(boss, ownMessage(preview, chat), dataOf(preview, 'Save')));
    expect(shownText(done)).toBe('Learned: “Where is the office?”.');
    const [answer] = await tell({ message: message(person(people++, 'en'), chat, '/ask office address') });
    expect(shownText(answer)).toContain('In Geneva.');
  });

  it('takes only its owner’s replies to the open question', async () => {
    const [, first] = await teach([]).then(([calls = []]) => calls);
    expect(await tell({ message: message(boss, chat, 'just talking') })).toEqual([]);
    const [other] = await tell(replyTo(first, 'Where is the office?', person(people++, 'en')));
    expect(shownText(other)).not.toContain('(2/5)');
    const second = moderatorOf(chat);
    await tell({ message: message(second, chat, '/teach') });
    const wrong = await tell(replyTo(first, 'Where is the office?', second));
    expect(onlyForce(wrong)).toBeUndefined();
    const next = await tell(replyTo(first, 'Where is the office?'));
    expect(shownText(onlyForce(next))).toContain('(2/5)');
    expect(onlyForce(next)?.body.reply_parameters).toMatchObject({ message_id: expect.any(Number) });
  });

  it('survives a restart', async () => {
    const steps = await teach(['Where is the office?']);
    await bot.stop();
    bot = await startBot(fake, bot.services);
    const next = await tell(replyTo(onlyForce(steps.at(-1) ?? []), 'In Geneva.'));
    expect(shownText(onlyForce(next))).toContain('(3/5)');
  });

  it('is given up by a button, by its owner only, and by /cancel', async () => {
    const [[head, first] = []] = await teach([]);
    const stranger = await tell(press(person(people++, 'en'), ownMessage(head, chat), dataOf(head, 'Cancel')));
    expect(stranger.map(({ body }) => body.text)).toEqual(['This button no longer works. Please ask again.']);
    const [, gone] = await tell(press(boss, ownMessage(head, chat), dataOf(head, 'Cancel')));
    expect(shownText(gone)).toBe('Cancelled. Nothing was changed.');
    const [late] = await tell(replyTo(first, 'Where is the office?'));
    expect(shownText(late)).not.toContain('(2/5)');
    const [[, again] = []] = await teach([]);
    const [cancelled] = await tell(replyTo(again, '/cancel'));
    expect(shownText(cancelled)).toBe('Cancelled. Nothing was changed.');
  });

  it('is given up by /cancel also where that replies to nothing, by its owner only', async () => {
    const [[, first] = []] = await teach([]);
    await tell({ message: message(moderatorOf(chat), chat, '/cancel') });
    expect(shownText(onlyForce(await tell(replyTo(first, 'Where is the office?'))))).toContain('(2/5)');
    const [cancelled] = await tell({ message: message(boss, chat, '/cancel') });
    expect(shownText(cancelled)).toBe('Cancelled. Nothing was changed.');
  });

  it('insists on what it needs, and keeps what stands there', async () => {
    const steps = await teach(['-']);
    expect(shownText(onlyForce(steps.at(-1) ?? []))).toBe("This can't be left empty.\n\nQuestion (1/5)");
    const correct = await tell({ message: message(boss, chat, '/correct hours') });
    const [head] = correct;
    expect(shownText(onlyForce(correct))).toContain('Now:\n\nquestions/hours');
    const [, kept] = await tell(press(boss, ownMessage(head, chat), dataOf(head, 'Skip')));
    expect(shownText(kept)).toContain('(2/');
  });

  it('stays in its topic', async () => {
    const where = { ...FORUM, id: -1_004_000_000_000 - groups++ };
    const user = moderatorOf(where);
    const topic = { message_thread_id: 9, is_topic_message: true };
    const calls = await tell({ message: message(user, where, '/teach', topic) });
    expect(calls.map(({ body }) => body.message_thread_id)).toEqual([9, 9]);
    const elsewhere = await tell({
      message: message(user, where, 'Where?', {
        message_thread_id: 10,
        is_topic_message: true,
        reply_to_message: ownMessage(calls[1], where),
      }),
    });
    expect(onlyForce(elsewhere)).toBeUndefined();
  });

  it('may be filled in at once, in one message', async () => {
    const [preview] = await tell({
      message: message(
        boss,
        chat,
        '/teach question: Where is the office?\nanswer: In Geneva.\nphrasings: office address',
      ),
    });
    expect(shownText(preview)).toContain('Where is the office?\n\nIn Geneva.');
    expect(dataOf(preview, 'Save')).not.toBe('');
  });
});
