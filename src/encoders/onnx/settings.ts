import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { type Description, EncoderError } from '../source.ts';

export interface OnnxSource {
  readonly kind: 'onnx';
  readonly folder: string;
  readonly settings: OnnxSettings;
}

/** What `encoder.json` says of a model. */
export type OnnxSettings = z.infer<typeof SETTINGS>;

const SETTINGS = z.strictObject({
  /** What the model was made for: BCP 47 primary subtags. */
  languages: z.array(z.string().regex(/^[a-z]{2,3}$/, 'is no language such as de')).min(1),
  /** Numbers in a vector. */
  dimension: z.int().min(1).max(8192),
  /**
   * How the vectors of a text's tokens become one: their mean, or the first one (CLS). Not used where the model gives
   * one by itself.
   */
  pooling: z.enum(['mean', 'first']).default('mean'),
  /** Tokens that are read; the rest of a text is left out. */
  maxTokens: z.int().min(8).max(8192).default(128),
  /** Put before every text, where the model was trained so ("query: "). */
  prefix: z.string().max(200).default(''),
});

/** `tokenizer_config.json` may be missing. */
export const FILES = {
  settings: 'encoder.json',
  model: 'model.onnx',
  tokenizer: 'tokenizer.json',
  tokenizerConfig: 'tokenizer_config.json',
} as const;

/** Reads what a folder says of its encoder. @throws EncoderError */
export async function describeOnnx(
  path: string,
): Promise<{ readonly source: OnnxSource; readonly description: Description }> {
  const folder = resolve(path);
  const file = join(folder, FILES.settings);
  const parsed = SETTINGS.safeParse(
    jsonIn(file, await readFile(file, 'utf8').catch((error: unknown) => unreadable(file, error))),
  );
  if (!parsed.success)
    throw wrongSettings(
      file,
      parsed.error.issues.map(({ path: at, message }) => `${at.join('.')} ${message}`.trim()).join('; '),
    );
  const settings = parsed.data;
  const id = `onnx-${await hashOf(folder, settings)}`;
  return {
    source: { kind: 'onnx', folder, settings },
    description: { id, dimension: settings.dimension, languages: settings.languages },
  };
}

/** Another model, tokenizer or setting gives other vectors. */
async function hashOf(folder: string, settings: OnnxSettings): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(settings));
  for (const name of [FILES.model, FILES.tokenizer]) {
    const file = join(folder, name);
    await pipeline(createReadStream(file), async (parts) => {
      for await (const part of parts) hash.update(part as Buffer);
    }).catch((error: unknown) => unreadable(file, error));
  }
  return hash.digest('hex').slice(0, 16);
}

function jsonIn(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw wrongSettings(file, 'it is not JSON');
  }
}

const wrongSettings = (file: string, what: string): EncoderError =>
  new EncoderError(`ENCODER: ${file} cannot be used: ${what} (see docs/encoder.md)`);

function unreadable(file: string, error: unknown): never {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  throw new EncoderError(
    `ENCODER: ${file} cannot be read: ${reason} (ENCODER is auto, off, or a folder with ${FILES.settings}, ${FILES.model} and ${FILES.tokenizer}; see docs/encoder.md)`,
  );
}
