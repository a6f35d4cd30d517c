import { type Reply, whisper } from '../answers/reply.ts';
import type { Call } from '../command.ts';
import { momentAfter } from '../moment.ts';
import type { ProposedChange } from './proposed-change.ts';

/** Time in which a prepared proposed can be confirmed. */
const KEPT_MS = 60 * 60_000;

/**
 * Keeps a proposed change until it is confirmed; one that waits already goes on waiting under its id. @returns a short
 * id.
 */
export async function saveDraft(call: Call, proposed: ProposedChange): Promise<string> {
  const { draft: id = call.services.code(), ...content } = proposed;
  await keepDraft(call, id, content);
  return id;
}

/** Keeps what its author may confirm in the next hour. @param content becomes JSON */
export const keepDraft = (
  { services, community, person }: Pick<Call, 'services' | 'community' | 'person'>,
  id: string,
  content: object,
): Promise<void> =>
  services.attempt.write(({ drafts }) =>
    drafts.save({
      id,
      community: community.id,
      person,
      content: JSON.stringify(content),
      expires: momentAfter(services.now(), KEPT_MS),
    }),
  );

/** A draft of the caller's, or what to say to nobody else: that it is somebody else's, or gone. */
export type DraftMeant =
  | { readonly proposed: ProposedChange; readonly refusal?: undefined }
  | { readonly proposed?: undefined; readonly refusal: Reply };

/**
 * The caller's own draft. It stays until it is done (see commit.ts) or dropped. @param gone the message if there is
 * none
 */
export async function findDraft(call: Call, id: string, gone: 'no-draft' | 'nothing-to-cancel'): Promise<DraftMeant> {
  const { services, community, person } = call;
  const refusal = (key: string): DraftMeant => ({
    refusal: whisper(call, key),
  });
  const draft = await services.attempt.read(({ drafts }) => drafts.find(id, services.now()));
  if (!draft || draft.community !== community.id) return refusal(gone);
  if (draft.person !== person) return refusal('not-your-draft');
  return { proposed: { ...(JSON.parse(draft.content) as ProposedChange), draft: id } };
}

export const dropDraft = ({ services }: Call, id: string): Promise<void> =>
  services.attempt.write(({ drafts }) => drafts.remove(id));
