import { plainMarkdown } from '../export/words.ts';
import type { Message } from './message.ts';
import { headersIn, readMimeText, wordsOfHeader } from './mime.ts';

/** A message of an archive, and the name of its sender. */
export interface Mail {
  readonly message: Message;
  readonly name: string;
}

/** The line that begins a message in an mbox file. */
const FROM = /^From \S.*\d{4}/;

/**
 * Messages of an mbox file.
 * @param lines of the file, each byte as one character (`latin1`).
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

/** A reply's subject begins so in many programs and languages; lists add their name. */
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
        // The subject of the first mail is mostly what it asks.
        text: replyTo === undefined ? `${subject}\n${said}` : said,
        markdown: plainMarkdown(said),
        ...(replyTo === undefined ? {} : { replyTo }),
        approvals: 0,
      },
    },
  ];
}

const idsIn = (header = ''): string[] => header.match(/<[^<>\s]+>/g) ?? [];

const withoutPrefixes = (subject: string): string =>
  REPLY.test(subject) ? withoutPrefixes(subject.replace(REPLY, '')) : subject.trim();

/** The sender's own words: without the mail that it answers, the line that leads in to it, and the signature. */
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

/** Programs break lines at some 76 characters, though no line ends there. */
const unwrapped = (text: string): string => text.replace(/(?<=[^\n]{60})\n(?=[\p{L}\p{N}(])/gu, ' ');
