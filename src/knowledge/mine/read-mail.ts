import { plainMarkdown } from '../../core/entry/markdown-words.ts';
import type { ChatMessage } from './message.ts';

export interface Mail {
  readonly message: ChatMessage;
  readonly name: string;
}

/** The line that begins a message in an mbox file. */
const FROM = /^From \S.*\d{4}/;

/**
 * The messages of an mbox file.
 * @param lines in latin1, one character for each byte.
 */
export async function* readMails(lines: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Mail, void> {
  let mail: string[] | undefined;
  let isBehindBlank = true;
  for await (const line of lines) {
    if (isBehindBlank && FROM.test(line)) {
      if (mail) yield* readMail(mail);
      mail = [];
    } else mail?.push(line.replace(/^>(>*From )/, '$1'));
    isBehindBlank = line.trim() === '';
  }
  if (mail) yield* readMail(mail);
}

/** Prefixes of a reply's subject in many programs and languages, and the names that lists add. */
const REPLY = /^\s*(?:(?:re|aw|fwd?|wg|sv|antw|rv|ynt|отв|答复|回复|转发)(?:\[\d+\])?\s*[:：]|\[[^\]]{1,40}\])\s*/iu;

function readMail(lines: readonly string[]): Mail[] {
  const end = lines.indexOf('');
  const head = lines.slice(0, end < 0 ? lines.length : end);
  const headers = headersIn(head);
  const body = end < 0 ? '' : lines.slice(end + 1).join('\n');
  const from = wordsOfHeader(headers.get('from') ?? '');
  const [address = from] = /[^\s<>"]+@[^\s<>"]+/.exec(from) ?? [];
  const said = withoutQuotes(readMimeText(headers, body));
  const references = [...idsIn(headers.get('references')), ...idsIn(headers.get('in-reply-to'))];
  const subject = withoutPrefixes(wordsOfHeader(headers.get('subject') ?? ''));
  const [replyTo] = references;
  if (said === '' || headers.has('auto-submitted') || headers.get('precedence') === 'auto_reply') return [];
  return [
    {
      name: from.replace(/<.*$/s, '').replace(/"/g, '').trim(),
      message: {
        id: idsIn(headers.get('message-id'))[0] ?? '',
        author: address.toLowerCase(),
        time: Date.parse(headers.get('date') ?? '') || 0,
        // The first mail's subject is mostly the question.
        text: replyTo === undefined ? `${subject}\n${said}` : said,
        markdown: plainMarkdown(said),
        replyTo,
        approvals: 0,
      },
    },
  ];
}

const idsIn = (header = ''): string[] => header.match(/<[^<>\s]+>/g) ?? [];

const withoutPrefixes = (subject: string): string =>
  REPLY.test(subject) ? withoutPrefixes(subject.replace(REPLY, '')) : subject.trim();

/** The sender's own words, without the quoted mail, the line above the quote, and the signature. */
function withoutQuotes(text: string): string {
  const [own = ''] = text.replace(/\r\n?/g, '\n').split(/\n-- ?\n|\n-{2,}\s*(?:Original Message|Forwarded message)/i);
  const lines = own.split('\n');
  const kept = lines.filter((line, at) => {
    const below = lines.slice(at + 1).find((other) => other.trim() !== '');
    const isLead = /[:：]\s*$/.test(line) && below?.startsWith('>') === true;
    return !line.startsWith('>') && !isLead;
  });
  return unwrapped(
    kept
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
  );
}

/** Joins lines that a program broke at some 76 characters. */
const unwrapped = (text: string): string => text.replace(/(?<=[^\n]{60})\n(?=[\p{L}\p{N}(])/gu, ' ');

/** Headers of a mail or of one of its parts, by name in lower case. */
type Headers = ReadonlyMap<string, string>;

/** Levels of nested parts. */
const DEEPEST = 5;

/**
 * A mail's plain text: of several parts, the first that has any. Attachments and HTML are ignored.
 * @param body in latin1, one character for each byte.
 */
function readMimeText(headers: Headers, body: string, depth = 0): string {
  const type = headers.get('content-type') ?? 'text/plain';
  const boundary = parameter(type, 'boundary');
  if (/^multipart\//i.test(type) && boundary !== undefined && depth < DEEPEST) {
    const texts = partsOf(body, boundary).map((part) => readPart(part, depth + 1));
    return texts.find((text) => text.trim() !== '') ?? '';
  }
  const isAttached = /^attachment/i.test(headers.get('content-disposition') ?? '');
  if (isAttached || !/^text\/plain/i.test(type)) return '';
  const bytes = bytesOf(body, headers.get('content-transfer-encoding') ?? '');
  return decoded(bytes, parameter(type, 'charset') ?? 'utf-8');
}

/** Decodes `=?utf-8?B?…?=` and `=?utf-8?Q?…?=` in a header. Never throws. */
const wordsOfHeader = (header: string): string =>
  decoded(Buffer.from(header, 'latin1'), 'utf-8')
    .replace(/(=\?[^?\s]+\?[bq]\?[^?\s]*\?=)\s+(?==\?[^?\s]+\?[bq]\?)/gi, '$1')
    .replace(/=\?([^?\s*]+)(?:\*[^?\s]*)?\?([bq])\?([^?\s]*)\?=/gi, (_, charset: string, how: string, words: string) =>
      decoded(how.toLowerCase() === 'b' ? Buffer.from(words, 'base64') : unquoted(words.replaceAll('_', ' ')), charset),
    );

/** A line that begins with a space continues the one above. Of equal names, the first counts. */
function headersIn(lines: readonly string[]): Headers {
  const headers = new Map<string, string>();
  const unfolded = lines.join('\n').replace(/\n[ \t]+/g, ' ');
  for (const line of unfolded.split('\n')) {
    const [, name = '', value = ''] = /^([!-9;-~]+):\s*(.*)$/.exec(line) ?? [];
    if (name !== '' && !headers.has(name.toLowerCase())) headers.set(name.toLowerCase(), value.trim());
  }
  return headers;
}

function readPart(part: string, depth: number): string {
  const lines = part.split('\n');
  const end = lines.indexOf('');
  return end < 0 ? '' : readMimeText(headersIn(lines.slice(0, end)), lines.slice(end + 1).join('\n'), depth);
}

/** Text before the first boundary and after the last is no part. */
const partsOf = (body: string, boundary: string): string[] =>
  `\n${body}`
    .split(`\n--${boundary}`)
    .slice(1)
    .filter((part) => !part.startsWith('--'))
    .map((part) => part.replace(/^[ \t]*\n/, ''));

function parameter(header: string, name: string): string | undefined {
  const [, quoted, plain] = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(header) ?? [];
  return quoted ?? plain;
}

function bytesOf(body: string, encoding: string): Buffer {
  if (/^base64/i.test(encoding)) return Buffer.from(body, 'base64');
  return /^quoted-printable/i.test(encoding) ? unquoted(body.replace(/=[ \t]*\n/g, '')) : Buffer.from(body, 'latin1');
}

const unquoted = (text: string): Buffer =>
  Buffer.from(
    text.replace(/=([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  );

/** Unknown encodings are read as UTF-8. */
function decoded(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
