import type { Command } from '../src/bot/command.ts';
import { ask } from './ask.ts';
import { help } from './help.ts';
import { language } from './language.ts';
import { show } from './show.ts';
import { sources } from './sources.ts';
import { topics } from './topics.ts';

/** All commands, in the order of the help. */
export const commands: readonly Command[] = [ask, show, topics, sources, language, help];
