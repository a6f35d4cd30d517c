import { resolve, sep } from 'node:path';
import { IN_MEMORY } from '../app.ts';
import { readConfig } from '../config.ts';
import { writeExport } from '../knowledge/export/write-export.ts';
import { ChatError, readChats } from '../knowledge/mine/read-chats.ts';
import { logProgress } from '../progress.ts';
import { mineChats, REPORT_FILE } from './mine-chats.ts';
import { openApp } from './open-app.ts';
import { typedAs } from './typed-as.ts';
import type { ValuesOf } from './usage.ts';

/** `wenda knowledge mine`. @returns 0. @throws ChatError, ExportError */
export async function mineCommand(path: string, into: string, options: ValuesOf<'knowledge mine'>): Promise<number> {
  const config = readConfig();
  if ([config.knowledgeDir].flat().some((dir) => `${resolve(into)}${sep}`.startsWith(`${resolve(dir)}${sep}`)))
    throw new ChatError(`${into}: this is in the bot's knowledge, and proposals are none yet (name a folder outside)`);
  const progress = logProgress(process.stderr);
  const found = await readChats(path, progress.show).finally(progress.clear);
  const { services, close } = await openApp({ ...config, databaseUrl: IN_MEMORY });
  try {
    const { language, 'source-url': url } = options;
    const source = { title: options.source ?? found.title, url };
    const { report, files } = mineChats(services, found, { language, source, onProgress: progress.show });
    progress.clear();
    await writeExport(into, files);
    const { messages, moments, topics, proposals } = report;
    const known = topics.filter((topic) => topic.known).length;
    process.stdout.write(
      `${messages} messages, ${moments.length} questions about ${topics.length} topics: ` +
        `${known} are in the packs, ${proposals.length} are proposed\n` +
        `read ${into}/${REPORT_FILE}, then accept what is right:\n` +
        `${typedAs('knowledge -- accept')} ${into}/${proposals[0]?.path ?? 'FILE'} --into FOLDER\n`,
    );
    return 0;
  } finally {
    await close();
  }
}
