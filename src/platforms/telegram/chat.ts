import { z } from 'zod';
import type { ChatPlatform, SetValues } from '../../bot/platform/chat-platform.ts';
import { webAddress } from '../../bot/platform/links.ts';
import { TAKEN_PATHS } from '../../bot/ports/route.ts';
import { PLATFORM, SETTINGS } from './config.ts';

/** Ports to which Telegram delivers webhooks. */
const CALLED_PORTS: readonly string[] = ['', '443', '80', '88', '8443'];

/** The chat with BotFather: the command, the bot, and the button. */
const SKETCH = `<rect class="frame" x="1" y="1" width="338" height="148" rx="8"/>
<text class="strong" x="14" y="24">BotFather</text><line class="rule" x1="1" y1="34" x2="339" y2="34"/>
<rect class="mine" x="206" y="44" width="102" height="22" rx="10"/><text x="216" y="59">/setprivacy</text>
<rect class="theirs" x="12" y="72" width="172" height="22" rx="10"/><text x="22" y="87">Choose a bot</text>
<rect class="mine" x="206" y="80" width="102" height="22" rx="10"/><text x="216" y="95">@your_bot</text>
<rect class="key" x="12" y="112" width="144" height="26" rx="6"/><text x="66" y="129">Enable</text>
<rect class="key" x="164" y="112" width="144" height="26" rx="6"/><text class="strong" x="216" y="129">Disable</text>
<rect class="ring" x="160" y="108" width="152" height="34" rx="8"/>`;

const VARIABLES = {
  TELEGRAM_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]{20,}$/, 'is no token of @BotFather: those are a number, a colon, and 35 letters and digits')
    .optional(),
  TELEGRAM_API_ROOT: z.string().refine(webAddress, 'is no address').default('https://api.telegram.org'),
  TELEGRAM_WEBHOOK_URL: z.string().refine(webAddress, 'is no address').optional(),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(
      /^[A-Za-z0-9_-]{16,256}$/,
      'is weak: it takes at least 16 characters, of A-Z, a-z, 0-9, _ and - only (try: openssl rand -hex 32)',
    )
    .optional(),
};

/** Telegram's settings, and how it begins. */
export const telegram: ChatPlatform = {
  name: PLATFORM,
  title: 'Telegram',
  variables: VARIABLES,
  token: 'TELEGRAM_TOKEN',
  needs: [
    ['TELEGRAM_WEBHOOK_URL', 'TELEGRAM_WEBHOOK_SECRET'],
    ['TELEGRAM_WEBHOOK_URL', 'TELEGRAM_TOKEN'],
    ['TELEGRAM_WEBHOOK_SECRET', 'TELEGRAM_WEBHOOK_URL'],
  ],
  served: ['TELEGRAM_WEBHOOK_URL'],
  misfits: webhook,
  settings: SETTINGS,
  open: async (set, host, announce) => {
    const { TELEGRAM_TOKEN: token = '', ...values } = z.object(VARIABLES).parse(set);
    const { TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: secret } = values;
    const webhook = url === undefined || secret === undefined ? undefined : { url, secret };
    const { telegramPlatform } = await import('./index.ts');
    return telegramPlatform({ token, apiRoot: apiRootOf(set), webhook, announce }, host);
  },
  setup: {
    probe: async (token, set) => (await import('./doctor/probe.ts')).probe(token, apiRootOf(set)),
    words: {
      where: 'setup-where-telegram',
      reads: 'setup-reads-telegram',
      off: 'setup-switch-telegram',
      picture: 'setup-picture-telegram',
      sketch: SKETCH,
      invite: 'setup-invite-telegram',
      later: 'setup-later-telegram',
    },
  },
};

const apiRootOf = (set: SetValues): string =>
  VARIABLES.TELEGRAM_API_ROOT.parse(set.TELEGRAM_API_ROOT).replace(/\/+$/, '');

/** A Bot API server of one's own may use http and any port. */
function webhook({ TELEGRAM_WEBHOOK_URL: words = '', TELEGRAM_API_ROOT: root }: SetValues): string[] {
  if (!URL.canParse(words)) return [];
  const { protocol, port, pathname } = new URL(words);
  const problems: string[] = [];
  if (root === undefined && protocol !== 'https:') problems.push('TELEGRAM_WEBHOOK_URL has to begin with https://');
  else if (root === undefined && !CALLED_PORTS.includes(port))
    problems.push(`TELEGRAM_WEBHOOK_URL has the port ${port}, but Telegram calls only 443, 80, 88 and 8443`);
  if (!/^[\w./~-]+$/.test(pathname))
    problems.push('TELEGRAM_WEBHOOK_URL has a path with other signs than letters, digits and . _ ~ - (try /telegram)');
  else if (TAKEN_PATHS.includes(pathname.split('/')[1] ?? ''))
    problems.push(`TELEGRAM_WEBHOOK_URL has the path ${pathname}, which is taken by the bot's pages (try /telegram)`);
  return problems;
}
