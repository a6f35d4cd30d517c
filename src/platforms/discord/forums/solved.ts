import type { APIThreadChannel } from 'discord.js';
import { paragraph, plainReply, text } from '../../../bot/answers/reply.ts';
import type { About } from '../../../bot/conversation/incoming.ts';
import { keyOf } from '../../../bot/moderation/setting-values.ts';
import type { Services } from '../../../bot/services.ts';
import type { Context } from '../context.ts';
import { type Act, personOf } from '../inbound/receive.ts';
import { show } from '../outbound/answer.ts';
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

/** Marks a forum post as solved and closes it, for whoever opened it and for moderators; it counts as a vote for the answer. */
export async function solve(context: Context, act: Extract<Act, { kind: 'press' }>, responder: Responder, about: About | undefined): Promise<void> {
  const { scene } = act;
  const post = (await context.calls.channel(scene.channel)) as APIThreadChannel;
  if (post.owner_id !== scene.user && !scene.isModerator) {
    return show(context, act, responder, { text: '', command: '', way: 'private' }, await whisperOf(context, scene, 'forum-not-yours'), false);
  }
  await responder.first({ kind: 'defer-update' });
  const forum = post.parent_id ?? '';
  const tag = solvedTag(context, act, forum, await tagsIn(context, forum));
  const tags = [...(tag === undefined ? [] : [tag]), ...(post.applied_tags ?? []).filter((id) => id !== tag)].slice(0, MOST_TAGS);
  if (about) await vote(context, act, about);
  try {
    await context.calls.close(scene.channel, tags);
  } catch (error) {
    if (troubleOf(error) !== 'no-access') throw error;
    report(context, scene.place.id, forum);
  }
}

/** As Discord has them now: what a cache holds may be old. */
async function tagsIn({ calls }: Context, forum: string): Promise<readonly Tag[]> {
  const channel = await calls.channel(forum);
  return 'available_tags' in channel ? channel.available_tags : [];
}

/** The tag that moderators chose for the forum, else one that is called so in any language. */
function solvedTag({ services }: Context, { scene }: Act, forum: string, tags: readonly Tag[]): string | undefined {
  const chosen = services.communities.of(scene.place).state.get('setting', keyOf('solved', scene.place, forum));
  return (tags.find(({ id }) => id === chosen) ?? tags.find(({ name }) => namesOf(services).has(plainName(name))))?.id;
}

const namesOf = ({ languages, speak }: Pick<Services, 'languages' | 'speak'>): ReadonlySet<string> =>
  new Set([...languages.keys()].flatMap((language) => speak(language)('forum-solved-tags').split(/[,،]/).map(plainName)));

/** Letters and digits only: people put marks before the name. */
const plainName = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '');

async function vote({ respond }: Context, { scene }: Act, about: About): Promise<void> {
  const { user, place, channel, locale } = scene;
  await respond({ person: personOf(user), place, thread: channel, text: '/helpful', options: { vote: 'yes' }, addressed: true, locale, about });
}

/** Told once for each forum. */
function report({ notes, services }: Context, guild: string, forum: string): void {
  notes.add(guild, `solve ${forum}`, (language) => {
    const [before = '', after = ''] = services.speak(language)('cannot-solve', { channel: '\u0000' }).split('\u0000');
    const url = addressOf(guild, forum);
    return { ...plainReply(language, ''), blocks: [paragraph(text(before), { kind: 'link', url, children: [text(url)] }, text(after))] };
  });
}
