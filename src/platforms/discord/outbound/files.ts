import { type APIMessage, ComponentType, type RawFile, type REST, Routes } from 'discord.js';
import type { Attachment } from '../../../bot/answers/reply.ts';
import type { Component } from './buttons.ts';
import type { Message } from './render.ts';

/** Milliseconds for which a file is waited for. */
const PATIENCE_MS = 20_000;

/** The parts of an attachment's `file`. */
function partsOf({ file }: Pick<Attachment, 'file'>) {
  const [channel = '', message = '', id = '', name = ''] = file.split('/');
  return { channel, message, id, name };
}

/** Its name as Discord spells it, by which a message's parts refer to it. */
export const nameOf = (attachment: Pick<Attachment, 'file'>): string => partsOf(attachment).name;

/** A picture's address without a signature: Discord signs it whenever it shows it. */
export function pictureOf(attachment: Pick<Attachment, 'file'>): string {
  const { channel, id, name } = partsOf(attachment);
  return `https://cdn.discordapp.com/attachments/${channel}/${id}/${name}`;
}

/** Rejects if it cannot be had. */
export async function bytesAt(url: string): Promise<Buffer> {
  const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!response.ok) throw new Error(`a file could not be fetched: ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}

/** A message as it can be sent, and the file that goes with it; one that is gone is only named. */
export async function withFile<M extends Message>(
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

/** Of the message that holds it, which knows its present address. */
async function keptBytes(rest: REST, kept: Pick<Attachment, 'file'>): Promise<Buffer> {
  const { channel, message, id } = partsOf(kept);
  const { attachments } = (await rest.get(Routes.channelMessage(channel, message))) as APIMessage;
  const found = attachments.find((one) => one.id === id);
  if (!found) throw new Error('a file is gone');
  return bytesAt(found.url);
}

const namedOnly = (one: Component, label: string): Component =>
  one.type === ComponentType.File ? { type: ComponentType.TextDisplay, content: `-# 📎 ${label}` } : one;
