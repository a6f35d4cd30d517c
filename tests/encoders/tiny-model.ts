/**
 * A model as small as one can be, written in ONNX's own format, which is Protocol Buffers: a table, and the row of each
 * token.
 */

const varint = (value: number): number[] => (value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...varint(value >>> 7)]);
const number = (field: number, value: number): number[] => [field << 3, ...varint(value)];
const bytes = (field: number, content: ArrayLike<number>): number[] => [
  (field << 3) | 2,
  ...varint(content.length),
  ...Array.from(content),
];
const text = (field: number, content: string): number[] => bytes(field, Buffer.from(content));

const [FLOAT, INT64] = [1, 7];

const tensor = (name: string, rows: readonly (readonly number[])[]): number[] => [
  ...number(1, rows.length),
  ...number(1, rows[0]?.length ?? 0),
  ...number(2, FLOAT),
  ...text(8, name),
  ...bytes(9, new Uint8Array(Float32Array.from(rows.flat()).buffer)),
];

function value(name: string, type: number, shape: readonly (string | number)[]): number[] {
  const dimensions = shape.flatMap((size) => bytes(1, typeof size === 'number' ? number(1, size) : text(2, size)));
  return [...text(1, name), ...bytes(2, bytes(1, [...number(1, type), ...bytes(2, dimensions)]))];
}

/** Takes `input_ids` and `attention_mask`, gives `last_hidden_state`. @param rows a vector for each token */
export function tinyModel(rows: readonly (readonly number[])[]): Uint8Array {
  const gather = [...text(1, 'table'), ...text(1, 'input_ids'), ...text(2, 'last_hidden_state'), ...text(4, 'Gather')];
  const graph = [
    ...bytes(1, gather),
    ...text(2, 'tiny'),
    ...bytes(5, tensor('table', rows)),
    ...bytes(11, value('input_ids', INT64, ['batch', 'tokens'])),
    ...bytes(11, value('attention_mask', INT64, ['batch', 'tokens'])),
    ...bytes(12, value('last_hidden_state', FLOAT, ['batch', 'tokens', rows[0]?.length ?? 0])),
  ];
  return Uint8Array.from([...number(1, 8), ...bytes(7, graph), ...bytes(8, [...text(1, ''), ...number(2, 13)])]);
}

/** Words of a vocabulary between [CLS] and [SEP], as Hugging Face's tokenizers write it down. */
export const TINY_TOKENIZER = JSON.stringify({
  version: '1.0',
  added_tokens: [],
  normalizer: { type: 'Lowercase' },
  pre_tokenizer: { type: 'BertPreTokenizer' },
  post_processor: {
    type: 'TemplateProcessing',
    single: [
      { SpecialToken: { id: '[CLS]', type_id: 0 } },
      { Sequence: { id: 'A', type_id: 0 } },
      { SpecialToken: { id: '[SEP]', type_id: 0 } },
    ],
    pair: [],
    special_tokens: {
      '[CLS]': { id: '[CLS]', ids: [1], tokens: ['[CLS]'] },
      '[SEP]': { id: '[SEP]', ids: [2], tokens: ['[SEP]'] },
    },
  },
  decoder: null,
  model: {
    type: 'WordPiece',
    unk_token: '[UNK]',
    continuing_subword_prefix: '##',
    max_input_chars_per_word: 100,
    vocab: { '[UNK]': 0, '[CLS]': 1, '[SEP]': 2, money: 3, back: 4 },
  },
});
/** For the tokens of that vocabulary. */
export const TINY_ROWS = [
  [0, 0, 1],
  [1, 0, 0],
  [0, 1, 0],
  [3, 4, 0],
  [0, 0, 5],
];
