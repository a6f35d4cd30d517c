import { type ClientOptions, createClient, type RunningEncoder } from './client.ts';
import { ENGLISH } from './english/index.ts';
import { packageFolder } from './english/package-files.ts';
import { describeOnnx } from './onnx/settings.ts';

export type { RunningEncoder } from './client.ts';
export { EncoderError } from './source.ts';

export interface OpenOptions extends Pick<ClientOptions, 'onProblem' | 'limits'> {
  /** Where what is made of the weights is kept. */
  readonly cacheDir: string;
  /** The file for which the package is looked for. Default: one of the bot's own. */
  readonly from?: string | URL;
  /** Of the thread. Default: the built one; the sources cannot be run by a thread. */
  readonly program?: URL;
}

/**
 * Opens what the setting ENCODER says; nothing is loaded yet.
 * @param setting `auto`: the English encoder where its package is installed; `off`; else the folder of another one.
 * @returns undefined where there is none.
 * @throws EncoderError for a folder that cannot be used.
 */
export async function openEncoder(
  setting: string,
  { cacheDir, from, program = new URL('./worker.js', import.meta.url), ...told }: OpenOptions,
): Promise<RunningEncoder | undefined> {
  if (setting === 'off') return undefined;
  if (setting !== 'auto') return createClient({ ...(await describeOnnx(setting)), program, ...told });
  const folder = packageFolder(from);
  return folder === undefined
    ? undefined
    : createClient({ source: { kind: 'english', folder, cacheDir }, description: ENGLISH, program, ...told });
}
