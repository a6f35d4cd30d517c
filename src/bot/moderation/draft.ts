import type { Call } from '../command.ts';
import type { ProposedChange } from './proposed-change.ts';

/** Time in which a prepared proposed can be confirmed. */
const KEPT_MS = 60 * 60_000;

/** Keeps a proposed change until it is confirmed; one that waits already goes on waiting under its id. @returns a short id. */
export async function saveDraft(call: Call, proposed: ProposedChange): Promise<string> {
  const { services, community, person } = call;
  const { draft: id = services.code(), ...content } = proposed;
  const expires = new Date(Date.parse(services.now()) + KEPT_MS).toISOString();
  await services.store.transact(({ drafts }) => drafts.save({ id, community: community.id, person, content: JSON.stringify(content), expires }));
  return id;
}

/** The caller's own draft. It stays until it is done (see commit.ts) or dropped. */
export async function findDraft(call: Call, id: string): Promise<ProposedChange | undefined> {
  const { services, community, person } = call;
  const draft = await services.store.transact(({ drafts }) => drafts.find(id, services.now()));
  if (!draft || draft.person !== person || draft.community !== community.id) return undefined;
  return { ...(JSON.parse(draft.content) as ProposedChange), draft: id };
}

/** @returns whether there was one of the caller's. */
export async function dropDraft(call: Call, id: string): Promise<boolean> {
  if (!(await findDraft(call, id))) return false;
  await call.services.store.transact(({ drafts }) => drafts.remove(id));
  return true;
}
