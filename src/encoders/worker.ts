import { parentPort, workerData } from 'node:worker_threads';
import { type EncodeHere, EncoderError, type EncoderSource, type Outcome } from './source.ts';

// The program of the thread that encodes; see client.ts.

async function load(source: EncoderSource): Promise<EncodeHere> {
  return source.kind === 'onnx'
    ? (await import('./onnx.ts')).loadOnnx(source)
    : (await import('./english/index.ts')).loadEnglish(source.folder);
}

const loading = load(workerData as EncoderSource);
// The first text is told of it.
loading.catch(() => undefined);

async function answer(text: string): Promise<Outcome> {
  try {
    return { vector: unit(await (await loading)(text)) };
  } catch (error) {
    // Anything else ends the thread.
    if (!(error instanceof EncoderError)) throw error;
    return { unusable: error.message };
  }
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector) || 1;
  return vector.map((number) => number / length);
}

parentPort?.on('message', (text: string) => void answer(text).then((outcome) => parentPort?.postMessage(outcome)));
