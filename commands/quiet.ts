import { type Reply, whisper } from '../src/bot/answers/reply.ts';
import type { Call, Command } from '../src/bot/command.ts';

/** Arguments of the buttons; without an argument, the command toggles. */
const ON = 'on';
const OFF = 'off';

/** Makes the bot answer a person only when addressed, or as usual again. */
export const quiet: Command = {
  name: 'quiet',
  group: 'you',
  isExplained: true,
  options: [],
  scope: 'person',
  personal: true,
  run: async (call) => {
    const { services, argument, person } = call;
    const word = argument.trim().toLowerCase();
    const isQuiet =
      word === ON || (word !== OFF && !(await services.attempt.read(({ people }) => people.isQuiet(person))));
    await services.attempt.write(({ people }) => people.setQuiet(person, isQuiet));
    void services.attempt.afterCommit(() => services.heldLines.forget(person));
    return said(call, isQuiet);
  },
};

const said = (call: Call, isQuiet: boolean): Reply =>
  isQuiet
    ? whisper(call, 'quiet-on', {}, [{ label: call.say('quiet-back'), command: 'quiet', argument: OFF }])
    : whisper(call, 'quiet-off');
