import { createHash } from 'node:crypto';
import type { Context as Request } from 'hono';
import { deleteCookie, getCookie } from 'hono/cookie';
import { HTTPException } from 'hono/http-exception';
import type { Account } from '../../bot/conversation/incoming.ts';
import { NAME, type WebContext } from './context.ts';
import {
  endKey,
  hasEnded,
  hasExpired,
  type Moderator,
  moderatorsIn,
  moderatorWith,
  namedAccount,
  noteUse,
  personOf,
  type Role,
  untilWhen,
} from './people.ts';
import type { Fields } from './receive.ts';
import { isSame, keepCookie, renewSession } from './session.ts';

const KEY = 'wenda_key';

/** A person who has signed in. */
export interface Who {
  /** Unhashed. */
  readonly person: string;
  /** Account of a named moderator. */
  readonly account?: Account;
  /** See people.ts. Owners may do what the operator may, and manage moderators. */
  readonly role: Role;
  /** Id of the only community that they see. Default: all. */
  readonly community?: string;
}

const OWNER: Who = { person: `${NAME}:operator`, role: 'owner' };

/**
 * The person who has signed in, by the token or a moderator's link. The cookie holds its expiry and the moderator's id,
 * signed with the installation's secret and the token, or the hash of the link. So every process accepts it, until the
 * token changes or the moderator is removed.
 */
export function signedIn(context: WebContext, request: Request): Who | undefined {
  const [until = '', signature = '', id, ...more] = (getCookie(request, KEY) ?? '').split('.');
  if (
    more.length > 0 ||
    context.config.token === undefined ||
    !/^\d{13,15}$/.test(until) ||
    Number(until) < Date.parse(context.services.now())
  )
    return undefined;
  const moderator = id === undefined ? undefined : moderatorsIn(context.services).find((one) => one.id === id);
  if (id !== undefined && (!moderator || hasExpired(context.services, moderator))) return undefined;
  if (!isSame(signature, signatureOf(context, until, moderator))) return undefined;
  const who = moderator
    ? {
        person: personOf(moderator),
        account: namedAccount(context.services, moderator),
        role: moderator.role,
        community: moderator.community || undefined,
      }
    : OWNER;
  return hasEnded(context.services, who.person, until) ? undefined : who;
}

export const isSignedIn = (context: WebContext, request: Request): boolean => signedIn(context, request) !== undefined;

/** @param secret the token, or the secret of a moderator's link @returns the new session; undefined if it was wrong */
export async function signIn(context: WebContext, request: Request, secret: string): Promise<string | undefined> {
  const { config, services } = context;
  if (config.token === undefined || secret === '') return undefined;
  const moderator = isSame(secret, config.token) ? undefined : moderatorWith(services, secret);
  if (!moderator && !isSame(secret, config.token)) return undefined;
  const opensUntil = untilWhen(services, moderator ? personOf(moderator) : OWNER.person);
  const until = String(opensUntil);
  const key = [until, signatureOf(context, until, moderator), ...(moderator ? [moderator.id] : [])].join('.');
  keepCookie(request, KEY, key, Math.round((opensUntil - Date.parse(services.now())) / 1000));
  if (moderator)
    await noteUse(services, moderator).catch((err: unknown) => context.log.warn({ err }, 'a sign-in was not noted'));
  return renewSession(request);
}

/**
 * Ends the sign-in itself, so that a copied cookie is of no use. If the store fails, at least the cookie is deleted.
 */
export async function signOut(context: WebContext, request: Request): Promise<void> {
  const who = signedIn(context, request);
  const [until = ''] = (getCookie(request, KEY) ?? '').split('.');
  deleteCookie(request, KEY, { path: '/' });
  if (who)
    await endKey(context.services, who.person, until).catch((err: unknown) =>
      context.log.warn({ err }, 'a key could not be ended'),
    );
}

/** @param moderator undefined for the owner */
function signatureOf(
  { config, services }: Pick<WebContext, 'config' | 'services'>,
  until: string,
  moderator: Moderator | undefined,
): string {
  const token = createHash('sha256')
    .update(config.token ?? '')
    .digest('hex');
  return services.hash(moderator ? `key ${until} ${moderator.id} ${moderator.proof}` : `key ${until} ${token}`);
}

/**
 * A form's fields without its files; of those with the same name, the last.
 * @throws HTTPException (400) if the body is no form
 */
export async function fieldsOf(request: Request): Promise<Fields> {
  const { fields } = await formOf(request);
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, values]) => values.slice(-1).map((value) => [name, value])),
  );
}

/** Fields and files of a form. @throws HTTPException (400) if the body is no form */
export async function formOf(
  request: Request,
): Promise<{ readonly fields: Readonly<Record<string, readonly string[]>>; readonly files: readonly File[] }> {
  const body = await request.req.parseBody({ all: true }).catch((cause: unknown) => {
    throw new HTTPException(400, { res: new Response('400 This form cannot be read.\n', { status: 400 }), cause });
  });
  const given = Object.entries(body).map(([name, values]) => [name, [values].flat()] as const);
  const fields = Object.fromEntries(
    given.map(([name, values]) => [name, values.filter((value) => typeof value === 'string')]),
  );
  return {
    fields,
    files: given
      .flatMap(([, values]) => values.filter((value) => typeof value !== 'string'))
      .filter(({ size }) => size > 0),
  };
}

/** Whether a script asks for a part of a page. Otherwise a browser asks for a whole one. */
export const wantsPart = (request: Request): boolean => request.req.header('x-wants') === 'part';
