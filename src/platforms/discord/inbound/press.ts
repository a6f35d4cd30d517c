import { composeRelated, composeSources } from '../../../bot/answers/compose.ts';
import { composeLanguages } from '../../../bot/answers/languages.ts';
import { notice, paragraph, type Reply, text } from '../../../bot/answers/reply.ts';
import { type Command, commandNamed } from '../../../bot/command.ts';
import type { Community } from '../../../bot/community/community.ts';
import { isPinsText } from '../../../bot/community/own-entries.ts';
import type { About } from '../../../bot/conversation/incoming.ts';
import { keyOfPlace } from '../../../bot/conversation/place.ts';
import { type SiteSwitch, siteSwitch } from '../../../bot/moderation/site-switch.ts';
import { type Press, readPress } from '../../../bot/platform/buttons.ts';
import { holdsNow } from '../../../bot/settings/chosen.ts';
import type { Block } from '../../../core/entry/blocks.ts';
import type { DiscordContext } from '../context.ts';
import { keptForm, openForm } from '../forms/kept-forms.ts';
import { showSimilar, solve } from '../forums/solved.ts';
import type { MessageButton } from '../outbound/buttons.ts';
import {
  DELETE,
  FORM,
  LANGUAGES,
  MORE,
  ON,
  ownerMark,
  RELATED,
  REPLY,
  SEARCH,
  SIMILAR,
  SOLVED,
} from '../outbound/controls.ts';
import { MOST } from '../outbound/escape.ts';
import { renderReply } from '../outbound/render.ts';
import type { Ticket } from '../outbound/send.ts';
import { sayPrivately, show, UNASKED, whisper } from '../outbound/show.ts';
import { languageOf, whisperOf } from '../outbound/speech.ts';
import { openHelp } from '../settings/help.ts';
import { openPanel, usePanel } from '../settings/panel.ts';
import { PANEL } from '../settings/panel-message.ts';
import { chooseServer, SERVER_BUTTON } from '../settings/server.ts';
import { troubleOf } from '../trouble.ts';
import { openSearch, replyWith } from './answer-with.ts';
import { withoutMentions } from './heard.ts';
import { answer } from './interaction-port.ts';
import { type ActOf, type DiscordAct, isServer, personOf, type Scene, type TargetMessage } from './receive.ts';

/** Runs a button's command with the permissions and in the language of the person who pressed it. */
export async function press(context: DiscordContext, act: ActOf<'press'>): Promise<void> {
  const { scene, target } = act;
  const pressed = await context.buttons.read(act.data, keyOfPlace(scene.place));
  if (!pressed) return sayPrivately(context, act, 'stale-button');
  if (pressed.command === PANEL) return usePanel(context, act, pressed.argument);
  if (pressed.command === SERVER_BUTTON) return chooseServer(context, act, pressed.argument);
  if (pressed.command === FORM) {
    const form = await keptForm(context, scene, pressed.argument);
    return form ? openForm(context, act, form, pressed.argument) : sayPrivately(context, act, 'stale-button');
  }
  if (pressed.command === REPLY) return replyWith(context, act, pressed.argument);
  if (pressed.command === SIMILAR) return showSimilar(context, act);
  if (pressed.command === SEARCH) return openSearch(context, act, pressed.argument);
  const panel = commandNamed(context.services, pressed.command)?.panel;
  if (panel === 'settings' && pressed.argument === '' && scene.isModerator) return openPanel(context, act);
  if (panel === 'help') return openHelp(context, act);
  const on = readOn(pressed);
  const { command, argument } = on?.meant ?? pressed;
  if (command === DELETE) return remove(context, act, argument, on?.message);
  const aboutIn = (id: string) => aboutOf(context, scene, { ...target, id });
  const id = on?.message ?? target.id;
  if (command === SOLVED) return solve(context, act, await aboutIn(id));
  if (command === RELATED) return beside(context, act, await aboutIn(id), composeRelated);
  if (command === LANGUAGES) return beside(context, act, await aboutIn(id), composeLanguages);
  if (command === MORE) {
    if (!(await showMore(context, act, await aboutIn(id), argument))) await sayPrivately(context, act, 'stale-button');
    return;
  }
  const question = target.question === undefined ? '' : withoutMentions(target.question);
  const request = await readPress(context.services, { command, argument }, { id, question, aboutIn });
  if (!request) return sayPrivately(context, act, 'stale-button');
  const { text, about, isAsked, isElsewhere } = request;
  await answer(context, act, {
    text,
    command,
    asked: isAsked ? question : about?.question,
    about,
    way: on || isElsewhere ? 'update' : wayOf(act, request.command, about),
  });
}

