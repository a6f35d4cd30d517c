import { citation } from '../src/bot/answers/compose.ts';
import { list, notice, tell } from '../src/bot/answers/reply.ts';
import type { Command } from '../src/bot/command.ts';
import { textIn } from '../src/core/entry/display.ts';
import type { Source } from '../src/core/entry/entry.ts';

/** Lists all sources of an entry. */
export const sources: Command = {
  name: 'sources',
  group: 'ask',
  options: [],
  readOnly: true,
  run: (call) => {
    const { languages } = call.services;
    const shown = [...call.community.knowledge().entries.values()].flatMap(
      (entry) => textIn(entry, call.language, languages)?.text.sources ?? [],
    );
    const distinct = [
      ...new Map(shown.map((source): [string, Source] => [`${source.title} ${source.url ?? ''}`, source])).values(),
    ];
    if (distinct.length === 0) return tell(call, 'no-sources');
    return notice(call.language, {
      title: call.say('all-sources'),
      blocks: [list(distinct.map((source) => citation(source, call)))],
    });
  },
};
