import { parentPort, workerData } from 'node:worker_threads';
import type { Job, Outcome } from './messages.ts';
import { type EncodeHere, EncoderError, type EncoderSource } from './source.ts';

// The program of the thread that encodes; see client.ts.
const post = (outcome: Outcome, handedOver: readonly ArrayBuffer[] = []): void =>
  parentPort?.postMessage(outcome, handedOver);

async function load(source: EncoderSource): Promise<EncodeHere> {
  if (source.kind === 'onnx') return (await import('./onnx/index.ts')).loadOnnx(source);
  const { loadEnglish } = await import('./english/index.ts');
  return loadEnglish(source, (message) => post({ kind: 'notice', message }));
}

const loading = load(workerData as EncoderSource);
// Told to whoever asks first.
loading.catch(() => undefined);

async function answer({ texts }: Job): Promise<void> {
  try {
    const vectors = joined(await (await loading)(texts));
    post({ kind: 'vectors', vectors }, [vectors.buffer]);
  } catch (error) {
    // Anything else ends the thread.
    if (!(error instanceof EncoderError)) throw error;
    post({ kind: 'unusable', message: error.message });
  }
}

parentPort?.on('message', (job: Job) => void answer(job));

function joined(vectors: readonly Float32Array[]): Float32Array<ArrayBuffer> {
  const dimension = vectors[0]?.length ?? 0;
  const all = new Float32Array(vectors.length * dimension);
  for (const [i, vector] of vectors.entries()) all.set(vector, i * dimension);
  return all;
}
