import { type Choice, plainReply, type Reply, type ReplyParts } from '../../../src/bot/answers/reply.ts';
import { type Attempt, servicesIn } from '../../../src/bot/attempt.ts';
import type { Incoming } from '../../../src/bot/conversation/incoming.ts';
import { createCourier, type Outgoing } from '../../../src/bot/delivery/courier.ts';
import type { Correction } from '../../../src/bot/delivery/post-corrections.ts';
import { type Buttons, createButtons } from '../../../src/bot/platform/buttons.ts';
import { answer, converse, type MemberMessage, type Port } from '../../../src/bot/platform/conversation.ts';
import { answerForm, type FormDialogue, startForm } from '../../../src/bot/platform/form-dialogue.ts';
import { createPace } from '../../../src/bot/platform/pace.ts';
import type { Host, Platform } from '../../../src/bot/platform/platform.ts';
import { createRecall, createReplies } from '../../../src/bot/platform/recall.ts';
import { createVoteOffers } from '../../../src/bot/platform/vote-offer.ts';
import type { Services } from '../../../src/bot/services.ts';
import { plainText } from '../../../src/core/entry/blocks.ts';

/** A letter that somebody wrote to the bot, with its sender. */
export interface Letter {
  readonly from: string;
  readonly text: string;
  /** Data of a button, and the id of the bot's letter in which it was. */
  readonly press?: string;
  readonly below?: string;
}

/** Letters that the bot writes back. */
export interface Answer {
  readonly id: string;
  readonly to: string;
  readonly words: string;
  readonly buttons: readonly { readonly label: string; readonly data: string }[];
  readonly file?: string;
}

export interface PostOffice {
  readonly platform: Platform;
  readonly deliver: (letter: Letter) => Promise<void>;
}

/** A letter as the conversation takes it. */
interface LetterMessage extends MemberMessage {
  readonly from: string;
  /** Whether a button was pressed: it answers no form. */
  readonly isPressed: boolean;
}

const NAME = 'post';
/** Letters that may come at once, and milliseconds after which one more may. */
const PACE = { burst: 20, every: 2000 };
const VOTES: readonly Choice[] = [
  { label: '👍', command: 'helpful', argument: 'yes' },
  { label: '👎', command: 'helpful', argument: 'no' },
];

/**
 * A platform by letters, made of what `bot/` gives to every platform; each writer has a box of their own, and may do
 * everything.
 */
