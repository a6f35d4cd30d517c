/** Values of the variables that are set, by name. */
export type SetValues = Readonly<Record<string, string | undefined>>;

/** Variables, each with another one that it needs. */
const NEEDS = [
  ['TELEGRAM_WEBHOOK_URL', 'TELEGRAM_WEBHOOK_SECRET'],
  ['TELEGRAM_WEBHOOK_URL', 'TELEGRAM_TOKEN'],
  ['TELEGRAM_WEBHOOK_SECRET', 'TELEGRAM_WEBHOOK_URL'],
  ['PHRASINGS_API_URL', 'PHRASINGS_MODEL'],
  ['PHRASINGS_MODEL', 'PHRASINGS_API_URL'],
  ['SHARDS', 'SHARD_COUNT'],
  ['KNOWLEDGE_GIT_BRANCH', 'KNOWLEDGE_GIT'],
  ['KNOWLEDGE_GIT_FOLDER', 'KNOWLEDGE_GIT'],
  ['KNOWLEDGE_GIT_TOKEN', 'KNOWLEDGE_GIT'],
  ['KNOWLEDGE_GIT_SECRET', 'KNOWLEDGE_GIT'],
  ['KNOWLEDGE_GIT_PAGE', 'KNOWLEDGE_GIT'],
] as const;

/** Variables that need a port to be open. */
const SERVED = ['TELEGRAM_WEBHOOK_URL', 'KNOWLEDGE_GIT_SECRET', 'MCP'] as const;

/** First parts of URL paths that are in use: by pages, health probes, and the repository's webhook. */
export const TAKEN: readonly string[] = [
  '',
  'assets',
  'dashboard',
  'git',
  'healthz',
  'mcp',
  'metrics',
  'readyz',
  'setup',
];

/** Ports to which Telegram delivers webhooks. */
const CALLED_PORTS: readonly string[] = ['', '443', '80', '88', '8443'];

/** Settings that do not fit each other, in a sentence each. */
export function problemsTogether(set: SetValues): string[] {
  const unserved = SERVED.filter((name) => set.WEB_PORT === 'off' && set[name] !== undefined && set[name] !== 'off');
  const halves = NEEDS.filter(([one, other]) => set[one] !== undefined && set[other] === undefined);
  return [
    ...unserved.map((name) => `WEB_PORT is off, without which ${name} cannot be served`),
    ...halves.map(([one, other]) => `${other} is missing, without which ${one} has no effect`),
    ...shards(set),
    ...webhook(set),
    ...token(set),
  ];
}

/** Without https, others could read the token on the way; on this machine there is no way. */
function token({ KNOWLEDGE_GIT: url = '', KNOWLEDGE_GIT_TOKEN: words }: SetValues): string[] {
  if (words === undefined || url === '') return [];
  const isSafe = /^(?:https:|http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])[:/])/i.test(url);
  return isSafe ? [] : ['KNOWLEDGE_GIT has to begin with https://, or KNOWLEDGE_GIT_TOKEN could be read on the way'];
}

function shards({ SHARDS: list, SHARD_COUNT: count }: SetValues): string[] {
  const beyond = (list ?? '').split(',').find((shard) => Number(shard) >= Number(count));
  return beyond === undefined || count === undefined
    ? []
    : [`SHARDS names ${beyond.trim()}, but with SHARD_COUNT=${count} the last one is ${Number(count) - 1}`];
}

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
  else if (TAKEN.includes(pathname.split('/')[1] ?? ''))
    problems.push(`TELEGRAM_WEBHOOK_URL has the path ${pathname}, which is taken by the bot's pages (try /telegram)`);
  return problems;
}
