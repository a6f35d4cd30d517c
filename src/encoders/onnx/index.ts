import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type EncodeHere, EncoderError } from '../source.ts';
import { type Import, importRuntime, importTokenizers, type Output } from './runtime.ts';
import { FILES, type OnnxSettings, type OnnxSource } from './settings.ts';

/** What the usual encoders are fed with. */
const INPUTS = ['input_ids', 'attention_mask', 'token_type_ids'];
/** One core: others answer meanwhile. */
const ONE_THREAD = { intraOpNumThreads: 1, interOpNumThreads: 1 };

/** @param load loads a package. @throws EncoderError where the model or a package is missing, or does not fit. */
export async function loadOnnx(
  { folder, settings }: OnnxSource,
  load: Import = (name) => import(name),
): Promise<EncodeHere> {
  const [{ InferenceSession, Tensor }, { Tokenizer }] = [await importRuntime(load), await importTokenizers(load)];
  const model = join(folder, FILES.model);
  const tokenizer = new Tokenizer(await json(folder, FILES.tokenizer), await json(folder, FILES.tokenizerConfig, {}));
  const session = await InferenceSession.create(model, ONE_THREAD).catch((error: unknown) => {
    throw unfit(model, `cannot be opened: ${error instanceof Error ? error.message : String(error)}`);
  });
  const unknown = session.inputNames.filter((name) => !INPUTS.includes(name));
  if (unknown.length > 0)
    throw unfit(model, `wants ${unknown.join(', ')}; an encoder is fed with ${INPUTS.join(', ')}`);
  const [outputName = ''] = session.outputNames;

  async function encode(text: string): Promise<Float32Array> {
    const ids = shortened(tokenizer.encode(settings.prefix + text).ids, settings.maxTokens);
    const values = [ids, ids.map(() => 1), ids.map(() => 0)];
    const inputs = session.inputNames.map((name): [string, unknown] => [
      name,
      new Tensor('int64', BigInt64Array.from(values[INPUTS.indexOf(name)] ?? [], BigInt), [1, ids.length]),
    ]);
    const outputs = await session.run(Object.fromEntries(inputs));
    const output = outputs.sentence_embedding ?? outputs[outputName];
    const vector = output && pooled(output, settings);
    if (!vector)
      throw unfit(
        model,
        `gives ${outputName} of ${output?.dims.join(' x ')} numbers, and ${FILES.settings} says dimension ${settings.dimension}`,
      );
    return unit(vector);
  }

  return async (texts) => {
    const vectors: Float32Array[] = [];
    for (const text of texts) vectors.push(await encode(text));
    return vectors;
  };
}

/** The mark at the end stays. */
const shortened = (ids: readonly number[], most: number): readonly number[] =>
  ids.length <= most ? ids : [...ids.slice(0, most - 1), ...ids.slice(-1)];

/** A vector of the text, or one of each token; undefined where it has another length. */
function pooled({ data, dims }: Output, { dimension, pooling }: OnnxSettings): Float32Array | undefined {
  if (dims.at(-1) !== dimension || dims.length > 3) return undefined;
  const tokens = pooling === 'first' || dims.length < 3 ? 1 : (dims[1] ?? 1);
  const sums = new Float32Array(dimension);
  for (let i = 0; i < tokens * dimension; i++)
    sums[i % dimension] = (sums[i % dimension] as number) + (data[i] as number);
  return sums;
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, number) => sum + number ** 2, 0)) || 1;
  return vector.map((number) => number / length);
}

async function json(folder: string, name: string, otherwise?: object): Promise<object> {
  const file = join(folder, name);
  try {
    return JSON.parse(await readFile(file, 'utf8')) as object;
  } catch (error) {
    if (otherwise && (error as NodeJS.ErrnoException).code === 'ENOENT') return otherwise;
    throw unfit(file, `cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const unfit = (file: string, what: string): EncoderError =>
  new EncoderError(`the sentence encoder is off: ${file} ${what} (see docs/encoder.md; or set ENCODER=off)`);
