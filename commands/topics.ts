import { showChoice } from '../src/bot/answers/compose.ts';
import { type Notice, notice, plainReply, type Reply, tell } from '../src/bot/answers/reply.ts';
import { entriesByTopic, topicsIn } from '../src/bot/answers/topics.ts';
import type { Call, Command, Suggested } from '../src/bot/command.ts';
import type { Entry } from '../src/core/entry/entry.ts';

/** Lists the topics, or the entries of one; all entries if there are no topics. */
export const topics: Command = {
  name: 'topics',
  group: 'ask',
  inMenu: 'always',
  options: [{ name: 'topic', kind: 'text', suggest: suggestTopics }],
  readOnly: true,
  run: (call) => {
    const entries = [...call.community.knowledge().entries.values()];
    const byTag = entriesByTopic(entries, topicsIn(call.language, call.services));
    const found =
      byTag.get(call.argument.toLowerCase()) ?? entriesByTopic(entries, allTags).get(call.argument.toLowerCase());
    if (call.argument === '' || !found) return byTag.size > 0 ? allTopics(byTag, call) : allEntries(entries, call);
    return notice(call.language, {
      title: call.argument.toLowerCase(),
      question: call.say('topic-entries', { count: found.length }),
      choices: found.map((entry) => showChoice(entry, call)),
    });
  },
};

/** Completes with topics in the caller's language, the largest first. */
function suggestTopics({ community, language, services }: Call): Suggested[] {
  const byTag = entriesByTopic(community.knowledge().entries.values(), topicsIn(language, services));
  return [...byTag.keys()].map((tag) => ({ value: tag, label: tag }));
}

/** Topics of an entry in all languages, as a topic may be named in any of them. */
const allTags = (entry: Entry): string[] => [...entry.texts.values()].flatMap((text) => text.tags);

function allTopics(byTag: ReadonlyMap<string, readonly Entry[]>, call: Call): Reply {
  const choices = [...byTag].map(([tag, entries]) => ({
    label: call.say('topic', { tag, count: entries.length }),
    command: 'topics',
    argument: tag,
  }));
  return notice(call.language, { blocks: unknownTopic(call), question: call.say('topics'), choices });
}

/** Lists all entries, for packs without topics. */
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
