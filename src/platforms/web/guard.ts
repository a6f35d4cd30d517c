import { createHash, timingSafeEqual } from 'node:crypto';
import { BlockList, isIP } from 'node:net';
import type { HttpBindings } from '@hono/node-server';
import type { MiddlewareHandler, Context as Request } from 'hono';
import type { Context } from './context.ts';
import { csrfOf, sessionOf } from './session.ts';

/** Everything from here, no script or style in the page itself, in no frame. */
const POLICY = [
  ...[
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ],
].join('; ');

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'x-frame-options': 'DENY',
};

export const headers: MiddlewareHandler = async (request, next) => {
  await next();
  for (const [name, value] of Object.entries(HEADERS)) request.res.headers.set(name, value);
  if (!request.res.headers.has('cache-control')) request.res.headers.set('cache-control', 'no-store');
};

/**
 * Only a name of ours, so that no other site can make its own name lead here and read along; and only forms of our own
 * pages.
 */
export function onlyOurs({ config }: Pick<Context, 'config'>): MiddlewareHandler {
  const names = new Set(['localhost', config.host, ...config.names].map((name) => name.toLowerCase()));
  return async (request, next) => {
    const host = request.req.header('host') ?? '';
    if (!isOurs(host, names)) return request.text(WRONG_NAME, 421);
    if (request.req.method !== 'GET' && request.req.method !== 'HEAD' && !isFromHere(request, host))
      return request.text(ELSEWHERE, 403);
    return next();
  };
}

const PROXY =
  'A proxy in front of the bot has to pass on the headers Host, as the browser sent it, and X-Forwarded-Proto; see docs/operating.md.';
const WRONG_NAME = `421 This name is not one of WEB_NAMES. Whoever runs the bot adds it there. ${PROXY}\n`;
const ELSEWHERE = `403 Sent from another site. If it was not: ${PROXY}\n`;

/** A plain address is nobody's name, and cannot be made to lead elsewhere. */
function isOurs(host: string, names: ReadonlySet<string>): boolean {
  const address = URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : '';
  return names.has(address) || isIP(address.replace(/^\[|\]$/g, '')) !== 0;
}

function isFromHere({ req }: Request, host: string): boolean {
  const origin = req.header('origin');
  const site = req.header('sec-fetch-site');
  const isSameOrigin = origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
  return isSameOrigin && (site === undefined || site === 'same-origin' || site === 'none');
}

/**
 * From where somebody calls, as far as that can be told: a proxy says for whom it calls, at the end of a list whose
 * beginning anybody can write. Of IPv6 it is the network, for one caller has all of its addresses.
 */
export function addressOfCaller({ config }: Pick<Context, 'config'>, { req, env }: Request): string {
  const proxies = networksOf([...HERE, ...config.proxies]);
  const isProxy = (address: string): boolean => isIP(address) !== 0 && proxies.check(address, familyOf(address));
  let address = plainAddress((env as Partial<HttpBindings> | undefined)?.incoming?.socket.remoteAddress ?? '');
  for (const before of (req.header('x-forwarded-for') ?? '').split(',').reverse().map(plainAddress)) {
    if (!isProxy(address) || isIP(before) === 0) break;
    address = before;
  }
  return isIP(address) === 6 ? networkOf(address) : address;
}

/** Whoever calls from this machine. */
const HERE = ['127.0.0.0/8', '::1'];

/** An address of IPv4 as such, also where it came over a socket of IPv6. */
const plainAddress = (words: string): string => words.trim().replace(/^::ffff:(?=\d+\.)/i, '');

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

function networksOf(list: readonly string[]): BlockList {
  const networks = new BlockList();
  for (const one of list) {
    const [address = '', bits = isIP(address) === 6 ? '128' : '32'] = one.split('/');
    networks.addSubnet(address, Number(bits), familyOf(address));
  }
  return networks;
}

/** The first half of an address of IPv6, in full. */
function networkOf(address: string): string {
  const [head = [], tail] = address.split('::').map((half) => half.split(':').filter((part) => part !== ''));
  const parts =
    tail === undefined
      ? [...head]
      : [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => '0'), ...tail];
  return parts
    .slice(0, 4)
    .map((part) => part.padStart(4, '0').toLowerCase())
    .join(':');
}

/** Whether a form was sent from a page that this session was shown. */
export function isOurForm(context: Pick<Context, 'services'>, request: Request, token: unknown): boolean {
  const session = sessionOf(request);
  return session !== undefined && typeof token === 'string' && isSame(token, csrfOf(context, session));
}

/** Takes as long wherever they differ, and however long they are. */
export const isSame = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));

const digest = (words: string): Buffer => createHash('sha256').update(words).digest();
