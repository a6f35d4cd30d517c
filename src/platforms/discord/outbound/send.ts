import { setMaxListeners } from 'node:events';
import {
  type APIMessage,
  ComponentType,
  DiscordAPIError,
  InteractionResponseType,
  MessageFlags,
  type RawFile,
  type REST,
  type RESTPostAPIChannelMessageResult,
  type RESTPostAPIInteractionCallbackWithResponseResult,
  Routes,
} from 'discord.js';
import type { Attachment } from '../../../bot/answers/reply.ts';
import type { Calls } from '../calls.ts';
import type { PickedFile } from '../inbound/receive.ts';
import type { Component } from './buttons.ts';
import type { RenderedMessage } from './render.ts';

/** What names an attachment of a message; see Attachment. */
type WithAttachment = Pick<Attachment, 'file'>;

/** A message and its recipients. */
export interface AddressedMessage extends RenderedMessage {
  /** Whether it is ephemeral. */
  readonly isPrivate?: boolean;
  /** Discord's id of the member who is mentioned. */
  readonly to?: string;
}

/** Milliseconds for which an interaction's token is valid. */
export const TOKEN_MS = 15 * 60_000;

/** The data needed to respond to an interaction. */
export interface Ticket {
  readonly id: string;
  readonly application: string;
  readonly token: string;
}

export interface PostOptions {
  /** Id of the message to reply to. */
  readonly to?: string;
  /** At most 25 characters. Discord ignores a second message with the same nonce for some minutes. */
  readonly nonce?: string;
  /** Ids of roles that are mentioned with a notification. Default: none. */
  readonly roles?: readonly string[];
}

/** The first response to an interaction, before it is turned into Discord's format. */
export type Response =
  | { readonly kind: 'message' | 'update'; readonly message: AddressedMessage }
  | { readonly kind: 'defer'; readonly isPrivate: boolean }
  | { readonly kind: 'defer-update' }
  | { readonly kind: 'choices'; readonly choices: readonly { readonly name: string; readonly value: string }[] }
  | { readonly kind: 'modal'; readonly modal: object };

/** Mentions notify nobody. Needed in every call, as the REST client does not know the gateway client's default. */
const NOBODY = { parse: [], replied_user: false } as const;

const WITH_RESPONSE = new URLSearchParams({ with_response: 'true' });
const WAIT = new URLSearchParams({ wait: 'true' });

/** A file sent with an edit replaces the earlier one. */
const REPLACED = { attachments: [{ id: '0' }] };

const ARCHIVED = 50083;

/** All messages that are posted or edited go through this object, so that none notifies anybody by accident. */
export type Out = ReturnType<typeof createOut>;

