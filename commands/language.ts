import { sayLanguage } from '../src/bot/answers/messages.ts';
import { notice, plainReply, type Reply, tell } from '../src/bot/answers/reply.ts';
import type { Call, Command } from '../src/bot/command.ts';
import { languageNamed } from '../src/bot/conversation/choose-language.ts';
import { suggestLanguages } from '../src/bot/conversation/suggest-option.ts';

const AUTOMATIC = 'auto';

/** Sets the language of a person's answers, or lists the languages. */
export const language: Command = {
  name: 'language',
  group: 'you',
  inMenu: 'always',
  isExplained: true,
  options: [
    {
      name: 'language',
      kind: 'text',
      suggest: (call) => [...suggestLanguages(call), { value: AUTOMATIC, label: call.say('automatic') }],
    },
  ],
  scope: 'person',
  run: async (call) => {
    const { services, argument, person } = call;
    const choose = (tag: string | undefined) => services.attempt.write(({ people }) => people.setLanguage(person, tag));
    if (argument === '') return allLanguages(call);
    if (argument.toLowerCase() === AUTOMATIC) {
      await choose(undefined);
      return tell(call, 'language-auto');
    }
    const chosen = languageNamed(argument, services.languages);
    if (!chosen) return allLanguages(call, call.say('no-language', { name: argument }));
    await choose(chosen.tag);
    const name = sayLanguage(chosen.tag, { language: chosen.tag, services });
    return plainReply(chosen.tag, services.speak(chosen.tag)('language-set', { language: name }));
  },
};

function allLanguages(call: Call, problem?: string): Reply {
  const languages = [...call.services.languages.values()];
  const choices = [
    ...languages.map(({ tag, name }) => ({ label: name, command: 'language', argument: tag })),
    { label: call.say('automatic'), command: 'language', argument: AUTOMATIC },
  ];
  const blocks = problem === undefined ? [] : plainReply(call.language, problem).blocks;
  return notice(call.language, { blocks, question: call.say('languages'), choices });
}
