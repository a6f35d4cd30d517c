import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { SHIPPED_WEIGHTS } from '../core/calibration/calibrate.ts';
import { TUNED_FROM } from '../core/calibration/policy.ts';
import { indexNamesOf, learnIndex, textsIn } from '../core/search/library.ts';
import { NO_BACKGROUND } from '../core/text/background.ts';
import { languageOf } from '../core/text/language.ts';
import { refuseErrors } from '../knowledge/format/problem.ts';
import { readLocales } from '../knowledge/languages/locales.ts';
import { type FittedWeights, fingerprintOf } from '../knowledge/learned/fitted-weights.ts';
import { writeWhole } from '../knowledge/learned/model-file.ts';
import { readPack } from '../knowledge/packs/pack.ts';
import { WEIGHTS_FILE } from '../knowledge/packs/pack-files.ts';
import { weightsText } from '../knowledge/packs/weights-file.ts';
import { ROOT } from '../package.ts';
import { showProgress } from '../progress.ts';

/**
 * `wenda knowledge weigh`: fits a pack's weights, and stores them in the pack, so that loading it takes less time.
 * @returns 0
 * @throws KnowledgeError if the pack has errors
 */
export async function weighCommand(dir: string): Promise<number> {
  const locales = await readLocales(`${ROOT}locales`);
  const { entries, problems } = await readPack(dir);
  refuseErrors([...locales.problems, ...problems]);
  const names = indexNamesOf(entries);
  const progress = showProgress(process.stderr);
  const fitted: [string, FittedWeights][] = [];
  for (const [done, name] of names.entries()) {
    progress.show('weighing', done, names.length);
    const language = languageOf(name.base, locales.languages);
    const background = locales.background.get(language.tag) ?? NO_BACKGROUND;
    const { weights } = learnIndex(textsIn(name, entries), { language, background });
    if (weights === SHIPPED_WEIGHTS) continue;
    fitted.push([name.base, { fittedTo: fingerprintOf(name, entries, locales), ...weights }]);
  }
  progress.clear();
  const file = join(dir, WEIGHTS_FILE);
  if (fitted.length > 0) await writeWhole(file, weightsText(Object.fromEntries(fitted)));
  else await rm(file, { force: true });
  process.stdout.write(
    fitted.length > 0
      ? `${file}: ${fitted.map(([base]) => base).join(', ')}\n`
      : `nothing to weigh: packs of fewer than ${TUNED_FROM} phrasings an entry have the weights that the bot ships\n`,
  );
  return 0;
}
