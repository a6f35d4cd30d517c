import { type ClientOptions, createClient, type RunningEncoder } from './client.ts';
import { ENGLISH } from './english/index.ts';
import { packageFolder } from './english/package.ts';
import { describeOnnx } from './onnx.ts';

export type { RunningEncoder } from './client.ts';
export { EncoderError } from './source.ts';

export interface OpenOptions extends Pick<ClientOptions, 'onProblem'> {
  /** File from which the package is looked for. Default: one of the bot's own. */
  readonly from?: string | URL;
  /** Of the thread. Default: the built one; a thread cannot run the sources. */
  readonly program?: URL;
}

/**
 * Opens the encoder that the setting ENCODER names; nothing is loaded yet.
 * @param setting `auto`: the English encoder if its package is installed; `off`: none; else the folder of another one.
 * @throws EncoderError for a folder that cannot be used.
 */
export async function openEncoder(
  setting: string,
  { from, program = new URL('./worker.js', import.meta.url), ...options }: OpenOptions,
): Promise<RunningEncoder | undefined> {
  if (setting === 'off') return undefined;
  if (setting !== 'auto') return createClient({ ...(await describeOnnx(setting)), program, ...options });
  const folder = packageFolder(from);
  return folder === undefined
    ? undefined
    : createClient({ source: { kind: 'english', folder }, description: ENGLISH, program, ...options });
}
