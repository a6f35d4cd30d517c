import { type AsyncCompleter, createInterface } from 'node:readline';
import type { Platform } from '../../bot/platform/platform.ts';
import type { ConsoleConfig } from './config.ts';
import { createReceiver } from './receive.ts';
import { renderReply } from './render.ts';

/** A conversation in the terminal; with piped input, one answer for each line. */
export function consolePlatform(config: ConsoleConfig): Platform {
  const send = createSender(config);
  return {
    name: 'console',
    tell: (words) => send(renderReply(words(config.language), config)),
    run: async (respond, stop) => {
      if (stop.aborted) return;
      const receive = createReceiver(config, respond);
      const lines = createInterface({
        input: config.input,
        crlfDelay: Number.POSITIVE_INFINITY,
        ...(config.interactive ? { output: config.output, prompt: '› ', completer: completerOf(config) } : {}),
      });
      // Without this, readline swallows Ctrl-C; it ends the conversation, as Ctrl-D does.
      lines.on('SIGINT', () => lines.close());
      stop.addEventListener('abort', () => lines.close(), { once: true });
      if (config.interactive) send(greetingOf(config));
      if (config.interactive) lines.prompt();
      if (config.interactive) config.onPrompt?.(() => lines.prompt(true));
      lines.once('close', () => config.onPrompt?.(() => undefined));
      for await (const line of lines) {
        send(await receive(line));
        if (config.interactive) lines.prompt();
      }
      if (config.interactive) send(`\n${config.say('goodbye')}`);
    },
  };
}

function completerOf({ complete }: ConsoleConfig): AsyncCompleter {
  return (line, say) => void complete(line).then(({ options, replaced }) => say(null, [[...options], replaced]), say);
}

function greetingOf({ say, subjects, examples }: ConsoleConfig): string {
  const hello =
    subjects.length > 0 ? say('greeting', { subjects: subjects.join(say('list-semicolon')) }) : say('greeting-empty');
  const tries = examples.length > 0 ? [say('try'), ...examples.map((example) => `  ${example}`)] : [];
  return [hello, ...tries, say('hint')].join('\n');
}

/** Writes one message, followed by an empty line. */
function createSender({ output }: Pick<ConsoleConfig, 'output'>): (message: string) => void {
  return (message) => {
    if (message !== '') output.write(`${message}\n\n`);
  };
}
