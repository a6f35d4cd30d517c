import type { APIThreadChannel } from 'discord.js';
import { paragraph, plainReply, text } from '../../../bot/answers/reply.ts';
import { commandNamed } from '../../../bot/command.ts';
import type { About } from '../../../bot/conversation/incoming.ts';
import { writeOptions } from '../../../bot/conversation/options.ts';
import { keyOfPlace } from '../../../bot/conversation/place.ts';
import { report } from '../../../bot/delivery/report.ts';
import { keyOf } from '../../../bot/moderation/setting-values.ts';
import type { Services } from '../../../bot/services.ts';
import type { Context } from '../context.ts';
import { withoutMentions } from '../inbound/heard.ts';
import { type Act, isServer, personOf } from '../inbound/receive.ts';
import { FORUMS } from '../moderation/rights.ts';
import { type Message, renderReply } from '../outbound/render.ts';
import type { Responder } from '../outbound/responder.ts';
import { addressOf, whisperOf } from '../outbound/speech.ts';
import { troubleOf } from '../trouble.ts';

/** What the button below an answer in a forum does: whoever opened the post says that it is solved. */
export const SOLVED = '!solved';

/** Tags that a post can have. */
const MOST_TAGS = 5;

/** A tag of a forum. */
export interface Tag {
  readonly id: string;
  readonly name: string;
}

/**
 * Whoever opened a forum post, or a moderator, says below an answer of the bot's that it is solved; that counts as a
 * vote for it.
 */
export async function solve(
  context: Context,
  act: Extract<Act, { kind: 'press' }>,
  responder: Responder,
  about: About | undefined,
): Promise<void> {
  // What is looked up may take longer than Discord waits.
  await responder.first({ kind: 'defer-update' });
  const post = (await context.calls.channel(act.scene.channel)) as APIThreadChannel;
  if (!isTheirs(post, act)) {
    for (const message of await said(context, act, 'forum-not-yours'))
      await responder.further({ ...message, isPrivate: true });
    return;
  }
  if (about) await vote(context, act, about);
  await close(context, act, post, await tagsIn(context, post));
}

/**
 * The same in the menu of anybody's message: what another person wrote is proposed to those who look after the
 * community.
 */
export async function markSolution(
  context: Context,
  act: Extract<Act, { kind: 'menu' }>,
  responder: Responder,
): Promise<void> {
  const { scene, target } = act;
  await responder.first({ kind: 'defer', isPrivate: true });
  const whisper = async (key: string): Promise<void> => {
    for (const message of await said(context, act, key)) await responder.later(message);
  };
  const post = (await context.calls.channel(scene.channel)) as APIThreadChannel;
  const tags = isServer(scene.place) ? await tagsIn(context, post) : undefined;
  if (!tags || target.id === scene.channel) return whisper('forum-only');
  if (!isTheirs(post, act)) return whisper('forum-not-yours');
  await whisper('forum-thanks');
  const about = await context.recall.about(keyOfPlace(scene.place), target.id);
  if (about) await vote(context, act, about);
  else await propose(context, act, post.name);
  await close(context, act, post, tags);
}

const isTheirs = ({ owner_id: owner }: APIThreadChannel, { scene }: Act): boolean =>
  owner === scene.user || scene.isModerator;

const said = async (context: Context, { scene }: Act, key: string): Promise<Message[]> =>
  renderReply(await whisperOf(context, scene, key));

/** A helper's words become an entry only where a moderator wants it, who sees a preview first. */
async function propose(
  { services }: Context,
  { scene, target }: Extract<Act, { kind: 'menu' }>,
  title: string,
): Promise<void> {
  const answer = withoutMentions(target.content);
  const teach = commandNamed(services, 'teach');
  if (answer === '' || !teach) return;
  const argument = writeOptions({ question: title, answer }, teach.options);
  await report(services, await services.communities.of(scene.place), {
    key: `solution ${target.id}`,
    place: scene.place,
    words: (say, language) => ({
      ...plainReply(language, say('report-solution', { title })),
      blocks: [
        paragraph(text(say('report-solution', { title }))),
        { kind: 'quote', children: [paragraph(text(answer))] },
      ],
      choices: [{ label: say('report-learn'), command: 'teach', argument }],
    }),
  });
}

/** Gives the post its tag and archives it; where the bot may not, moderators are told. */
async function close(context: Context, act: Act, post: APIThreadChannel, tags: readonly Tag[] = []): Promise<void> {
  const forum = post.parent_id ?? '';
  const tag = await solvedTag(context, act, forum, tags);
  const applied = [...(tag === undefined ? [] : [tag]), ...(post.applied_tags ?? []).filter((id) => id !== tag)].slice(
    0,
    MOST_TAGS,
  );
  try {
    await context.calls.close(post.id, applied);
  } catch (error) {
    if (troubleOf(error) !== 'no-access') throw error;
    tellModerators(context, act.scene.place.id, forum);
  }
}

/** As Discord has them now: what a cache holds may be old. Undefined for what is no post of a forum. */
async function tagsIn({ calls }: Context, { parent_id: forum }: APIThreadChannel): Promise<readonly Tag[] | undefined> {
  const channel = forum ? await calls.channel(forum) : undefined;
  return channel && FORUMS.includes(channel.type)
    ? 'available_tags' in channel
      ? channel.available_tags
      : []
    : undefined;
}

/** The tag that moderators chose for the forum, else one that is called so in any language. */
async function solvedTag(
  { services }: Context,
  { scene }: Act,
  forum: string,
  tags: readonly Tag[],
): Promise<string | undefined> {
  const chosen = (await services.communities.of(scene.place)).state.get('setting', keyOf('solved', scene.place, forum));
  return (tags.find(({ id }) => id === chosen) ?? tags.find(({ name }) => namesOf(services).has(plainName(name))))?.id;
}

const namesOf = ({ languages, speak }: Pick<Services, 'languages' | 'speak'>): ReadonlySet<string> =>
  new Set(
    [...languages.keys()].flatMap((language) => speak(language)('forum-solved-tags').split(/[,،]/).map(plainName)),
  );

/** Letters and digits only: people put marks before the name. */
const plainName = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '');

async function vote({ respond }: Context, { scene }: Act, about: About): Promise<void> {
  const { user, place, channel, locale } = scene;
  await respond({
    person: personOf(user),
    place,
    thread: channel,
    text: '/helpful',
    options: { vote: 'yes' },
    addressed: true,
    locale,
    about,
  });
}

/** Told once for each forum. */
function tellModerators({ notes, services }: Context, guild: string, forum: string): void {
  notes.add(guild, `solve ${forum}`, (language) => {
    const [before = '', after = ''] = services.speak(language)('cannot-solve', { channel: '\u0000' }).split('\u0000');
    const url = addressOf(guild, forum);
    return {
      ...plainReply(language, ''),
      blocks: [paragraph(text(before), { kind: 'link', url, children: [text(url)] }, text(after))],
    };
  });
}
