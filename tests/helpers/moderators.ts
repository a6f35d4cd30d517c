import type { Incoming } from '../../src/bot/conversation/incoming.ts';
import type { Services } from '../../src/bot/services.ts';
import { plainInline, plainText } from '../../src/core/entry/blocks.ts';
import type { Library } from '../../src/core/search/library.ts';
import { editor } from '../../src/knowledge/export/entry-text.ts';
import type { AnyReply } from './replies.ts';
import { moderatorIn, PLACE, type ServicesParts, servicesOf } from './services.ts';

/** Everything that a reply says, without its form. */
export const wordsOf = (reply: AnyReply | undefined): string =>
  [reply?.title ?? '', plainText(reply?.blocks ?? []), ...(reply?.notes ?? []).map(plainInline)]
    .filter((part) => part !== '')
    .join('\n');

/** A moderator who presses what is offered. */
export interface Moderator {
  readonly say: ReturnType<typeof moderatorIn>;
  /** The words of what the bot says. */
  readonly hear: (text: string, more?: Partial<Incoming>) => Promise<string>;
  /** Presses the first choice of that command, or whose label begins so. @throws Error if there is none */
  readonly press: (
    reply: AnyReply | undefined,
    label: string,
    more?: Partial<Incoming>,
  ) => ReturnType<Moderator['say']>;
  /** Says it and confirms the preview. */
  readonly insist: (text: string, more?: Partial<Incoming>) => Promise<string>;
}

export function moderator(services: Services, person = 'test:moderator', place = PLACE): Moderator {
  const say = moderatorIn(services, { person, place });
  const press: Moderator['press'] = (reply, label, more) => {
    const choice = reply?.choices?.find(({ command, label: words }) => command === label || words.startsWith(label));
    if (!choice) throw new Error(`no choice "${label}" in: ${wordsOf(reply)} ${JSON.stringify(reply?.choices)}`);
    return say(`/${choice.command} ${choice.argument}`, more);
  };
  return {
    say,
    press,
    hear: async (text, more) => wordsOf(await say(text, more)),
    insist: async (text, more) => wordsOf(await press(await say(text, more), 'confirm')),
  };
}

/** All records of a community, as they are in the store. */
export const recordsOf = (services: Services, community: string) =>
  services.store.transact(({ log }) => log.records({ community }));

/** A clock that goes on by so much whenever it is asked. */
export function ticking(seconds = 60): () => string {
  let at = Date.parse('2026-11-25T12:00:00.000Z');
  return () => {
    at += seconds * 1000;
    return new Date(at).toISOString();
  };
}

export const PLACES = {
  here: PLACE,
  there: { platform: 'other', id: 'there' },
  elsewhere: { platform: 'test', id: 'elsewhere' },
};

/** Services over a pack that is in files, with a clock that ticks. */
export async function servicesWithFiles(library: Library, parts: ServicesParts = {}): Promise<Services> {
  const { knowledge } = await servicesOf([], { library, ...parts });
  const fileOf = async (_pack: string, language: string, id: string) => {
    const text = library.entries.get(id)?.texts.get(language);
    return (
      text &&
      editor.write({
        frontMatter: 'sources: [handbook]\ntags: [kept]',
        title: text.title,
        phrasings: text.phrasings,
        answer: plainText(text.answer),
      })
    );
  };
  return servicesOf([], { library, now: ticking(), knowledge: { ...knowledge, fileOf }, ...parts });
}
