import { suggest } from '../../bot/suggest.ts';
import type { Door } from './door.ts';
import { plain } from './escape.ts';
import type { Kit } from './kit.ts';
import { cut, MOST } from './limits.ts';
import type { Act } from './receive.ts';
import { languageOf } from './speech.ts';

/** Proposes what may be meant: for a question the questions that have an answer, for an entry its id. */
export async function complete(kit: Kit, { scene, name, option, typed }: Extract<Act, { kind: 'complete' }>, door: Door): Promise<void> {
  const { services } = kit;
  const kind = services.commands.find((command) => command.name === name)?.options.find((one) => one.name === option)?.kind;
  const found = kind === undefined ? [] : suggest(services.communities.of(scene.place), services.languages, typed, await languageOf(kit, scene), MOST.choices);
  const lines = found.map(({ entry, title, isPinned }) => ({ name: cut(`${isPinned ? '📌 ' : ''}${plain(title)}`, MOST.choice), value: kind === 'entry' ? entry : cut(plain(title), MOST.choice) }));
  await door.first({ kind: 'choices', choices: lines.filter(({ value }) => value !== '' && value.length <= MOST.choice) });
}
