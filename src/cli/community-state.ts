import type { Community } from '../bot/community/community.ts';
import { KINDS, type Kind } from '../bot/ports/changes.ts';
import type { Services } from '../bot/services.ts';
import { readTrees } from '../knowledge/export/read-trees.ts';
import type { CommunityState, KnowledgeRecord } from '../knowledge/export/records.ts';
import { refuseErrors } from '../knowledge/format/problem.ts';
import type { Folders } from '../knowledge/packs/find-packs.ts';

/** Kinds of records that are not knowledge. */
const OTHERS: readonly Kind[] = ['pin', 'setting', 'place', 'attachment'];

/** A community's complete knowledge as files: the packs, and its own records. @throws KnowledgeError */
export async function communityState(
  knowledgeDir: Folders,
  { state }: Community,
  { speak, defaultLanguage }: Services,
): Promise<CommunityState> {
  const { trees, problems } = await readTrees(knowledgeDir);
  refuseErrors(problems);
  const kinds = KINDS.filter((kind) => !OTHERS.includes(kind));
  const records = kinds.flatMap((kind) =>
    state.all(kind).map(([key, value]) => ({ kind, key, value }) as KnowledgeRecord),
  );
  const language = state.get('setting', 'language');
  const own = typeof language === 'string' ? language : defaultLanguage;
  return { packs: trees, records, own: { title: speak(own)('own-pack'), language: own } };
}