/** Every function rejects with an error of discord.js; see trouble.ts. */
export function createOut(rest: REST) {
  const ended = new AbortController();
  const { signal } = ended;
  // Every running call adds a listener.
  setMaxListeners(0, signal);
  const edit = (channel: string, id: string, message: AddressedMessage) =>
    withFile(rest, message).then(({ message: ready, files = [] }) =>
      rest.patch(Routes.channelMessage(channel, id), {
        body: { ...changeOf(ready), ...(files.length > 0 ? REPLACED : {}) },
        signal,
        files,
      }),
    );
  const archive = (thread: string, archived: boolean) => rest.patch(Routes.channel(thread), { body: { archived } });
  return {
    /** @returns the message's id */
    post: async (
      channel: string,
      message: AddressedMessage,
      { to, nonce, roles }: PostOptions = {},
    ): Promise<string> => {
      const reference = to === undefined ? {} : { message_reference: { message_id: to, fail_if_not_exists: false } };
      const { message: ready, files = [] } = await withFile(rest, message);
      const body = {
        ...bodyOf(ready, roles),
        ...reference,
        ...(nonce === undefined ? {} : { nonce, enforce_nonce: true }),
      };
      return idOf(await rest.post(Routes.channelMessages(channel), { body, signal, files }));
    },
    /**
     * Opens a post in a forum.
     * @param tags tag ids
     * @returns the post's id, which is that of its first message as well
     */
    open: async (forum: string, name: string, message: AddressedMessage, tags: readonly string[]): Promise<string> => {
      const body = { name, message: bodyOf(message), ...(tags.length > 0 ? { applied_tags: tags } : {}) };
      return idOf(await rest.post(Routes.threads(forum), { body, signal }));
    },
    /** Uploads a file that has a temporary URL, in a message that stays. @returns the new message and attachment */
    upload: async (channel: string, words: string, { name, url, type }: Pick<PickedFile, 'name' | 'url' | 'type'>) => {
      const files = [{ name, data: await bytesAt(url), contentType: type }];
      const body = { content: words, allowed_mentions: NOBODY };
      const posted = (await rest.post(Routes.channelMessages(channel), { body, signal, files })) as APIMessage;
      return { message: idOf(posted), attachment: posted.attachments[0] };
    },
    /** Edits a message; an archived thread is reopened for that and archived again. */
    edit: async (channel: string, id: string, message: AddressedMessage): Promise<void> => {
      try {
        await edit(channel, id, message);
      } catch (error) {
        if (!(error instanceof DiscordAPIError) || error.code !== ARCHIVED) throw error;
        // A locked thread can be reopened only with the permission to manage threads.
        await archive(channel, false);
        await edit(channel, id, message);
        // If that fails, Discord archives the thread later by itself.
        await archive(channel, true).catch(() => undefined);
      }
    },
    /**
     * The first response to an interaction.
     * @param wantsId whether to ask Discord for the message's id. Default: false
     * @returns the id, if there is one
     */
    answer: async ({ id, token }: Ticket, response: Response, wantsId = false): Promise<string | undefined> => {
      const ready = 'message' in response ? await withFile(rest, response.message) : undefined;
      const result = await rest.post(Routes.interactionCallback(id, token), {
        body: callbackOf('message' in response && ready ? { ...response, message: ready.message } : response),
        auth: false,
        ...(wantsId ? { query: WITH_RESPONSE } : {}),
        files: ready?.files ?? [],
      });
      return (result as RESTPostAPIInteractionCallbackWithResponseResult | undefined)?.resource?.message?.id;
    },
    /** Edits the first response. @returns the message's id */
    editAnswer: async ({ application, token }: Ticket, message: AddressedMessage): Promise<string> => {
      const { message: ready, files = [] } = await withFile(rest, message);
      const body = changeOf(ready);
      return idOf(await rest.patch(Routes.webhookMessage(application, token), { body, auth: false, files }));
    },
    /** Posts a further message. @returns its id */
    followUp: async ({ application, token }: Ticket, message: AddressedMessage): Promise<string> => {
      const { message: ready, files = [] } = await withFile(rest, message);
      const body = bodyOf(ready);
      return idOf(await rest.post(Routes.webhook(application, token), { body, auth: false, query: WAIT, files }));
    },
    /** Aborts all calls that are under way. */
    close: (): void => ended.abort(),
  };
}

const idOf = (message: unknown): string => (message as RESTPostAPIChannelMessageResult).id;

/** Body of an interaction's first response. */
function callbackOf(response: Response): object {
  switch (response.kind) {
    case 'message':
      return { type: InteractionResponseType.ChannelMessageWithSource, data: bodyOf(response.message) };
    case 'update':
      return { type: InteractionResponseType.UpdateMessage, data: changeOf(response.message) };
    case 'defer':
      return {
        type: InteractionResponseType.DeferredChannelMessageWithSource,
        data: { ...(response.isPrivate ? { flags: MessageFlags.Ephemeral } : {}), allowed_mentions: NOBODY },
      };
    case 'defer-update':
      return { type: InteractionResponseType.DeferredMessageUpdate };
    case 'choices':
      return {
        type: InteractionResponseType.ApplicationCommandAutocompleteResult,
        data: { choices: response.choices },
      };
    case 'modal':
      return { type: InteractionResponseType.Modal, data: response.modal };
  }
}

/** Body of a new message. */
function bodyOf({ components, to, isPrivate = false }: AddressedMessage, roles: readonly string[] = []): object {
  const names = [...(to === undefined ? [] : [`<@${to}>`]), ...roles.map((id) => `<@&${id}>`)];
  const called = names.length === 0 ? [] : [{ type: ComponentType.TextDisplay, content: names.join(' ') }];
  return {
    components: [...called, ...components],
    flags: MessageFlags.IsComponentsV2 | (isPrivate ? MessageFlags.Ephemeral : 0),
    allowed_mentions: {
      ...NOBODY,
      ...(to === undefined ? {} : { users: [to] }),
      ...(roles.length === 0 ? {} : { roles }),
    },
  };
}

