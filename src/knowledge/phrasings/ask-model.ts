import { isIP } from 'node:net';

/** A service that speaks OpenAI's chat completions, such as Ollama, llama.cpp, LM Studio, vLLM, or a hosted one. */
export interface ModelService {
  /** Address of its API, such as `http://localhost:11434/v1`. */
  readonly url: string;
  /** The model's name in the service. */
  readonly model: string;
  /** Sent as a bearer token, if there is one. */
  readonly key?: string;
}

export interface AskOptions {
  /** Ends the request, if there is one. */
  readonly signal?: AbortSignal;
  /** Milliseconds for one answer. Default: ten minutes, because a model on a small machine is slow. */
  readonly patience?: number;
  /** Waits for some milliseconds; for tests. */
  readonly wait?: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
}

/** Says why a model gave no answer, and what to do. Its message never holds the key. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
}

const PATIENCE = 600_000;
const MOST_TRIES = 5;
/** Milliseconds; if a service asks for a longer pause, no further attempt is made. */
const LONGEST_PAUSE = 120_000;
const FIRST_PAUSE = 1000;
/** Characters of a service's own words. */
const MOST_WORDS = 200;
/** Bytes of an answer; a longer one cannot be phrasings. */
const MOST_BYTES = 4_000_000;

/** Retries if the service is busy or fails. @throws ModelError */
export async function askModel(service: ModelService, prompt: string, options: AskOptions = {}): Promise<string> {
  const { signal, wait = pause } = options;
  for (let tries = 1; ; tries++) {
    const outcome = await tryOnce(service, prompt, options);
    if ('answer' in outcome) return outcome.answer;
    const delay = outcome.after ?? FIRST_PAUSE * 2 ** (tries - 1);
    if (!outcome.isPassing || tries === MOST_TRIES || delay > LONGEST_PAUSE || signal?.aborted)
      throw new ModelError(withoutKey(`${hostOf(service)}: ${outcome.why}`, service));
    await wait(delay, signal);
  }
}

/** With its port. */
export const hostOf = ({ url }: Pick<ModelService, 'url'>): string => new URL(url).host;

type Outcome =
  | { readonly answer: string }
  | {
      readonly why: string;
      /** Whether the next attempt may succeed. */
      readonly isPassing: boolean;
      /** Milliseconds after which the service wants to be asked again. */
      readonly after?: number;
    };

async function tryOnce(service: ModelService, prompt: string, options: AskOptions): Promise<Outcome> {
  const { signal, patience = PATIENCE } = options;
  const { model, key } = service;
  const late = AbortSignal.timeout(patience);
  try {
    const response = await fetch(addressOf(service), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({ model, messages: [{ role: 'user', content: prompt }], stream: false }),
      // The operator has only agreed to this host.
      redirect: 'error',
      signal: signal ? AbortSignal.any([signal, late]) : late,
    });
    const body = await textOf(response);
    return response.ok ? answerIn(body) : refusalOf(response, body);
  } catch (error) {
    if (signal?.aborted) return { why: 'the request was ended', isPassing: false };
    if (late.aborted) return { why: `there was no answer for ${patience / 1000} seconds`, isPassing: true };
    return {
      why: `it cannot be reached, or the connection broke: ${causeOf(error)} (is it running?)`,
      isPassing: true,
    };
  }
}

function addressOf({ url }: ModelService): string {
  const base = url.replace(/\/+$/, '');
  return base.endsWith('/chat/completions') ? base : `${base}/chat/completions`;
}

async function textOf(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    parts.push(part);
    size += part.length;
    if (size > MOST_BYTES) throw new Error(`more than ${MOST_BYTES} bytes`);
  }
  return Buffer.concat(parts).toString('utf8');
}

function answerIn(body: string): Outcome {
  const other = {
    why: `this is no answer of chat completions: ${shortened(body)} (check the address)`,
    isPassing: false,
  };
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return { ...other, isPassing: /^\s*\{/.test(body) };
  }
  const [choice] = listIn(value, 'choices');
  const content = wordsIn(fieldOf(fieldOf(choice, 'message'), 'content'));
  if (content === undefined) return other;
  // The last line may be cut off within a phrasing.
  const isCut = fieldOf(choice, 'finish_reason') === 'length';
  return { answer: isCut ? content.slice(0, content.lastIndexOf('\n') + 1) : content };
}

function refusalOf(response: Response, body: string): Outcome {
  const { status } = response;
  const isPassing = status === 429 || status >= 500;
  const cure =
    status === 401 || status === 403
      ? ' (check PHRASINGS_API_KEY)'
      : status === 404
        ? ' (check the name of the model, and the address: most end with /v1)'
        : '';
  return { why: `it answers ${status}: ${shortened(body)}${cure}`, isPassing, after: retryAfter(response) };
}

/** Milliseconds; the header has seconds, or a date. */
function retryAfter({ headers }: Response): number | undefined {
  const value = headers.get('retry-after')?.trim();
  if (value === undefined || value === '') return undefined;
  const ms = /^\d+(?:\.\d+)?$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;

function listIn(value: unknown, name: string): readonly unknown[] {
  const list = fieldOf(value, name);
  return Array.isArray(list) ? list : [];
}

/** A text, or a list of parts that hold one. */
function wordsIn(content: unknown): string | undefined {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return undefined;
  const texts = content.map((part) => fieldOf(part, 'text'));
  return texts.filter((text) => typeof text === 'string').join('');
}

/** Node's `fetch` has the reason in the cause. */
function causeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = fieldOf(cause, 'code');
  return typeof code === 'string' ? code : cause instanceof Error ? cause.message : String(cause);
}

const shortened = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, MOST_WORDS).toWellFormed();

const withoutKey = (text: string, { key }: ModelService): string =>
  key === undefined || key === '' ? text : text.replaceAll(key, '***');

const pause = (ms: number, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

/** Whether a key may be sent there: over https, or within this machine or network. */
export function isSafeForKey(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  if (protocol === 'https:') return true;
  if (isIP(hostname) === 4) return /^(?:127|10|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./.test(hostname);
  return hostname === '[::1]' || !hostname.includes('.') || /\.(?:local|internal)$/.test(hostname);
}