/** The answer whose button was pressed, with its question if the message still shows it. */
export async function aboutOf(
  { recall }: DiscordContext,
  { place }: Pick<DiscordAct['scene'], 'place'>,
  { id, question }: Pick<TargetMessage, 'id' | 'question'>,
): Promise<About | undefined> {
  const about = await recall.about(keyOfPlace(place), id);
  if (!about || about.question !== undefined || question === undefined || question.length >= MOST.quote) return about;
  const words = withoutMentions(question);
  return words === '' ? about : { ...about, question: words };
}

/**
 * How a press is answered: to the presser only, so that presses do not fill the channel. An ephemeral message is
 * replaced, and so is an offer of choices if its asker picks one; an answer stays.
 */
function wayOf(
  { scene, target }: ActOf<'press'>,
  command: Command | undefined,
  about: About | undefined,
): 'public' | 'private' | 'update' {
  if (about === undefined && target.isPrivate) return 'update';
  if (scene.place.isPrivate) return 'public';
  const isOfOffer = command?.gives === 'entry' || command?.endsOffer === true;
  return about === undefined && isOfOffer && target.asker === scene.user ? 'update' : 'private';
}

/** Shows choices related to an answer, such as related entries, in the presser's language. */
async function beside(
  context: DiscordContext,
  act: ActOf<'press'>,
  about: About | undefined,
  compose: typeof composeRelated,
): Promise<void> {
  const { services } = context;
  const community = await services.communities.prepared(act.scene.place);
  const entry = about && community.knowledge().entries.get(about.entry);
  const language = await languageOf(context, act.scene);
  const reply = entry && compose(entry, { community, services, language, say: services.speak(language) });
  if (!reply) return sayPrivately(context, act, 'stale-button');
  await show(context, act, UNASKED, reply);
}

/** Replaces the message on which the button is. */
async function instead(act: DiscordAct, reply: Reply): Promise<void> {
  for (const message of renderReply(reply)) await act.responder.later(message);
}

/**
 * Deletes an answer for its asker, helpers and moderators.
 * @param message the answer's id, if the button is on another message
 */
async function remove(
  context: DiscordContext,
  act: ActOf<'press'>,
  owner: string,
  message: string | undefined,
): Promise<void> {
  const { scene, target } = act;
  const person = context.services.hash(personOf(scene.user));
  const isOwner = owner === ownerMark(person) || target.asker === scene.user;
  const community = await context.services.communities.of(scene.place);
  const { place: where, roles } = scene;
  const isHelper = () => holdsNow(community, 'helpers', { place: where, roles }, person);
  if (!isOwner && !scene.isModerator && !(await isHelper())) return sayPrivately(context, act, 'not-yours');
  const id = message ?? target.id;
  await act.responder.first({ kind: 'defer-update' });
  const ticket = message === undefined ? act.ticket : context.shown.get(message);
  const place = keyOfPlace(scene.place);
  let isGone = true;
  for (const part of await context.recall.parts(place, id)) {
    const isTaken = await takenAway(context, scene, part, part === id ? ticket : undefined);
    isGone &&= isTaken;
    if (!isTaken) continue;
    context.said.forget(scene.channel, part);
    await context.recall.removed(place, part);
  }
  if (isGone && message === undefined) return;
  const reply = await whisperOf(context, scene, isGone ? 'action-removed' : 'stale-button');
  await (message === undefined ? whisper(act, reply) : instead(act, reply));
}

/**
 * @param ticket of a press on that message, if one is known: its token is valid for 15 minutes, and lost at a restart.
 * @returns whether the message was deleted
 */
async function takenAway(
  { calls }: DiscordContext,
  { channel, place }: Scene,
  message: string,
  ticket: Ticket | undefined,
): Promise<boolean> {
  try {
    await calls.remove(channel, message);
  } catch (error) {
    const trouble = troubleOf(error);
    const isUnseen = trouble === 'no-access' || !isServer(place);
    if (!isUnseen && trouble !== 'over') throw error;
    if (!isUnseen) return true;
    return ticket !== undefined && calls.removePressed(ticket.application, ticket.token).then(() => true, refused);
  }
  return true;
}

