import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { type Description, type EncodeHere, EncoderError } from './source.ts';

// An owner's encoder for another language, by a runtime that the owner installs.

const SETTINGS_FILE = 'encoder.json';
const MODEL = 'model.onnx';
const TOKENIZER = 'tokenizer.json';
const TOKENIZER_CONFIG = 'tokenizer_config.json';
const RUNTIME = 'onnxruntime-node';
const TOKENIZERS = '@huggingface/tokenizers';

export interface OnnxSource {
  readonly kind: 'onnx';
  readonly folder: string;
  readonly settings: OnnxSettings;
}

type OnnxSettings = z.infer<typeof SETTINGS>;

const SETTINGS = z.strictObject({
  /** Languages that the model was made for: BCP 47 primary subtags. */
  languages: z.array(z.string().regex(/^[a-z]{2,3}$/, 'is no language such as de')).min(1),
  /** Numbers in a vector. */
  dimension: z.int().min(1).max(8192),
  /**
   * How the vectors of a text's tokens become one: their mean, or the first one (CLS). Not used if the model gives one
   * by itself.
   */
  pooling: z.enum(['mean', 'first']).default('mean'),
  /** Tokens that are read; the rest of a text is left out. */
  maxTokens: z.int().min(8).max(8192).default(128),
  /** Put before every text, if the model was trained so ("query: "). */
  prefix: z.string().max(200).default(''),
});

/** Reads a folder's settings. @throws EncoderError */
export async function describeOnnx(
  path: string,
): Promise<{ readonly source: OnnxSource; readonly description: Description }> {
  const folder = resolve(path);
  try {
    const settings = SETTINGS.parse(await readJson(join(folder, SETTINGS_FILE)));
    const { dimension, languages } = settings;
    const description = { id: `onnx-${await hashOf(folder, settings)}`, dimension, languages };
    return { source: { kind: 'onnx', folder, settings }, description };
  } catch (error) {
    throw new EncoderError(
      `ENCODER: ${folder} cannot be used: ${reasonOf(error)} (ENCODER is auto, off, or a folder with ` +
        `${[SETTINGS_FILE, MODEL, TOKENIZER, TOKENIZER_CONFIG].join(', ')}; see docs/encoder.md)`,
      { cause: error },
    );
  }
}

/** Another model, tokenizer or setting gives other vectors. */
async function hashOf(folder: string, settings: OnnxSettings): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(settings));
  for (const name of [MODEL, TOKENIZER, TOKENIZER_CONFIG])
    for await (const part of createReadStream(join(folder, name))) hash.update(part as Buffer);
  return hash.digest('hex').slice(0, 16);
}

/** The part of onnxruntime-node that is used. */
interface Runtime {
  readonly InferenceSession: {
    readonly create: (
      model: string,
      options: { readonly intraOpNumThreads: number; readonly interOpNumThreads: number },
    ) => Promise<{
      readonly inputNames: readonly string[];
      readonly outputNames: readonly string[];
      readonly run: (inputs: Readonly<Record<string, unknown>>) => Promise<Readonly<Record<string, Output>>>;
    }>;
  };
  readonly Tensor: new (type: 'int64', data: BigInt64Array, dims: readonly number[]) => unknown;
}

export interface Output {
  readonly data: ArrayLike<number>;
  readonly dims: readonly number[];
}

/** The part of the tokenizer's package that is used. */
interface Tokenizers {
  readonly Tokenizer: new (
    tokenizer: object,
    config: object,
  ) => { readonly encode: (text: string) => { readonly ids: readonly number[] } };
}

/**
 * @param load loads a package by its name.
 * @throws EncoderError if a package is missing, or the model does not fit.
 */
export async function loadOnnx(
  { folder, settings }: OnnxSource,
  load: (name: string) => Promise<unknown> = (name) => import(name),
): Promise<EncodeHere> {
  const unusable = (reason: string, cause?: unknown): EncoderError =>
    new EncoderError(
      `the sentence encoder is off: ${folder} cannot be used: ${reason} (it needs npm install --no-save ` +
        `${RUNTIME} ${TOKENIZERS}; see docs/encoder.md, or set ENCODER=off)`,
      { cause },
    );
  const { tokenizer, session, tensorOf } = await open(folder, load).catch((error: unknown) => {
    throw unusable(reasonOf(error), error);
  });
  const [firstOutput = ''] = session.outputNames;

  return async (text) => {
    const ids = shortened(tokenizer.encode(settings.prefix + text).ids, settings.maxTokens);
    const values: Readonly<Record<string, readonly number[]>> = {
      input_ids: ids,
      attention_mask: ids.map(() => 1),
      token_type_ids: ids.map(() => 0),
    };
    const inputs = session.inputNames.map((name) => [name, tensorOf(values[name] ?? [])]);
    const outputs = await session.run(Object.fromEntries(inputs));
    const output = outputs.sentence_embedding ?? outputs[firstOutput];
    if (output?.dims.at(-1) === settings.dimension) return pooled(output, settings);
    throw unusable(`the model gives ${output?.dims.join(' x ')} numbers, and dimension is ${settings.dimension}`);
  };
}

async function open(folder: string, load: (name: string) => Promise<unknown>) {
  const runtime = (await load(RUNTIME)) as Runtime & { readonly default?: Runtime };
  const { InferenceSession, Tensor } = runtime.default ?? runtime;
  const { Tokenizer } = (await load(TOKENIZERS)) as Tokenizers;
  return {
    tokenizer: new Tokenizer(await readJson(join(folder, TOKENIZER)), await readJson(join(folder, TOKENIZER_CONFIG))),
    // One core: others answer meanwhile.
    session: await InferenceSession.create(join(folder, MODEL), { intraOpNumThreads: 1, interOpNumThreads: 1 }),
    tensorOf: (numbers: readonly number[]) =>
      new Tensor('int64', BigInt64Array.from(numbers, BigInt), [1, numbers.length]),
  };
}

/** The mark at the end stays. */
const shortened = (ids: readonly number[], most: number): readonly number[] =>
  ids.length <= most ? ids : [...ids.slice(0, most - 1), ...ids.slice(-1)];

/** The output is a vector of the text, or one of each token. */
function pooled({ data, dims }: Output, { dimension, pooling }: OnnxSettings): Float32Array {
  const tokens = pooling === 'first' || dims.length < 3 ? 1 : (dims[1] ?? 1);
  const sums = new Float32Array(dimension);
  for (let i = 0; i < tokens * dimension; i++) (sums[i % dimension] as number) += data[i] as number;
  return sums;
}

async function readJson(file: string): Promise<object> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as object;
  } catch (error) {
    throw new Error(`${file} cannot be read: ${reasonOf(error)}`, { cause: error });
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof z.ZodError)) return error instanceof Error ? error.message : String(error);
  return error.issues.map(({ path, message }) => `${SETTINGS_FILE}: ${path.join('.')} ${message}`).join('; ');
}
