import { CHECKSUMS, type PackageFile, readPackageFile } from './package-files.ts';

/** The part of TensorFlow.js's model.json that says where each tensor stands in the files, one after the other. */
interface Manifest {
  readonly weightsManifest: readonly [
    { readonly weights: readonly { readonly name: string; readonly shape: readonly number[] }[] },
  ];
}

const SHARDS = Object.keys(CHECKSUMS).filter((name): name is PackageFile => name.startsWith('group'));
/** Bytes of a number; all tensors have 32 bits. */
const NUMBER = 4;

/** The package's tensors, read piece by piece: all of them at once would take 28 MB. @throws EncoderError */
export function* tensorsIn(folder: string): Generator<readonly [name: string, numbers: Float32Array]> {
  const { weightsManifest } = JSON.parse(readPackageFile(folder, 'model.json').toString()) as Manifest;
  const tensors = weightsManifest[0].weights.map(({ name, shape }) => ({
    name,
    bytes: NUMBER * shape.reduce((one, other) => one * other, 1),
  }));
  const tensor = new Uint8Array(Math.max(...tensors.map(({ bytes }) => bytes)));
  const shards = SHARDS.values();
  let rest: Uint8Array = new Uint8Array();
  for (const { name, bytes } of tensors) {
    for (let filled = 0; filled < bytes; ) {
      const shard = rest.length > 0 ? undefined : shards.next().value;
      if (shard !== undefined) rest = readPackageFile(folder, shard);
      const part = rest.subarray(0, bytes - filled);
      tensor.set(part, filled);
      filled += part.length;
      rest = rest.subarray(part.length);
    }
    yield [name, new Float32Array(tensor.buffer, 0, bytes / NUMBER)];
  }
}