function refused(error: unknown): false {
  if (troubleOf(error) === 'later') throw error;
  return false;
}

interface Action extends Press {
  /** Key of its label in `locales/`. */
  readonly words: string;
  readonly emoji: string;
  readonly isDangerous?: boolean;
}

/** Actions on an answer: all of them for moderators; its asker may delete it. @param owner mark of the asker */
function actionsOn(
  about: About | undefined,
  owner: string,
  isModerator: boolean,
  onSite: SiteSwitch | undefined,
): Action[] {
  const pin: Action =
    about?.pin === undefined
      ? { command: 'pin', argument: '', words: 'action-pin', emoji: '📌' }
      : { command: 'unpin', argument: '', words: 'action-unpin', emoji: '📌' };
  const edits: Action[] = [
    { command: 'correct', argument: '', words: 'action-correct', emoji: '✏️' },
    { command: 'rephrase', argument: '', words: 'action-rephrase', emoji: '💬' },
    ...(onSite ? [{ ...onSite, emoji: '🌐' }] : []),
    { command: 'retire', argument: '', words: 'action-retire', emoji: '📦', isDangerous: true },
  ];
  const ofModerators = about && isModerator ? [pin, ...(isPinsText(about.entry) ? [] : edits)] : [];
  return [
    ...ofModerators,
    ...(owner === ''
      ? []
      : [{ command: DELETE, argument: owner, words: 'action-remove', emoji: '🗑️', isDangerous: true }]),
  ];
}

/**
 * Shows an answer's sources and the actions on it, to the presser only.
 * @param owner mark of the asker; empty if the answer itself is ephemeral
 * @returns false if there is nothing to show
 */
async function showMore(
  context: DiscordContext,
  { scene, target, ticket, responder }: ActOf<'press'>,
  about: About | undefined,
  owner: string,
): Promise<boolean> {
  const isOwner = owner !== '' && owner === ownerMark(context.services.hash(personOf(scene.user)));
  const community = await context.services.communities.prepared(scene.place);
  const onSite = about && siteSwitch(community, context.services, about.entry);
  const actions = isOwner || scene.isModerator ? actionsOn(about, owner, scene.isModerator, onSite) : [];
  const language = await languageOf(context, scene);
  const say = context.services.speak(language);
  const sources = sourcesOf(context, community, about, language);
  if (actions.length === 0 && sources.length === 0) return false;
  const choices: MessageButton[] = [];
  for (const { command, argument, words, emoji, isDangerous } of actions) {
    const press = { command: ON, argument: `${target.id} ${command} ${argument}`.trim() };
    choices.push({
      label: say(words),
      emoji,
      isDangerous,
      id: await context.buttons.write(press, keyOfPlace(scene.place), context.services.hash(personOf(scene.user))),
    });
  }
  // Acknowledged as an update, so that the press stays tied to the answer and not to the new message.
  await responder.first({ kind: 'defer-update' });
  context.shown.set(target.id, ticket);
  for (const message of renderReply(
    notice(language, {
      blocks: [...sources, ...(actions.length === 0 ? [] : [paragraph(text(say('actions-question')))])],
    }),
    { choices, tools: [] },
    about?.question,
  ))
    await responder.further({ ...message, isPrivate: true });
  return true;
}

/** All sources of an entry; the answer itself has little room for them. */
function sourcesOf(
  { services }: DiscordContext,
  community: Community,
  about: About | undefined,
  language: string,
): readonly Block[] {
  const entry = about && community.knowledge().entries.get(about.entry);
  return entry ? composeSources(entry, { community, services, language, say: services.speak(language) }).blocks : [];
}

/** The command of a button on such a message, and the id of the answer that it is about. */
function readOn({ command, argument }: Press): { readonly meant: Press; readonly message: string } | undefined {
  const [, message = '', name = '', rest = ''] =
    (command === ON ? /^(\d{1,20}) (\S+) ?([\s\S]*)$/.exec(argument) : null) ?? [];
  return message === '' ? undefined : { meant: { command: name, argument: rest }, message };
}
