import { type Choice, type Form, offer } from '../../../bot/answers/reply.ts';
import { chooseLanguage } from '../../../bot/conversation/choose-language.ts';
import { keyOfPlace } from '../../../bot/conversation/place.ts';
import { suggest } from '../../../bot/conversation/suggest.ts';
import type { DiscordContext } from '../context.ts';
import { renderModal } from '../forms/modal.ts';
import { REPLY, SEARCH } from '../outbound/controls.ts';
import { sayPrivately, show, UNASKED } from '../outbound/show.ts';
import { languageOf } from '../outbound/speech.ts';
import { answerThere } from './answer-there.ts';
import { withoutMentions } from './heard.ts';
import { answer } from './interaction-port.ts';
import { type ActOf, type DiscordAct, personOf } from './receive.ts';

/** Most entries shown at once; a search by words finds the others. */
const MOST_SHOWN = 8;

/** Offers entries with which to answer somebody's message: first those that a search for its words finds. */
export const chooseEntry = (context: DiscordContext, act: ActOf<'menu'>): Promise<void> =>
  answer(context, act, { ...UNASKED, text: act.name }, { lead: () => offerFor(context, act) });

async function offerFor(context: DiscordContext, act: ActOf<'menu'>): Promise<void> {
  const { services } = context;
  const words = withoutMentions(act.target.content);
  const { id, author } = act.target;
  if (author !== undefined && author !== act.scene.user)
    context.chosenFor.set(id, { text: words, person: personOf(author) });
  const locale = await languageOf(context, act.scene);
  // The entry is given in the language of the message, which its author understands.
  const detection = words === '' ? undefined : services.detect(words);
  const language = chooseLanguage({ detection, locale }, services.languages, locale);
  await offerEntries(context, act, { message: act.target.id, language, words, way: 'private' });
}

/** Opens a form for search words. @param argument of the button: a message id and a language */
export async function openSearch(context: DiscordContext, { scene, responder }: DiscordAct, argument: string) {
  const { buttons, services } = context;
  const say = services.speak(await languageOf(context, scene));
  const field = { name: 'entry', label: say('field-entry'), value: '', required: true, long: false };
  const form: Form = { command: SEARCH, title: say('search-entry'), fields: [field] };
  const place = keyOfPlace(scene.place);
  const id = await buttons.write({ command: SEARCH, argument }, place, services.hash(personOf(scene.user)));
  await responder.first({ kind: 'modal', modal: renderModal(form, id) });
}

/** Handles the search words: the entries found replace those offered before. */
export async function searched(context: DiscordContext, act: ActOf<'form'>, argument: string): Promise<void> {
  const [message = '', language = ''] = argument.split(' ');
  const words = act.typed.entry ?? '';
  await offerEntries(context, act, { message, language, words, way: 'update' });
}

interface Offered {
  readonly message: string;
  readonly language: string;
  readonly words: string;
  readonly way: 'private' | 'update';
}

async function offerEntries(
  context: DiscordContext,
  act: DiscordAct,
  { message, language, words, way }: Offered,
): Promise<void> {
  const { services } = context;
  const community = await services.communities.prepared(act.scene.place);
  const found = suggest(community, services.languages, words, language, MOST_SHOWN);
  if (community.knowledge().entries.size === 0) return sayPrivately(context, act, 'no-entries');
  const spoken = await languageOf(context, act.scene);
  const say = services.speak(spoken);
  const choices: readonly Choice[] = [
    ...found.map(({ entry, title }) => ({ label: title, command: REPLY, argument: `${message} ${language} ${entry}` })),
    { label: `🔎 ${say('search-entry')}`, command: SEARCH, argument: `${message} ${language}` },
  ];
  await show(context, act, { ...UNASKED, way }, offer(spoken, say('choose-entry'), choices));
}

/** Replies to the message with the chosen entry. @param argument message id, language, and entry id */
export async function replyWith(context: DiscordContext, act: DiscordAct, argument: string): Promise<void> {
  const [message = '', language = '', ...entry] = argument.split(' ');
  const command = context.services.commands.find(({ gives }) => gives === 'entry')?.name ?? '';
  const options = { entry: entry.join(' '), language };
  // The person who chose the answer owns it, and can delete it.
  const there = { message, asker: act.scene.user };
  const quoted = context.chosenFor.get(message);
  await answerThere(context, act, { text: `/${command}`, command, options, quoted, way: 'update' }, there);
}
