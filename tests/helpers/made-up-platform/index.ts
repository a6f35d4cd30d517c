import type { Choice, Parts, Reply } from '../../../src/bot/answers/reply.ts';
import { type Attempt, servicesIn } from '../../../src/bot/attempt.ts';
import { createCourier } from '../../../src/bot/delivery/courier.ts';
import { type Buttons, createButtons } from '../../../src/bot/platform/buttons.ts';
import { answerForm, type FormDialogue, startForm } from '../../../src/bot/platform/form-dialogue.ts';
import type { Host, Platform } from '../../../src/bot/platform/platform.ts';
import { plainText } from '../../../src/core/entry/blocks.ts';

/** A letter that somebody wrote to the bot, with its sender. */
export interface Letter {
  readonly from: string;
  readonly text: string;
  /** Data of a button that was in an earlier letter. */
  readonly press?: string | undefined;
}

/** Letters that the bot writes back. */
export interface Answer {
  readonly to: string;
  readonly words: string;
  readonly buttons: readonly { readonly label: string; readonly data: string }[];
}

export interface PostOffice {
  readonly platform: Platform;
  readonly deliver: (letter: Letter) => Promise<void>;
}

const NAME = 'post';

/**
 * A platform by letters, made of what `bot/` gives to every platform; each writer has a box of their own, and may do
 * everything.
 */
export function postOffice({ services, log }: Host, send: (answer: Answer) => void): PostOffice {
  const forms = new Map<string, FormDialogue>();
  let letters = 0;
  let accept: (letter: Letter) => Promise<void> = () => Promise.reject(new Error('the post office is closed'));

  const platform: Platform = {
    name: NAME,
    tell: () => undefined,
    run: async (respond, stop) => {
      const answer = async ({ from, text, press }: Letter, attempt: Attempt): Promise<Answer[]> => {
        const place = `${NAME}:${from}`;
        const say = (incoming: { readonly text: string; readonly options?: Readonly<Record<string, string>> }) =>
          respond(
            {
              person: place,
              place: { platform: NAME, id: from, isPrivate: true },
              addressed: true,
              isModerator: async () => true,
              ...incoming,
            },
            attempt,
          );
        const buttons = createButtons(servicesIn(services, attempt));
        const pressed = press === undefined ? undefined : await buttons.read(press, place);
        const open = forms.get(from);
        if (open && press === undefined) {
          const step = answerForm(open, text);
          if (step.kind === 'next') return [asked(from, { ...open, at: step.at, values: step.values })];
          forms.delete(from);
          return step.kind === 'done'
            ? answers(buttons, from, await say({ text: `/${open.form.command}`, options: step.options }))
            : [];
        }
        return answers(buttons, from, await say({ text: pressed ? `/${pressed.command} ${pressed.argument}` : text }));
      };
      const asked = (from: string, form: FormDialogue): Answer => {
        forms.set(from, form);
        return { to: from, words: form.form.fields[form.at]?.label ?? '', buttons: [] };
      };
      const answers = async (buttons: Buttons, from: string, reply: Reply | undefined): Promise<Answer[]> => {
        if (!reply) return [];
        if (reply.kind === 'form')
          return [{ to: from, words: plainText(reply.blocks), buttons: [] }, asked(from, startForm(reply.form))].filter(
            ({ words }) => words !== '',
          );
        const { title = '', blocks = [], notes: small = [], question = '', choices = [] }: Parts = reply;
        const notes = small.map((children) => plainText([{ kind: 'paragraph', children }]));
        return [
          {
            to: from,
            words: [title, plainText(blocks), ...notes, question].join('\n'),
            buttons: await Promise.all(choices.map((choice) => signed(buttons, choice, `${NAME}:${from}`))),
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
        handle: async ({ queue, payload }, attempt) =>
          (await answer(JSON.parse(payload) as Letter, attempt)).map((one) => ({
            queue,
            person: '',
            payload: JSON.stringify(one),
          })),
        send: async ({ payload }) => {
          send(JSON.parse(payload) as Answer);
          return { kind: 'sent' };
        },
      });
      await courier.start();
      accept = (letter) =>
        courier.accept([
          {
            platform: NAME,
            id: String(++letters),
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
