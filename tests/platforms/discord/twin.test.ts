import { DigitalDiscord } from 'discord-digital-twin';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBot } from '../../../src/bot/bot.ts';
import { discordPlatform } from '../../../src/platforms/discord/index.ts';
import { buttonsOf, seen } from '../../helpers/discord-message.ts';
import { until } from '../../helpers/discord-world.ts';
import { PACK } from '../../helpers/pack.ts';
import { servicesOf } from '../../helpers/services.ts';

/** Somebody else's idea of Discord: what the bot does has to hold there as well. */
const twin = new DigitalDiscord({ channels: [{ name: 'general', type: 0 }], users: [{ username: 'Member' }] });
const stop = new AbortController();
let ended: Promise<void>;
let channelId = '';
let userId = '';

beforeAll(async () => {
  await twin.start();
  channelId = (await twin.prisma.channel.findMany())[0]?.id ?? '';
  userId = (await twin.getFirstNonBotUserId()) ?? '';
  const services = await servicesOf(PACK, { now: () => new Date().toISOString() });
  const quiet = () => undefined;
  const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
  const announced: string[] = [];
  ended = discordPlatform(
    { token: twin.botToken, apiUrl: twin.restUrl, announce: (line) => announced.push(line) },
    { services, log },
  ).run(createBot(services), stop.signal);
  await until(() => announced.length > 0);
});
afterAll(async () => {
  stop.abort();
  await ended;
  await twin.stop();
});

const member = () => twin.channel(channelId).user(userId);
const replies = async () => (await twin.channel(channelId).getMessages()).filter(({ author }) => author.bot);

describe('against an independent server', () => {
  it('/ask is answered at once, and its buttons work', async () => {
    const interaction = await member().runSlashCommand({
      name: 'ask',
      options: [{ name: 'question', type: 3, value: 'why was my account banned' }],
    });
    expect((await twin.channel(channelId).waitForInteractionAck({ interactionId: interaction.id })).acknowledged).toBe(
      true,
    );
    const message = await until(async () =>
      (await replies()).find((message) => seen(message).title === 'Why was my account banned?'),
    );
    const pressed = await member().clickButton({
      messageId: message.id,
      customId: buttonsOf(message)['👍 Helped'] ?? '',
    });
    expect((await twin.channel(channelId).waitForInteractionAck({ interactionId: pressed.id })).acknowledged).toBe(
      true,
    );
  });

  it('what is typed is completed', async () => {
    const interaction = await twin.simulateInteraction({
      type: 4,
      channelId,
      userId,
      data: { id: '1', name: 'ask', type: 1, options: [{ name: 'question', type: 3, value: 'refund', focused: true }] },
    });
    expect((await twin.channel(channelId).waitForInteractionAck({ interactionId: interaction.id })).acknowledged).toBe(
      true,
    );
  });

  it('a mention is answered as a reply', async () => {
    const asked = await member().sendMessage({
      content: `<@${twin.botUserId}> can I get a refund for my subscription`,
    });
    const reply = await until(async () =>
      (await replies()).find((message) => /refund/.test(seen(message).title ?? '')),
    );
    expect(reply.message_reference?.message_id).toBe(asked.id);
  });
});
