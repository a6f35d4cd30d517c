/** A SentencePiece vocabulary: pieces with their log probability, by id. `▁` is a space. */
export type Vocabulary = readonly (readonly [piece: string, score: number])[];

/** Turns a text into ids of pieces. */
export type Tokenize = (text: string) => number[];

const SPACE = '\u2581';
/** Marks of the vocabulary that no text is read as. */
const RESERVED = 6;
const UNKNOWN = 0;
/** Characters of a piece, and of the text that is read: the model takes 128 pieces. */
const LONGEST_PIECE = 16;
const LONGEST_TEXT = 128 * LONGEST_PIECE;

/**
 * Cuts a text into the pieces that are likeliest together (a unigram model, Viterbi). As the model was trained: a
 * character that no piece begins with is unknown at no cost, and several of them in a row are one.
 */
export function createTokenizer(vocabulary: Vocabulary): Tokenize {
  const ids = new Map(vocabulary.map(([piece], id): [string, number] => [piece, id]).slice(RESERVED));
  return (text) => {
    const letters = lettersOf(text);
    const best = new Float64Array(letters.length + 1);
    const chosen = new Int32Array(letters.length + 1);
    const starts = new Int32Array(letters.length + 1).map((_, end) => end - 1);
    for (let start = 0; start < letters.length; start++) {
      for (const { id, length } of piecesAt(letters, start, ids)) {
        const score = (best[start] as number) + (vocabulary[id]?.[1] ?? 0);
        const end = start + length;
        if (best[end] !== 0 && score < (best[end] as number)) continue;
        best[end] = score;
        chosen[end] = id;
        starts[end] = start;
      }
    }
    return backwards(chosen, starts);
  };
}

function lettersOf(text: string): string[] {
  const normal = [...text].slice(0, LONGEST_TEXT).join('').normalize('NFKC');
  return normal === '' ? [] : [SPACE, ...normal.replaceAll(' ', SPACE)];
}

/** Pieces that begin there, shortest first; the unknown one if there is none. */
function piecesAt(
  letters: readonly string[],
  start: number,
  ids: ReadonlyMap<string, number>,
): { id: number; length: number }[] {
  const found: { id: number; length: number }[] = [];
  let piece = '';
  for (let length = 1; length <= LONGEST_PIECE && start + length <= letters.length; length++) {
    piece += letters[start + length - 1];
    const id = ids.get(piece);
    if (id !== undefined) found.push({ id, length });
  }
  return found.length > 0 ? found : [{ id: UNKNOWN, length: 1 }];
}

function backwards(chosen: Int32Array, starts: Int32Array): number[] {
  const ids: number[] = [];
  for (let end = chosen.length - 1; end > 0; end = starts[end] as number) {
    const id = chosen[end] as number;
    if (id !== UNKNOWN || ids.at(-1) !== UNKNOWN) ids.push(id);
  }
  return ids.reverse();
}
