import { list, type Notice, notice, paragraph, type Reply, tell, text, whisper } from '../src/bot/answers/reply.ts';
import type { Call, Command } from '../src/bot/command.ts';
import { placesOf } from '../src/bot/community/communities.ts';
import type { Community } from '../src/bot/community/community.ts';
import { conflictsOf, joinEdits } from '../src/bot/community/linking.ts';
import { keyOfPlace, placeOfKey } from '../src/bot/conversation/place.ts';
import { sayRecord } from '../src/bot/moderation/act-words.ts';
import { askFirst, perform } from '../src/bot/moderation/perform.ts';
import { propose } from '../src/bot/moderation/proposed-change.ts';
import { momentAfter } from '../src/bot/moment.ts';

const MINUTES = 15;
const MOST_NAMED = 8;

/** Merges the communities of two places: one requests a code, the other enters it. */
export const link: Command = {
  name: 'link',
  group: 'setup',
  isExplained: true,
  options: [{ name: 'code', kind: 'code' }],
  forModerators: true,
  forOwners: true,
  scope: 'installation',
  undoneBy: 'unlink',
  run: (call) => (call.options.code === undefined ? invite(call) : join(call, call.options.code)),
};

async function invite(call: Call): Promise<Reply> {
  const { services, community, place } = call;
  const code = services.code();
  const expires = momentAfter(services.now(), MINUTES * 60_000);
  await services.attempt.write(({ invitations }) =>
    invitations.save({ code: services.hash(code), community: community.id, place: keyOfPlace(place), expires }),
  );
  return { ...whisper(call, 'link-code', { code, minutes: MINUTES }), copies: `/link ${code}` };
}

async function join(call: Call, words: string): Promise<Reply> {
  const { services, community, place } = call;
  const code = services.hash(words.trim().toLowerCase());
  const invitation = await services.attempt.read(({ invitations }) => invitations.find(code, services.now()));
  const use = () => services.attempt.write(({ invitations }) => invitations.take(code, services.now()));
  if (!invitation) return tell(call, 'link-wrong');
  // The place that made the code may have joined another community since.
  const host = await services.communities.of(placeOfKey(invitation.place));
  if (host.id === community.id) {
    await use();
    return tell(call, 'link-same');
  }
  const guests = placesOf(community);
  const edits = joinEdits(host, community, {
    host: invitation.place,
    guests: guests.length > 0 ? guests : [keyOfPlace(place)],
  });
  const proposed = propose(call, { command: 'link', subject: invitation.place, edits, weighed: host.id }, host);
  const preview = conflicts(call, host);
  // Without a preview, the code is consumed in the same transaction as the merge.
  if (!preview) return perform(call, { ...proposed, invitation: code });
  await use();
  return askFirst(call, proposed, preview, { options: undefined, does: 'link-it' });
}

/** Shows which records will be overridden by the merge. */
function conflicts(call: Call, host: Community): Notice | undefined {
  const { say, language, community } = call;
  const found = conflictsOf(host.state, community.state);
  if (found.length === 0) return undefined;
  const named = found.slice(0, MOST_NAMED).map(({ kind, key }) => [text(sayRecord(call, kind, key))]);
  const more =
    found.length > MOST_NAMED ? [paragraph(text(say('refused-more', { count: found.length - MOST_NAMED })))] : [];
  return notice(language, {
    blocks: [paragraph(text(say('link-conflicts'))), list(named), ...more],
    question: say('link-question'),
  });
}
