import { EncoderError } from '../source.ts';

/** What is used of onnxruntime-node and onnxruntime-web, which are alike. */
export interface Runtime {
  readonly InferenceSession: {
    readonly create: (model: string | Uint8Array, options: Readonly<Record<string, unknown>>) => Promise<Session>;
  };
  readonly Tensor: new (type: 'int64', data: BigInt64Array, dims: readonly number[]) => unknown;
}

export interface Session {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  readonly run: (inputs: Readonly<Record<string, unknown>>) => Promise<Readonly<Record<string, Output>>>;
}

export interface Output {
  readonly data: ArrayLike<number>;
  readonly dims: readonly number[];
}

/** What is used of `@huggingface/tokenizers`, which reads the tokenizer.json of a model. */
export interface Tokenizers {
  readonly Tokenizer: new (
    tokenizer: object,
    config: object,
  ) => { readonly encode: (text: string) => { readonly ids: readonly number[] } };
}

/** Loads a package by its name. */
export type Import = (name: string) => Promise<unknown>;

const RUNTIMES = ['onnxruntime-node', 'onnxruntime-web'];
const TOKENIZERS = '@huggingface/tokenizers';

/** The first runtime that is installed. @throws EncoderError */
export async function importRuntime(load: Import): Promise<Runtime> {
  for (const name of RUNTIMES) {
    const found = await ifThere(load, name);
    if (found) return (isRuntime(found) ? found : found.default) as Runtime;
  }
  throw missing(RUNTIMES.join(' or '), RUNTIMES[0] ?? '');
}

/** @throws EncoderError */
export async function importTokenizers(load: Import): Promise<Tokenizers> {
  const found = await ifThere(load, TOKENIZERS);
  if (!found) throw missing(TOKENIZERS, TOKENIZERS);
  return found as unknown as Tokenizers;
}

type Loaded = Readonly<Record<string, unknown>>;

const isRuntime = (found: Loaded): boolean => 'InferenceSession' in found;

/** Undefined where it is not installed; one that is and cannot be loaded is told as it is. */
async function ifThere(load: Import, name: string): Promise<Loaded | undefined> {
  try {
    return (await load(name)) as Loaded;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if ((code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND') && message.includes(`'${name}'`))
      return undefined;
    throw new EncoderError(
      `the sentence encoder is off: the package ${name} cannot be loaded: ${message} (install it again, or set ENCODER=off)`,
    );
  }
}

const missing = (packages: string, first: string): EncoderError =>
  new EncoderError(
    `the sentence encoder is off: ENCODER names a folder, which needs ${packages} (npm install --no-save ${first}; or set ENCODER=off)`,
  );
