import { rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadOnnx } from '../../../src/encoders/onnx/index.ts';
import type { Import, Output } from '../../../src/encoders/onnx/runtime.ts';
import { describeOnnx } from '../../../src/encoders/onnx/settings.ts';
import { EncoderError } from '../../../src/encoders/source.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { TINY_ROWS, TINY_TOKENIZER, tinyModel } from './tiny-model.ts';

const SETTINGS = { languages: ['de'], dimension: 3 };

/** A folder of an encoder; without what is undefined. */
function folderWith(
  settings: object | string = SETTINGS,
  {
    model = tinyModel(TINY_ROWS),
    tokenizer = TINY_TOKENIZER,
  }: { readonly model?: Uint8Array | string; readonly tokenizer?: string } = {},
): string {
  return temporaryFolder({
    'model.onnx': model,
    'tokenizer.json': tokenizer,
    'encoder.json': typeof settings === 'string' ? settings : JSON.stringify(settings),
  });
}

const unit = (...numbers: number[]): number[] => numbers.map((number) => number / Math.hypot(...numbers));
const rounded = (vectors: readonly Float32Array[]): number[][] =>
  vectors.map((vector) => [...vector].map((number) => Math.round(number * 1e6) / 1e6));
const roundedTo = (...numbers: number[]): number[] => unit(...numbers).map((number) => Math.round(number * 1e6) / 1e6);

interface Made {
  readonly inputs?: readonly string[];
  readonly outputs?: readonly string[];
  /** Outputs for these ids, by name. */
  readonly run?: (ids: readonly number[]) => Readonly<Record<string, Output>>;
  /** Hears what the session was fed with. */
  readonly hear?: (
    inputs: Readonly<Record<string, { readonly data: BigInt64Array; readonly dims: readonly number[] }>>,
  ) => void;
}

const ROWS_OF = (ids: readonly number[]): Output => ({
  dims: [1, ids.length, 3],
  data: ids.flatMap((id) => TINY_ROWS[id] ?? []),
});

/** A runtime and a tokenizer with the real ones' interface: a word is the number of its letters, between 1 and 2. */
function packages({
  inputs = ['input_ids'],
  outputs = ['last_hidden_state'],
  run = (ids) => ({ last_hidden_state: ROWS_OF(ids) }),
  hear = () => undefined,
}: Made = {}): Import {
  class Tensor {
    readonly data: BigInt64Array;
    readonly dims: readonly number[];
    constructor(_type: string, data: BigInt64Array, dims: readonly number[]) {
      this.data = data;
      this.dims = dims;
    }
  }
  const session = {
    inputNames: inputs,
    outputNames: outputs,
    run: async (fed: Readonly<Record<string, Tensor>>) => {
      hear(fed);
      return run([...(fed.input_ids?.data ?? [])].map(Number));
    },
  };
  class Tokenizer {
    encode(text: string) {
      return { ids: [1, ...text.split(' ').map((word) => word.length), 2] };
    }
  }
  const all: Readonly<Record<string, unknown>> = {
    'onnxruntime-node': { default: { InferenceSession: { create: async () => session }, Tensor } },
    '@huggingface/tokenizers': { Tokenizer },
  };
  return async (name) => all[name];
}

const notInstalled = (...names: string[]): Import => {
  const others = packages();
  return async (name) => {
    if (names.includes(name))
      throw Object.assign(new Error(`Cannot find package '${name}' imported from a file`), {
        code: 'ERR_MODULE_NOT_FOUND',
      });
    return others(name);
  };
};

async function loaded(settings: object = SETTINGS, load: Import = packages()) {
  const { source } = await describeOnnx(folderWith(settings));
  return loadOnnx(source, load);
}

