import { list, notice, text } from '../src/bot/answers/reply.ts';
import type { Command } from '../src/bot/command.ts';
import { sayDiagnosis } from '../src/bot/platform/diagnose.ts';

/** Reports mistakes in the setup, each with its cure. */
export const doctor: Command = {
  name: 'doctor',
  group: 'setup',
  options: [],
  readOnly: true,
  forModerators: true,
  run: async ({ services, place, language, say }) => {
    const found = await services.diagnose(place);
    const lines = found.map((one) =>
      sayDiagnosis(one, say, services.languages.get(language)?.direction).flatMap((line, at) => [
        ...(at > 0 ? [{ kind: 'break' } as const] : []),
        text(line),
      ]),
    );
    return notice(language, { title: say('doctor-title'), blocks: [list(lines)], isPrivate: true });
  },
};
