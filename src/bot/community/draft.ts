import type { Call } from '../command.ts';
import type { Deed } from './deed.ts';

/** Time in which a prepared deed can be confirmed. */
const KEPT_MS = 60 * 60_000;

/** Keeps a deed until it is confirmed. @returns a short id. */
export async function saveDraft(call: Call, deed: Deed): Promise<string> {
  const { services, community, person } = call;
  const id = services.code();
  const expires = new Date(Date.parse(services.now()) + KEPT_MS).toISOString();
  await services.store.transact(({ drafts }) => drafts.save({ id, community: community.id, person, content: JSON.stringify(deed), expires }));
  return id;
}

/** The caller's own draft, taken out of the store: it serves once. */
export async function takeDraft(call: Call, id: string): Promise<Deed | undefined> {
  const { services, community, person } = call;
  return services.store.transact(async ({ drafts }) => {
    const draft = await drafts.find(id, services.now());
    if (!draft || draft.person !== person || draft.community !== community.id) return undefined;
    await drafts.remove(id);
    return JSON.parse(draft.content) as Deed;
  });
}