describe('the folder of an encoder', () => {
  it('says what it is', async () => {
    const { description, source } = await describeOnnx(folderWith({ languages: ['de', 'fr'], dimension: 3 }));
    expect(description).toEqual({
      id: expect.stringMatching(/^onnx-[0-9a-f]{16}$/),
      dimension: 3,
      languages: ['de', 'fr'],
    });
    expect(source.settings).toMatchObject({ pooling: 'mean', maxTokens: 128, prefix: '' });
  });

  it('has another id with another model, tokenizer or setting, and the same in another place', async () => {
    const folders = [
      folderWith(),
      folderWith({ ...SETTINGS, prefix: 'query: ' }),
      folderWith(SETTINGS, { model: 'another' }),
      folderWith(SETTINGS, { tokenizer: '{}' }),
      folderWith(),
    ];
    const ids = await Promise.all(folders.map(async (folder) => (await describeOnnx(folder)).description.id));
    expect(new Set(ids).size).toBe(4);
    expect(ids.at(-1)).toBe(ids[0]);
  });

  it.each([
    ['{', 'it is not JSON'],
    [{ languages: [], dimension: 3 }, 'languages'],
    [{ languages: ['de-AT'], dimension: 3 }, 'languages.0 is no language such as de'],
    [{ languages: ['de'] }, 'dimension'],
    [{ ...SETTINGS, pooling: 'max' }, 'pooling'],
    [{ ...SETTINGS, maxToken: 3 }, 'maxToken'],
  ])('is refused with settings %j', async (settings, message) => {
    const refused = describeOnnx(folderWith(settings));
    await expect(refused).rejects.toBeInstanceOf(EncoderError);
    await expect(refused).rejects.toThrow(message);
    await expect(refused).rejects.toThrow(/^ENCODER: \S+encoder\.json cannot be used: .* \(see docs\/encoder\.md\)$/);
  });

  it.each(['encoder.json', 'model.onnx', 'tokenizer.json'])('is refused without %s', async (name) => {
    const files = Object.entries({
      'encoder.json': JSON.stringify(SETTINGS),
      'model.onnx': 'x',
      'tokenizer.json': '{}',
    }).filter(([file]) => file !== name);
    await expect(describeOnnx(temporaryFolder(Object.fromEntries(files)))).rejects.toThrow(
      new RegExp(
        `^ENCODER: \\S+${name.replace('.', '\\.')} cannot be read: ENOENT \\(ENCODER is auto, off, or a folder`,
      ),
    );
  });
});

describe('vectors of a model', () => {
  it('are the mean of those of the tokens, of length 1', async () => {
    const encode = await loaded();
    expect(rounded(await encode(['abc abcd', 'abc']))).toEqual([roundedTo(4, 5, 5), roundedTo(4, 5, 0)]);
  });

  it('are that of the first token where the settings say so', async () => {
    const encode = await loaded({ ...SETTINGS, pooling: 'first' });
    expect(rounded(await encode(['abc abcd']))).toEqual([[1, 0, 0]]);
  });

  it('are the one that the model gives for the text', async () => {
    const ofText = { dims: [1, 3], data: [0, 3, 4] };
    const named = await loaded(
      SETTINGS,
      packages({
        outputs: ['token_embeddings', 'sentence_embedding'],
        run: (ids) => ({ token_embeddings: ROWS_OF(ids), sentence_embedding: ofText }),
      }),
    );
    const only = await loaded(SETTINGS, packages({ outputs: ['output_0'], run: () => ({ output_0: ofText }) }));
    for (const encode of [named, only]) expect(rounded(await encode(['abc']))).toEqual([[0, 0.6, 0.8]]);
  });

  it('are zeros where the model gives nothing else', async () => {
    const encode = await loaded(
      SETTINGS,
      packages({ run: () => ({ last_hidden_state: { dims: [1, 3], data: [0, 0, 0] } }) }),
    );
    expect(rounded(await encode(['abc']))).toEqual([[0, 0, 0]]);
  });

  it('are made of the prefix and as many tokens as are read, the last one included', async () => {
    const fed: number[][] = [];
    const encode = await loaded(
      { ...SETTINGS, maxTokens: 8, prefix: 'a ' },
      packages({ hear: ({ input_ids: ids }) => void fed.push([...(ids?.data ?? [])].map(Number)) }),
    );
    await encode(['aaa aaa', 'aaa '.repeat(20).trim()]);
    expect(fed).toEqual([
      [1, 1, 3, 3, 2],
      [1, 1, 3, 3, 3, 3, 3, 2],
    ]);
  });

  it('are made of what the model wants', async () => {
    const fed: string[][] = [];
    const hear: Made['hear'] = (inputs) =>
      void fed.push(
        Object.entries(inputs).map(([name, { data, dims }]) => `${name} ${data.join('')} ${dims.join('x')}`),
      );
    const encode = await loaded(
      SETTINGS,
      packages({ inputs: ['token_type_ids', 'input_ids', 'attention_mask'], hear }),
    );
    await encode(['aaa']);
    expect(fed).toEqual([['token_type_ids 000 1x3', 'input_ids 132 1x3', 'attention_mask 111 1x3']]);
  });

  it('are refused where they are of another length', async () => {
    const encode = await loaded({ ...SETTINGS, dimension: 4 });
    await expect(encode(['abc'])).rejects.toThrow(
      /^the sentence encoder is off: \S+model\.onnx gives last_hidden_state of 1 x 3 x 3 numbers, and encoder\.json says dimension 4/,
    );
    await expect(encode(['abc'])).rejects.toBeInstanceOf(EncoderError);
  });

  it('are refused where they are neither of a text nor of its tokens', async () => {
    const encode = await loaded(
      SETTINGS,
      packages({ run: () => ({ last_hidden_state: { dims: [1, 2, 2, 3], data: new Array(12).fill(1) } }) }),
    );
    await expect(encode(['abc'])).rejects.toThrow('model.onnx gives last_hidden_state of 1 x 2 x 2 x 3 numbers');
  });

  it('are refused where the model wants something else', async () => {
    await expect(loaded(SETTINGS, packages({ inputs: ['pixel_values'] }))).rejects.toThrow(
      /model\.onnx wants pixel_values; an encoder is fed with input_ids/,
    );
  });

  it.each(['tokenizer.json', 'tokenizer_config.json'])('are refused where %s is none', async (name) => {
    const folder = folderWith();
    writeFileSync(join(folder, name), 'x');
    const { source } = await describeOnnx(folder);
    await expect(loadOnnx(source, packages())).rejects.toThrow(
      new RegExp(`^the sentence encoder is off: \\S+${name.replace('.', '\\.')} cannot be read`),
    );
  });
});

