import type { Block } from '../../core/entry/blocks.ts';
import { titleIn } from '../../core/entry/display.ts';
import type { Call } from '../command.ts';
import { showChoice } from './compose.ts';
import { exampleEntries } from './examples.ts';
import { ownWords } from './own-words.ts';
import { notice, paragraph, type Reply, text } from './reply.ts';

const MOST_EXAMPLES = 3;

/** The greeting, or the community's own words in its place, with example questions to press. */
export function composeGreeting(call: Call): Reply {
  const { community, language, say, services } = call;
  const choices = exampleEntries(
    community.knowledge().entries.values(),
    language,
    services.languages,
    MOST_EXAMPLES,
  ).map((entry) => showChoice(entry, call));
  return notice(language, {
    blocks: ownWords(call, 'greeting') ?? [paragraph(text(greetingWords(call)))],
    question: choices.length > 0 ? say('try-one') : undefined,
    choices,
  });
}

type Greeted = Pick<Call, 'community' | 'language' | 'say' | 'services'>;

/** The bot's first words in a group. @param typed how a question is typed there, such as with a mention of the bot */
export function helloBlocks(greeted: Greeted, typed: (question: string) => string): Block[] {
  const { community, language, say, services } = greeted;
  const [example] = exampleEntries(community.knowledge().entries.values(), language, services.languages, 1);
  const question = example && titleIn(example, language, services.languages);
  const hello = paragraph(text(greetingWords(greeted)));
  if (question === undefined) return [hello];
  return [hello, paragraph(...say.parts('hello-ask')), { kind: 'code', text: typed(question) }];
}

function greetingWords({ community, language, say, services }: Greeted): string {
  if (community.knowledge().entries.size === 0) return say('greeting-empty');
  const packs = services.subjects(language);
  return say('greeting', { subjects: packs.length > 0 ? packs.join(say('list-semicolon')) : say('own-pack') });
}
