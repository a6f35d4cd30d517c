/** Headers of a mail or of a part of one, by name in lower case. */
export type Headers = ReadonlyMap<string, string>;

/** Parts inside one another. */
const DEEPEST = 5;

/**
 * The plain text of a mail; of several parts the first that has any. Attachments and pages are passed over.
 * @param body each byte as one character (`latin1`).
 */
export function readMimeText(headers: Headers, body: string, depth = 0): string {
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

/** A header's words: `=?utf-8?B?…?=` and `=?utf-8?Q?…?=` are read. Never throws. */
export const wordsOfHeader = (header: string): string =>
  decoded(Buffer.from(header, 'latin1'), 'utf-8')
    .replace(/(=\?[^?\s]+\?[bq]\?[^?\s]*\?=)\s+(?==\?[^?\s]+\?[bq]\?)/gi, '$1')
    .replace(/=\?([^?\s*]+)(?:\*[^?\s]*)?\?([bq])\?([^?\s]*)\?=/gi, (_, charset: string, how: string, words: string) =>
      decoded(how.toLowerCase() === 'b' ? Buffer.from(words, 'base64') : unquoted(words.replaceAll('_', ' ')), charset),
    );

/** By name in lower case; a line that begins with a space goes on. Of equal names the first one counts. */
export function headersIn(lines: readonly string[]): Headers {
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

/** Lines before the first boundary and behind the last one are no part. */
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

/** An unknown name of an encoding is read as UTF-8. */
function decoded(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
