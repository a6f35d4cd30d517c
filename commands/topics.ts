import { showChoice } from '../src/bot/answers/compose.ts';
import { type Notice, notice, plainReply, type Reply, tell } from '../src/bot/answers/reply.ts';
import type { Call, Command, Suggested } from '../src/bot/command.ts';
import { textIn } from '../src/core/entry/display.ts';
import type { Entry } from '../src/core/entry/entry.ts';

/** Lists the topics, or the entries of one topic; all entries if there are no topics. */
export const topics: Command = {
  name: 'topics',
  group: 'ask',
  inMenu: true,
  options: [{ name: 'topic', kind: 'text', suggest: suggestTopics }],
  readOnly: true,
  run: (call) => {
    const entries = [...call.community.knowledge().entries.values()];
    const byTag = entriesByTag(
      entries,
      (entry) => textIn(entry, call.language, call.services.languages)?.text.tags ?? [],
    );
    const found =
      byTag.get(call.argument.toLowerCase()) ?? entriesByTag(entries, allTags).get(call.argument.toLowerCase());
    if (call.argument === '' || !found) return byTag.size > 0 ? allTopics(byTag, call) : allEntries(entries, call);
    return notice(call.language, {
      title: call.argument.toLowerCase(),
      question: call.say('topic-entries', { count: found.length }),
      choices: found.map((entry) => showChoice(entry, call)),
    });
  },
};

/** Those of the entries in the caller's language, the largest first. */
function suggestTopics({ community, language, services }: Call): Suggested[] {
  const byTag = entriesByTag(
    [...community.knowledge().entries.values()],
    (entry) => textIn(entry, language, services.languages)?.text.tags ?? [],
  );
  return [...byTag.keys()].map((tag) => ({ value: tag, label: tag }));
}

/** A topic may be called by its name in any language. */
const allTags = (entry: Entry): string[] => [...entry.texts.values()].flatMap((text) => text.tags);

function entriesByTag(entries: readonly Entry[], tagsOf: (entry: Entry) => readonly string[]): Map<string, Entry[]> {
  const byTag = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const tag of new Set(tagsOf(entry))) byTag.set(tag, [...(byTag.get(tag) ?? []), entry]);
  }
  return new Map([...byTag].sort(([a, x], [b, y]) => y.length - x.length || a.localeCompare(b)));
}

function allTopics(byTag: ReadonlyMap<string, readonly Entry[]>, call: Call): Reply {
  const choices = [...byTag].map(([tag, entries]) => ({
    label: call.say('topic', { tag, count: entries.length }),
    command: 'topics',
    argument: tag,
  }));
  return notice(call.language, { blocks: unknownTopic(call), question: call.say('topics'), choices });
}

/** If nobody has given topics, the questions themselves say what there is. */
function allEntries(entries: readonly Entry[], call: Call): Reply {
  if (entries.length === 0) return tell(call, 'no-topics');
  const question = call.say('topic-entries', { count: entries.length });
  return notice(call.language, {
    blocks: unknownTopic(call),
    question,
    choices: entries.map((entry) => showChoice(entry, call)),
  });
}

const unknownTopic = ({ argument, language, say }: Call): Notice['blocks'] =>
  argument === '' ? [] : plainReply(language, say('no-topic', { tag: argument })).blocks;