/** Body of an edited message. */
const changeOf = ({ components }: AddressedMessage): object => ({
  components,
  flags: MessageFlags.IsComponentsV2,
  allowed_mentions: NOBODY,
});

/** Responds to one interaction. */
export interface Responder {
  /** The first response, due within three seconds. @returns the message's id, if it is wanted and Discord tells it */
  readonly first: (response: Response, wantsId?: boolean) => Promise<string | undefined>;
  /** Edits the first or deferred response. @returns the message's id */
  readonly later: (message: AddressedMessage) => Promise<string>;
  /** Deletes a deferred response. */
  readonly takeBack: () => Promise<unknown>;
  /** Posts a further message. @returns its id */
  readonly further: (message: AddressedMessage) => Promise<string>;
}

export function createResponder(out: Out, calls: Calls, ticket: Ticket): Responder {
  return {
    first: async (response, wantsId) => {
      const putOff = putOffFor(response);
      if (!putOff) return out.answer(ticket, response, wantsId);
      await out.answer(ticket, putOff.first);
      return out.editAnswer(ticket, putOff.message);
    },
    later: (message) => out.editAnswer(ticket, message),
    takeBack: () => calls.removePressed(ticket.application, ticket.token),
    further: (message) => out.followUp(ticket, message),
  };
}

/** For a response whose file must be fetched first, which may take long: the deferral to send at once. */
function putOffFor(response: Response): { readonly first: Response; readonly message: AddressedMessage } | undefined {
  if (!('message' in response) || !response.message.file || !('file' in response.message.file)) return undefined;
  const { kind, message } = response;
  const first: Response =
    kind === 'update' ? { kind: 'defer-update' } : { kind: 'defer', isPrivate: message.isPrivate ?? false };
  return { first, message };
}

/** Timeout in milliseconds for fetching a file. */
const PATIENCE_MS = 20_000;

/** The parts of an Attachment's `file`. */
function partsOf(file: string) {
  const [channel = '', message = '', id = '', name = ''] = file.split('/');
  return { channel, message, id, name };
}

/** File name in Discord's spelling, by which components refer to it. */
export const nameOf = (attachment: WithAttachment): string => partsOf(attachment.file).name;

/** A picture's URL without a signature; Discord signs it whenever it displays the message. */
export function pictureOf(attachment: WithAttachment): string {
  const { channel, id, name } = partsOf(attachment.file);
  return `https://cdn.discordapp.com/attachments/${channel}/${id}/${name}`;
}

/** Rejects if the file cannot be fetched. */
async function bytesAt(url: string): Promise<Buffer> {
  const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!response.ok) throw new Error(`a file could not be fetched: ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}

/** A message ready to be sent, with its file fetched; if the file is gone, only its name is shown. */
async function withFile<M extends RenderedMessage>(
  rest: REST,
  message: M,
): Promise<{ readonly message: M; readonly files?: RawFile[] }> {
  const { file } = message;
  if (!file) return { message };
  const contentType = 'application/octet-stream';
  if ('text' in file) return { message, files: [{ name: file.name, data: file.text, contentType }] };
  try {
    return { message, files: [{ name: file.name, data: await keptBytes(rest, file), contentType }] };
  } catch {
    return { message: { ...message, components: message.components.map((one) => namedOnly(one, file.label)) } };
  }
}

/** Bytes of an attachment, from the present URL that its message names. */
async function keptBytes(rest: REST, kept: WithAttachment): Promise<Buffer> {
  const { channel, message, id } = partsOf(kept.file);
  const { attachments } = (await rest.get(Routes.channelMessage(channel, message))) as APIMessage;
  const found = attachments.find((one) => one.id === id);
  if (!found) throw new Error('a file is gone');
  return bytesAt(found.url);
}

const namedOnly = (one: Component, label: string): Component =>
  one.type === ComponentType.File ? { type: ComponentType.TextDisplay, content: `-# 📎 ${label}` } : one;
