import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { WithServices } from '../bot/services.ts';
import { LONGEST_QUESTION } from '../core/calibration/policy.ts';
import { answerObject } from './answer-object.ts';

/** Most bytes of a line. */
const MOST_LINE_BYTES = 1024 * 1024;

interface Unreadable {
  readonly problem: string;
  /** Id from a JSON line, if it has one. */
  readonly id?: unknown;
}

interface Asked {
  readonly id: unknown;
  readonly text: string;
  readonly locale?: string;
}

/**
 * Answers one question per line, in order, as lines arrive. A line that cannot be read gets an `error` in its place and
 * a message on standard error; the other lines are answered nevertheless.
 * @returns 0, or 2 if any line could not be read
 */
export async function answerLines(
  app: WithServices,
  input: Readable,
  output: Writable,
  errors: Writable,
): Promise<number> {
  let code = 0;
  let number = 0;
  // Read as Latin-1, in which each character is one byte, so that invalid UTF-8 can be reported with its line.
  for await (const line of createInterface({ input: input.setEncoding('latin1') })) {
    number++;
    const read = readLine(Buffer.from(line, 'latin1'));
    if (read === undefined) continue;
    if ('problem' in read) {
      code = 2;
      errors.write(`line ${number}: ${read.problem}\n`);
      await write(output, {
        id: read.id ?? null,
        kind: 'unknown',
        language: null,
        confidence: 0,
        entry: null,
        answer: null,
        sources: [],
        candidates: [],
        ms: 0,
        error: read.problem,
      });
      continue;
    }
    if (read.text.length > LONGEST_QUESTION)
      errors.write(
        `line ${number}: the question has ${read.text.length} characters, so it is answered as unknown ` +
          `(ask in at most ${LONGEST_QUESTION})\n`,
      );
    await write(output, await answerObject(app, read.id, read.text, read.locale));
  }
  return code;
}

async function write(output: Writable, value: object): Promise<void> {
  if (!output.write(`${JSON.stringify(value)}\n`)) await once(output, 'drain');
}

/** Undefined for an empty line. */
function readLine(bytes: Buffer): Asked | Unreadable | undefined {
  if (bytes.length > MOST_LINE_BYTES) return { problem: `is longer than ${MOST_LINE_BYTES} bytes (shorten it)` };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).trim();
  } catch {
    return { problem: 'is not UTF-8 (save the file as UTF-8)' };
  }
  return text === '' ? undefined : parseLine(text);
}

function parseLine(text: string): Asked | Unreadable {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: 'is not JSON (write {"id": 1, "text": "..."} on one line)' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { problem: 'is not an object (write {"id": 1, "text": "..."})' };
  const { id = null, text: question, locale } = value as Record<string, unknown>;
  if (typeof question !== 'string') return { id, problem: 'has no "text" (the question, a string)' };
  if (locale !== undefined && locale !== null && typeof locale !== 'string')
    return { id, problem: 'has a "locale" that is no string (such as "zh-CN")' };
  return { id, text: question, locale: locale ?? undefined };
}

/** The place of the command line. It is that of the terminal, so that entries taught there count. */
export const TERMINAL = { platform: 'console', id: 'terminal' };
