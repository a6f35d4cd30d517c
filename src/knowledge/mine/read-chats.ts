import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join, relative, resolve, sep } from 'node:path';
import { createInterface } from 'node:readline';
import { reasonOf, shownPath } from '../format/files.ts';
import { formatProblem, inFile } from '../format/problem.ts';
import { isZip, unzip } from '../import/unzip.ts';
import { byTime, type Chat, type ChatMessage, type Export } from './message.ts';
import { type Channel, readDiscord, withThreads } from './read-discord.ts';
import { readMails } from './read-mail.ts';
import { isSlack, readSlack } from './read-slack.ts';
import { readTelegram } from './read-telegram.ts';

/** Says why an export cannot be read, and what to do. */
export class ChatError extends Error {
  override readonly name = 'ChatError';
}

type OnProgress = (doing: string, done: number, total: number) => void;

/** A file of an export. */
interface Source {
  /** Path in the export, with `/`. */
  readonly path: string;
  readonly text: () => Promise<string>;
  /** Lines in latin1, one character for each byte. Absent in archives. */
  readonly lines?: () => AsyncIterable<string>;
}

/** Bytes of one file; JavaScript holds no longer text. */
const MOST_BYTES = 500 * 1024 * 1024;
/** Limits of archives, which are unpacked in memory. */
const OF_A_CHAT = { files: 60_000, fileBytes: 100 * 1024 * 1024, bytes: 500 * 1024 * 1024 };

/**
 * Reads an export of Telegram Desktop, DiscordChatExporter, Slack or a mail program: a file, an archive, or a folder of
 * files of one kind. @throws ChatError
 */
export async function readChats(path: string, onProgress: OnProgress): Promise<Export> {
  const sources = await sourcesAt(path);
  const title = basename(resolve(path)).replace(/\.\w+$/, '');
  const found = isSlack(sources.map((source) => source.path))
    ? readSlack(title, await parsedAll(sources, onProgress))
    : await readEach(sources, title, onProgress);
  if (found.chats.every(({ messages }) => messages.length === 0))
    throw new ChatError(
      `${shownPath(path)}: no messages were found (export from Telegram Desktop as JSON, with DiscordChatExporter as ` +
        'JSON, from Slack, or as mbox; see docs/mining.md)',
    );
  return found;
}

async function readEach(sources: readonly Source[], title: string, onProgress: OnProgress): Promise<Export> {
  const chats: Chat[] = [];
  const channels: Channel[] = [];
  const people = new Set<string>();
  const titles = new Set<string>();
  for (const [at, source] of sources.entries()) {
    onProgress('reading', at, sources.length);
    if (isMail(source) && source.lines) {
      chats.push(await readMailbox(source.path, source.lines(), people));
      continue;
    }
    const data = await parsed(source);
    const discord = readDiscord(data);
    const found = discord ?? readTelegram(data);
    if (discord) channels.push(...discord.chats);
    else chats.push(...(found?.chats ?? []));
    for (const name of found?.people ?? []) people.add(name);
    if (found) titles.add(found.title);
  }
  const [only = title] = titles.size === 1 ? titles : [];
  return { title: only || title, chats: [...chats, ...withThreads(channels)], people };
}

async function readMailbox(path: string, lines: AsyncIterable<string>, people: Set<string>): Promise<Chat> {
  const messages: ChatMessage[] = [];
  for await (const { message, name } of readMails(lines)) {
    messages.push(message);
    people.add(name);
  }
  return { name: basename(path, extname(path)), messages: byTime(messages) };
}

const isMail = ({ path }: Source): boolean => /\.(?:mbox|mbx)$/i.test(path);

async function parsedAll(sources: readonly Source[], onProgress: OnProgress): Promise<[string, unknown][]> {
  const all: [string, unknown][] = [];
  for (const [at, source] of sources.entries()) {
    onProgress('reading', at, sources.length);
    all.push([source.path, await parsed(source)]);
  }
  return all;
}

async function parsed(source: Source): Promise<unknown> {
  try {
    return JSON.parse((await source.text()).replace(/^\uFEFF/, ''));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ChatError(`${source.path}: this is no whole JSON: ${error.message} (export again)`, { cause: error });
  }
}

async function sourcesAt(path: string): Promise<Source[]> {
  const about = await stat(path).catch((error: unknown) => {
    throw new ChatError(`${shownPath(path)}: this cannot be read: ${reasonOf(error)} (name an export)`, {
      cause: error,
    });
  });
  if (about.isDirectory()) return filesIn(path);
  if (extname(path).toLowerCase() === '.zip') return archived(path);
  const [file] = [fileSource(path, basename(path))].filter((source) => isMail(source) || isJson(source));
  if (!file)
    throw new ChatError(`${shownPath(path)}: an export is a .json, .mbox or .zip file, or a folder (rename it)`);
  return [file];
}

const isJson = ({ path }: Source): boolean => /\.json$/i.test(path);

async function filesIn(dir: string): Promise<Source[]> {
  const names = await readdir(dir, { recursive: true, withFileTypes: true });
  return names
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((file) => fileSource(file, relative(dir, file).split(sep).join('/')))
    .filter((source) => isMail(source) || isJson(source))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

const fileSource = (file: string, path: string): Source => ({
  path,
  text: async () => {
    const { size } = await stat(file);
    if (size > MOST_BYTES)
      throw new ChatError(
        `${shownPath(file)}: ${size} bytes are more than ${MOST_BYTES} (export it in parts, by dates)`,
      );
    return readFile(file, 'utf8');
  },
  lines: () => createInterface({ input: createReadStream(file, 'latin1'), crlfDelay: Number.POSITIVE_INFINITY }),
});

async function archived(path: string): Promise<Source[]> {
  const bytes = await readFile(path);
  const unpacked = isZip(bytes) ? unzip(bytes, OF_A_CHAT) : undefined;
  if (!unpacked || 'finding' in unpacked) {
    const [problem] = unpacked ? inFile(shownPath(path), [unpacked.finding]) : [];
    throw new ChatError(
      problem ? formatProblem(problem) : `${shownPath(path)}: this is no ZIP archive (unpack it, and name the folder)`,
    );
  }
  return [...unpacked.files]
    .filter(([name]) => /\.json$/i.test(name))
    .map(([name, content]) => ({ path: name, text: async () => Buffer.from(content).toString('utf8') }));
}
