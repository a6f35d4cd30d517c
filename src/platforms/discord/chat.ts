import { z } from 'zod';
import type { ChatPlatform, SetValues } from '../../bot/platform/chat-platform.ts';
import { webAddress } from '../../bot/platform/links.ts';
import { PLATFORM, SETTINGS } from './config.ts';

/** The developer portal: *Bot* in the list on the left, the switch on the right. */
const SKETCH = `<rect class="frame" x="1" y="1" width="338" height="148" rx="8"/>
<line class="rule" x1="92" y1="1" x2="92" y2="149"/>
<text x="14" y="34">OAuth2</text><rect class="here" x="8" y="46" width="76" height="24" rx="5"/>
<text class="strong" x="14" y="62">Bot</text><text x="14" y="90">Installation</text>
<text class="strong" x="106" y="28">Privileged Gateway Intents</text>
<text x="106" y="62">Presence Intent</text><rect class="off" x="290" y="51" width="32" height="16" rx="8"/>
<text x="106" y="92">Server Members Intent</text><rect class="off" x="290" y="81" width="32" height="16" rx="8"/>
<text class="strong" x="106" y="122">Message Content Intent</text>
<rect class="on" x="290" y="111" width="32" height="16" rx="8"/><circle class="knob" cx="314" cy="119" r="6"/>
<rect class="ring" x="98" y="103" width="232" height="32" rx="8"/>`;

const VARIABLES = {
  DISCORD_TOKEN: z
    .string()
    .regex(
      /^[\w-]{20,}\.[\w-]{4,}\.[\w-]{20,}$/,
      'is no token of the developer portal (Bot, Reset Token): those have three parts with dots between them',
    )
    .optional(),
  DISCORD_API_URL: z.string().refine(webAddress, 'is no address').optional(),
  DISCORD_GUILD_ID: z
    .string()
    .regex(/^\d{15,20}$/, "is no server's id: those are long numbers")
    .optional(),
  SHARDS: z
    .string()
    .regex(/^\d{1,6}(?:\s*,\s*\d{1,6})*$/, 'is no list of numbers from 0, such as 0,1')
    .optional(),
  SHARD_COUNT: z
    .string()
    .regex(/^[1-9]\d{0,5}$/, 'is no number from 1')
    .transform(Number)
    .optional(),
};

/** Discord's settings, and how it begins. */
export const discord: ChatPlatform = {
  name: PLATFORM,
  title: 'Discord',
  variables: VARIABLES,
  former: {
    DISCORD_PUBLIC_KEY: 'interactions come over the gateway alone, so clear Interactions Endpoint URL at Discord',
  },
  token: 'DISCORD_TOKEN',
  needs: [['SHARDS', 'SHARD_COUNT']],
  misfits: shards,
  settings: SETTINGS,
  open: async (set, host, announce) => {
    const { DISCORD_TOKEN: token = '', ...values } = z.object(VARIABLES).parse(set);
    const { DISCORD_GUILD_ID: guildId, SHARDS: list, SHARD_COUNT: shardCount } = values;
    const shards = list?.split(',').map(Number);
    const { discordPlatform } = await import('./index.ts');
    return discordPlatform({ token, apiUrl: apiUrlOf(set), guildId, shards, shardCount, announce }, host);
  },
  setup: {
    probe: async (token, set) => (await import('./doctor/probe.ts')).probe(token, apiUrlOf(set)),
    words: {
      where: 'setup-where-discord',
      reads: 'setup-reads-discord',
      off: 'setup-switch-discord',
      picture: 'setup-picture-discord',
      sketch: SKETCH,
      invite: 'setup-invite-discord',
      later: 'setup-later-discord',
    },
  },
};

const apiUrlOf = ({ DISCORD_API_URL: url }: SetValues): string | undefined => url?.replace(/\/+$/, '');

function shards({ SHARDS: list, SHARD_COUNT: count }: SetValues): string[] {
  const beyond = (list ?? '').split(',').find((shard) => Number(shard) >= Number(count));
  return beyond === undefined || count === undefined
    ? []
    : [`SHARDS names ${beyond.trim()}, but with SHARD_COUNT=${count} the last one is ${Number(count) - 1}`];
}
