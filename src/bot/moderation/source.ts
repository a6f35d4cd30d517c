import type { Source } from '../../core/entry/entry.ts';
import type { Call, Suggested } from '../command.ts';
import { OWN_PACK, sourcesOf } from '../community/own-entries.ts';
import { editOf, encode } from '../community/records.ts';
import { withoutHelper } from '../handover/helper-source.ts';
import type { Edit } from '../ports/changes.ts';

/** A source as a moderator names it: its id in the pack, and the edit that adds it if it is new. */
export interface NamedSource {
  readonly id: string;
  readonly source: Source;
  readonly edits: readonly Edit[];
}

const ADDRESS = /\bhttps?:\/\/\S+/i;
/** Letters of the hash that keeps sources of the same title apart, also those of places that are linked later. */
const MARK = 6;

/**
 * Reads `Title, https://...`, a title, or an address; nothing means the community's moderators themselves.
 * @param language of the entry.
 */
export function nameSource(call: Call, words: string | undefined, language: string, pack = OWN_PACK): NamedSource {
  const { services, community } = call;
  const source = words === undefined ? { title: services.speak(language)('own-source'), language } : sourceFrom(words);
  const known = sourcesIn(call, pack);
  const same = Object.entries(known).find(([, one]) => one.title === source.title && one.url === source.url);
  if (same) return { id: same[0], source: same[1], edits: [] };
  // The id of a helper's answer names nobody: it stays when the name goes.
  const { title } = withoutHelper(source, language, services);
  const slug = services.editor.idFor(title, new Set()).replace(/^questions\//, '');
  const id = `${slug}-${services.hash(encode('source', source)).slice(0, MARK)}`;
  return {
    id,
    source,
    edits: [editOf(community.id, 'source', `${pack}/${id}`, source)],
  };
}

/** Sources of a pack by id, as the community knows them. */
export const sourcesIn = (
  { services, community }: Pick<Call, 'services' | 'community'>,
  pack: string,
): Readonly<Record<string, Source>> => sourcesOf(pack, community.state, services.knowledge.current(), services.editor);

/** A source as people write it. */
export const sourceLine = ({ title, url }: Source): string => (url === undefined ? title : `${title}, ${url}`);

/** Sources that entries name already, as `nameSource` reads them. */
export function suggestSources({ services, community, language }: Call): Suggested[] {
  const known = [OWN_PACK, ...services.knowledge.current().packs.map(({ name }) => name)].flatMap((pack) =>
    Object.values(sourcesIn({ services, community }, pack)),
  );
  const named = known.map(sourceLine);
  return [...new Set([...named, services.speak(language)('own-source')])].map((value) => ({ value, label: value }));
}

function sourceFrom(words: string): Source {
  const url = ADDRESS.exec(words)?.[0].replace(/[),.;>\]，。；）]+$/u, '');
  if (url === undefined || !isAddress(url)) return { title: words };
  const title = words
    .replace(url, '')
    .replace(/[\s(<[\]>),;:：|，；（）–—-]+$/u, '')
    .trim();
  return { title: title === '' ? new URL(url).hostname : title, url };
}

/** As in files: a whole address, and no user name before the host, which misleads. */
function isAddress(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { username, password, hostname } = new URL(url);
  return username === '' && password === '' && hostname !== '';
}