export function postOffice({ services, log }: Host, send: (answer: Answer) => void): PostOffice {
  const forms = new Map<string, FormDialogue>();
  const pace = createPace(PACE, () => Date.now());
  const recall = createRecall(services);
  const replies = createReplies();
  const offerVote = createVoteOffers();
  let accept: (letter: Letter) => Promise<void> = () => Promise.reject(new Error('the post office is closed'));

  const platform: Platform = {
    name: NAME,
    tell: () => undefined,
    run: async (respond, stop) => {
      /** How this platform does the steps of a conversation. */
      const portOf = (own: Services, attempt: Attempt): Port<LetterMessage> => {
        const say = async (from: string, reply: Reply) =>
          (await answers(own, from, reply)).map((one) => boxed(from, one));
        return {
          pace: ({ from }) => attempt.once('pace', () => pace(from)),
          say: ({ from }, reply) => say(from, reply),
          remark: ({ from }, reply) => say(from, reply),
          whisper: ({ from }, reply) => say(from, reply),
          pin: () => [],
          fill: async (message) => {
            const open = forms.get(message.from);
            if (!open || message.isPressed) return undefined;
            const step = answerForm(open, message.incoming.text);
            if (step.kind === 'next')
              return [boxed(message.from, asked(message.from, { ...open, at: step.at, values: step.values }))];
            forms.delete(message.from);
            if (step.kind !== 'done') return [];
            const incoming = { ...message.incoming, text: `/${open.form.command}`, options: step.options };
            return answer(talkOf(own, attempt), portOf(own, attempt), { ...message, incoming });
          },
        };
      };
      const talkOf = (own: Services, attempt: Attempt) => ({
        services: own,
        respond: (incoming: Incoming) => respond(incoming, attempt),
        recall: recall.within(own),
        replies,
        offerVote,
      });
      const handle = async ({ id, from, text, press, below }: Letter & { readonly id: string }, attempt: Attempt) => {
        const place = `${NAME}:${from}`;
        const own = servicesIn(services, attempt);
        const pressed = press === undefined ? undefined : await createButtons(own).read(press, place);
        if (press !== undefined && !pressed)
          return (await answers(own, from, said('stale-button'))).map((one) => boxed(from, one));
        return converse(talkOf(own, attempt), portOf(own, attempt), {
          id,
          from,
          isPressed: pressed !== undefined,
          to: below,
          incoming: {
            person: place,
            place: { platform: NAME, id: from, isPrivate: true },
            addressed: true,
            isModerator: async () => true,
            text: pressed ? `/${pressed.command} ${pressed.argument}` : text,
          },
        });
      };
      const boxed = (from: string, one: Answer): Outgoing => ({
        queue: from,
        person: '',
        payload: JSON.stringify(one),
      });
      const said = (key: string): Reply => {
        const language = services.defaultLanguage;
        return plainReply(language, services.speak(language)(key));
      };
      const asked = (from: string, form: FormDialogue): Answer => {
        forms.set(from, form);
        return { id: services.code(), to: from, words: form.form.fields[form.at]?.label ?? '', buttons: [] };
      };
      const answers = async (own: Services, from: string, reply: Reply): Promise<Answer[]> => {
        const id = services.code();
        const place = `${NAME}:${from}`;
        const buttons = createButtons(own);
        if (reply.kind === 'form')
          return [
            { id, to: from, words: plainText(reply.blocks), buttons: [] },
            asked(from, startForm(reply.form)),
          ].filter(({ words }) => words !== '');
        if (reply.kind === 'answer')
          await recall
            .within(own)
            .posted({ place, channel: '', message: id, asked: '', person: services.hash(place) }, reply);
        const votes = reply.kind === 'answer' ? VOTES : [];
        const { title = '', blocks = [], notes: small, question = '', choices = [] }: ReplyParts = reply;
        const notes = small.map((children) => plainText([{ kind: 'paragraph', children }]));
        return [
          {
            id,
            to: from,
            words: [title, plainText(blocks), ...notes, question].join('\n'),
            buttons: await Promise.all([...choices, ...votes].map((choice) => signed(buttons, choice, place))),
            file: reply.kind === 'file' ? reply.file.text : undefined,
          },
        ];
      };
      const signed = async (buttons: Buttons, { label, command, argument }: Choice, place: string) => ({
        label,
        data: await buttons.write({ command, argument }, place, services.hash(place)),
      });
      const courier = createCourier({
        store: services.store,
        platform: NAME,
        now: services.now,
        onError: (err) => log.error({ err }, NAME),
        handle: ({ id, payload }, attempt) => handle({ ...(JSON.parse(payload) as Letter), id }, attempt),
        send: async ({ payload }) => {
          const answer = JSON.parse(payload) as Answer | Correction;
          // A letter that was posted cannot be put right.
          if ('to' in answer) send(answer);
          return { kind: 'sent' };
        },
      });
      await courier.start();
      accept = (letter) =>
        courier.accept([
          {
            platform: NAME,
            id: services.code(),
            queue: letter.from,
            person: services.hash(letter.from),
            payload: JSON.stringify(letter),
            at: services.now(),
          },
        ]);
      await new Promise<void>((resolve) => stop.addEventListener('abort', () => resolve(), { once: true }));
      await courier.stop();
    },
  };
  return { platform, deliver: (letter) => accept(letter) };
}