it('a tokenizer that is gone meanwhile is told, too', async () => {
  const folder = folderWith();
  const { source } = await describeOnnx(folder);
  rmSync(join(folder, 'tokenizer.json'));
  await expect(loadOnnx(source, packages())).rejects.toThrow(/tokenizer\.json cannot be read: ENOENT/);
});

describe('a package', () => {
  it.each([
    [
      ['onnxruntime-node', 'onnxruntime-web'],
      'needs onnxruntime-node or onnxruntime-web (npm install --no-save onnxruntime-node; or set ENCODER=off)',
    ],
    [
      ['@huggingface/tokenizers'],
      'needs @huggingface/tokenizers (npm install --no-save @huggingface/tokenizers; or set ENCODER=off)',
    ],
  ])('that is missing is named: %j', async (names, message) => {
    await expect(loaded(SETTINGS, notInstalled(...names))).rejects.toThrow(
      new EncoderError(`the sentence encoder is off: ENCODER names a folder, which ${message}`),
    );
  });

  it.each([
    ['libonnxruntime.so: cannot open', 'ERR_DLOPEN_FAILED'],
    ["Cannot find package 'onnxruntime-common' imported from a file", 'ERR_MODULE_NOT_FOUND'],
  ])('that is broken is told as it is: %s', async (message, code) => {
    const broken: Import = async () => Promise.reject(Object.assign(new Error(message), { code }));
    await expect(loaded(SETTINGS, broken)).rejects.toThrow(
      `the sentence encoder is off: the package onnxruntime-node cannot be loaded: ${message} (install it again, or set ENCODER=off)`,
    );
  });

  it('of the other runtime does as well', async () => {
    const others = packages();
    const load: Import = async (name) =>
      name === 'onnxruntime-web' ? others('onnxruntime-node') : notInstalled('onnxruntime-node')(name);
    expect(rounded(await (await loaded(SETTINGS, load))(['abc']))).toEqual([roundedTo(4, 5, 0)]);
  });
});

describe('the real packages', () => {
  const isInstalled = (name: string): boolean => {
    try {
      return createRequire(import.meta.url).resolve(name) !== '';
    } catch {
      return false;
    }
  };

  it('run a model', async ({ skip }) => {
    skip(
      !isInstalled('@huggingface/tokenizers') || !['onnxruntime-node', 'onnxruntime-web'].some(isInstalled),
      'onnxruntime and @huggingface/tokenizers are not installed',
    );
    const { source } = await describeOnnx(folderWith());
    const encode = await loadOnnx(source);
    expect(rounded(await encode(['Money back', 'money']))).toEqual([roundedTo(4, 5, 5), roundedTo(4, 5, 0)]);
  });
});
