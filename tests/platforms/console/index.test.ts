import { describe, expect, it } from 'vitest';
import { plainReply } from '../../../src/bot/answers/reply.ts';
import type { Respond } from '../../../src/bot/bot.ts';
import { consolePlatform } from '../../../src/platforms/console/index.ts';
import { consoleOf } from '../../helpers/console.ts';

const echo: Respond = async ({ text }) => (text === 'quiet' ? undefined : plainReply('en', `<${text}>`));

describe('consolePlatform', () => {
  it('answers every piped line in order, and ends with them', async () => {
    const { config, input, written } = consoleOf();
    input.end('one\r\n\n  \nquiet\ntwo\nlast without an end');
    await consolePlatform(config).run(echo, new AbortController().signal);
    expect(written()).toBe('<one>\n\n<two>\n\n<last without an end>\n\n');
  });

  it('answers all lines though answers are slow', async () => {
    const { config, input, written } = consoleOf();
    input.end('1\n2\n3\n');
    const slow: Respond = async (incoming) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      return echo(incoming, undefined);
    };
    await consolePlatform(config).run(slow, new AbortController().signal);
    expect(written()).toBe('<1>\n\n<2>\n\n<3>\n\n');
  });

  it('greets and says goodbye to a person', async () => {
    const { config, input, written } = consoleOf({ interactive: true });
    input.end('one\n');
    await consolePlatform(config).run(echo, new AbortController().signal);
    for (const words of ['greeting {"subjects":"bans"}', 'try\n  why?', 'hint', '<one>', 'goodbye'])
      expect(written()).toContain(words);
  });

  it('draws the prompt again where something else is written meanwhile, and no longer when it has ended', async () => {
    let redraw = (): void => undefined;
    const onPrompt = (draw: () => void): void => {
      redraw = draw;
    };
    const { config, input, written } = consoleOf({ interactive: true, onPrompt });
    const run = consolePlatform(config).run(echo, new AbortController().signal);
    const prompts = () => written().split('› ').length - 1;
    await expect.poll(prompts).toBe(1);
    redraw();
    expect(prompts()).toBe(2);
    input.end();
    await run;
    redraw();
    expect(prompts()).toBe(2);
  });

  it.each([true, false])('ends when it is stopped (before it runs: %s)', async (before) => {
    const { config } = consoleOf();
    const stop = new AbortController();
    if (before) stop.abort();
    const run = consolePlatform(config).run(echo, stop.signal);
    if (!before) setTimeout(() => stop.abort(), 5);
    await expect(run).resolves.toBeUndefined();
  });

  it('fails where the bot fails', async () => {
    const { config, input } = consoleOf();
    input.end('one\n');
    await expect(
      consolePlatform(config).run(() => Promise.reject(new Error('broken')), new AbortController().signal),
    ).rejects.toThrow('broken');
  });
});
