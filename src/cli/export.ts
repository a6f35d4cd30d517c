import { readConfig } from '../config.ts';
import { exportFiles } from '../knowledge/export/export-files.ts';
import { hiddenExamples, writeExport } from '../knowledge/export/write-export.ts';
import { communityState } from './community-state.ts';
import { openApp } from './open-app.ts';
import { readPlace } from './operator.ts';
import type { ValuesOf } from './usage.ts';

/** `wenda knowledge export`. @returns 0 */
export async function exportCommand(dir: string, options: ValuesOf<'knowledge export'>): Promise<number> {
  const place = readPlace(options.community);
  const config = readConfig();
  const { services, close } = await openApp({ ...config, learning: 'never' });
  const files = exportFiles(await communityState(config.knowledgeDir, await services.communities.of(place), services));
  await close();
  await writeExport(dir, files);
  const packs = new Set([...files.keys()].map((path) => path.slice(0, path.indexOf('/'))));
  process.stdout.write(
    `${files.size} files of ${packs.size === 1 ? 'one pack' : `${packs.size} packs`} written to ${dir}\n`,
  );
  for (const name of hiddenExamples(files))
    process.stdout.write(
      `${name} is marked as an example, so that it is not loaded beside the others ` +
        '(to load it, delete "example" from its pack.json)\n',
    );
  return 0;
}
