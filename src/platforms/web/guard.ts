import { BlockList, isIP } from 'node:net';
import type { HttpBindings } from '@hono/node-server';
import type { MiddlewareHandler, Context as Request } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { expandIPv6 } from 'hono/utils/ipaddr';
import type { WebContext } from './context.ts';
import { oldForm } from './pages/sorry.ts';
import { fieldsOf, wantsPart } from './responder.ts';
import { csrfOf, digest, isSame, sessionOf } from './session.ts';

const OWN = ["'self'"];
const NONE = ["'none'"];

/** Content security: pages load from here only, have no inline script or style, and cannot be framed. */
export const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: NONE,
    scriptSrc: OWN,
    styleSrc: OWN,
    imgSrc: OWN,
    connectSrc: OWN,
    formAction: OWN,
    baseUri: NONE,
    frameAncestors: NONE,
  },
  permissionsPolicy: { camera: [], geolocation: [], microphone: [] },
  referrerPolicy: 'same-origin',
  xFrameOptions: 'DENY',
  // Whether browsers must use https for this host name is for the proxy to decide.
  strictTransportSecurity: false,
});

/** No page may be cached. */
export const notKept: MiddlewareHandler = async (request, next) => {
  await next();
  if (!request.res.headers.has('cache-control')) request.res.headers.set('cache-control', 'no-store');
};

/**
 * Accepts only requests to our own host names, which prevents DNS rebinding, and only forms sent from our own pages.
 */
export function onlyOwnNames({ config }: WebContext): MiddlewareHandler {
  const names = new Set(['localhost', config.host, ...config.names].map((name) => name.toLowerCase()));
  return async (request, next) => {
    const host = request.req.header('host') ?? '';
    if (!isOwnName(host, names)) return request.text(WRONG_NAME, 421);
    if (request.req.method !== 'GET' && request.req.method !== 'HEAD' && !isFromHere(request, host))
      return request.text(ELSEWHERE, 403);
    return next();
  };
}

const PROXY =
  'A proxy in front of the bot has to pass on the headers Host, as the browser sent it, and X-Forwarded-Proto; ' +
  'see docs/proxy.md.';
const WRONG_NAME = `421 This name is not one of WEB_NAMES. Whoever runs the bot adds it there. ${PROXY}\n`;
const ELSEWHERE = `403 Sent from another site. If it was not: ${PROXY}\n`;

/** An IP address in the Host header cannot be a rebound name, so it is allowed. */
function isOwnName(host: string, names: ReadonlySet<string>): boolean {
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
 * The caller's address. Proxies append it to a header whose beginning anybody can forge, so it is read from the end.
 * For IPv6 it is the /64 network, as one caller has all of its addresses.
 */
export function addressOfCaller({ config }: WebContext, { req, env }: Request): string {
  const isIn = (networks: BlockList, address: string) =>
    isIP(address) !== 0 && networks.check(address, familyOf(address));
  const callers = networksOf([...HERE, ...config.proxies]);
  const others = networksOf(config.proxies.filter((one) => !one.includes('/')));
  let address = plainAddress((env as Partial<HttpBindings> | undefined)?.incoming?.socket.remoteAddress ?? '');
  const forwarded = (req.header('x-forwarded-for') ?? '').split(',').reverse().map(plainAddress);
  for (const [at, before] of forwarded.entries()) {
    // Callers may be on a proxy's machine or network. The header's entries before the one that the proxy appended are
    // the caller's own, and could be forged.
    if (!isIn(at === 0 ? callers : others, address) || isIP(before) === 0) break;
    address = before;
  }
  return isIP(address) === 6 ? expandIPv6(address).toLowerCase().split(':').slice(0, 4).join(':') : address;
}

/** Networks of this machine. */
const HERE = ['127.0.0.0/8', '::1'];

/** An IPv4 address in its usual form, even if it came over an IPv6 socket. */
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

/** Accepts a form only with this session's CSRF token. */
export const onlyOurForms =
  (context: WebContext): MiddlewareHandler =>
  async (request, next) => {
    if (request.req.method !== 'POST') return next();
    const session = sessionOf(request);
    const { csrf = '' } = await fieldsOf(request);
    return session !== undefined && isSame(csrf, csrfOf(context, session)) ? next() : oldForm(context, request);
  };

/**
 * Carries out a form once, although a double press or a reload sends it again; the repetition gets the same redirect. A
 * form that was refused or changed counts as new. Scripts send one form at a time anyway.
 */
export const formsOnce =
  ({ memory }: WebContext): MiddlewareHandler =>
  async (request, next) => {
    if (request.req.method !== 'POST' || wantsPart(request)) return next();
    const { csrf: _, ...fields } = await fieldsOf(request);
    if (fields.once === undefined) return next();
    const { pathname, search } = new URL(request.req.url);
    const key = digest(JSON.stringify([sessionOf(request), pathname, search, fields])).toString('hex');
    const before = memory.sent.get(key);
    const to = before && (await before);
    if (to !== undefined) return request.redirect(to, 303);
    const led = next().then(() =>
      request.res.status === 303 ? (request.res.headers.get('location') ?? undefined) : undefined,
    );
    memory.sent.set(key, led);
    await led;
    return undefined;
  };
