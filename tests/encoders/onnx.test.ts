import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeOnnx, loadOnnx, type Output } from '../../src/encoders/onnx.ts';
import { EncoderError } from '../../src/encoders/source.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

const SETTINGS = { languages: ['de'], dimension: 3 };

/** A folder of an encoder. */
function folderWith(
  settings: object | string = SETTINGS,
  { model = 'a model', tokenizer = '{"version":"1.0"}' }: { readonly model?: string; readonly tokenizer?: string } = {},
): string {
  return temporaryFolder({
    'model.onnx': model,
    'tokenizer.json': tokenizer,
    'tokenizer_config.json': '{}',
    'encoder.json': typeof settings === 'string' ? settings : JSON.stringify(settings),
  });
}

const unit = (...numbers: number[]): number[] => numbers.map((number) => number / (Math.hypot(...numbers) || 1));
const roundedTo = (...numbers: number[]): number[] => unit(...numbers).map((number) => Math.round(number * 1e6) / 1e6);
const rounded = (vectors: readonly Float32Array[]): number[][] => vectors.map((vector) => roundedTo(...vector));

type Import = (name: string) => Promise<unknown>;

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

/** A vector for each token. */
const ROWS = [
  [0, 0, 1],
  [1, 0, 0],
  [0, 1, 0],
  [3, 4, 0],
  [0, 0, 5],
];
const ROWS_OF = (ids: readonly number[]): Output => ({
  dims: [1, ids.length, 3],
  data: ids.flatMap((id) => ROWS[id] ?? []),
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

const notInstalled = (missing: string): Import => {
  const others = packages();
  return async (name) => {
    if (name === missing) throw new Error(`Cannot find package '${name}' imported from a file`);
    return others(name);
  };
};

async function loaded(settings: object = SETTINGS, load: Import = packages()) {
  const { source } = await describeOnnx(folderWith(settings));
  const encode = await loadOnnx(source, load);
  return (texts: readonly string[]) => Promise.all(texts.map(async (text) => encode(text)));
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
    ['{', 'encoder.json cannot be read'],
    [{ languages: [], dimension: 3 }, 'languages'],
    [{ languages: ['de-AT'], dimension: 3 }, 'languages.0 is no language such as de'],
    [{ languages: ['de'] }, 'dimension'],
    [{ ...SETTINGS, pooling: 'max' }, 'pooling'],
    [{ ...SETTINGS, maxToken: 3 }, 'maxToken'],
  ])('is refused with settings %j', async (settings, message) => {
    const refused = describeOnnx(folderWith(settings));
    await expect(refused).rejects.toBeInstanceOf(EncoderError);
    await expect(refused).rejects.toThrow(message);
    await expect(refused).rejects.toThrow(
      /^ENCODER: \S+ cannot be used: .*encoder\.json.* \(ENCODER is auto, off, or /,
    );
  });

  it.each(['encoder.json', 'model.onnx', 'tokenizer.json', 'tokenizer_config.json'])(
    'is refused without %s',
    async (name) => {
      const folder = folderWith();
      rmSync(join(folder, name));
      await expect(describeOnnx(folder)).rejects.toThrow(/^ENCODER: \S+ cannot be used: .*ENOENT/);
      await expect(describeOnnx(folder)).rejects.toThrow(join(folder, name));
    },
  );
});

describe('vectors of a model', () => {
  it('are the mean of those of the tokens', async () => {
    const encode = await loaded();
    expect(rounded(await encode(['abc abcd', 'abc']))).toEqual([roundedTo(4, 5, 5), roundedTo(4, 5, 0)]);
  });

  it('are that of the first token if the settings say so', async () => {
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

  it('are zeros if the model gives nothing else', async () => {
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

  it('are refused if they are of another length', async () => {
    const encode = await loaded({ ...SETTINGS, dimension: 4 });
    await expect(encode(['abc'])).rejects.toThrow(
      /^the sentence encoder is off: \S+ cannot be used: the model gives 1 x 3 x 3 numbers, and dimension is 4/,
    );
    await expect(encode(['abc'])).rejects.toBeInstanceOf(EncoderError);
  });

  it.each(['tokenizer.json', 'tokenizer_config.json'])('are refused if %s cannot be read', async (name) => {
    const folder = folderWith();
    writeFileSync(join(folder, name), 'x');
    const { source } = await describeOnnx(folder);
    await expect(loadOnnx(source, packages())).rejects.toThrow(
      new RegExp(`^the sentence encoder is off: .*${name.replace('.', '\\.')} cannot be read`),
    );
  });
});

describe('a package', () => {
  it.each(['onnxruntime-node', '@huggingface/tokenizers'])('that is missing is named: %s', async (name) => {
    const refused = loaded(SETTINGS, notInstalled(name));
    await expect(refused).rejects.toBeInstanceOf(EncoderError);
    await expect(refused).rejects.toThrow(
      new RegExp(`^the sentence encoder is off: .*'${name}'.* npm install --no-save .*ENCODER=off\\)$`),
    );
  });

  it('that is broken is told as it is', async () => {
    await expect(loaded(SETTINGS, () => Promise.reject(new Error('libonnxruntime.so: cannot open')))).rejects.toThrow(
      /^the sentence encoder is off: .*: libonnxruntime\.so: cannot open/,
    );
  });
});
