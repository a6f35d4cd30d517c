import type { Command } from '../src/bot/command.ts';
import { approve } from './approve.ts';
import { ask } from './ask.ts';
import { cancel } from './cancel.ts';
import { confirm } from './confirm.ts';
import { correct } from './correct.ts';
import { help } from './help.ts';
import { history } from './history.ts';
import { language } from './language.ts';
import { link } from './link.ts';
import { pin } from './pin.ts';
import { pins } from './pins.ts';
import { reload } from './reload.ts';
import { rephrase } from './rephrase.ts';
import { restore } from './restore.ts';
import { retire } from './retire.ts';
import { show } from './show.ts';
import { sources } from './sources.ts';
import { teach } from './teach.ts';
import { topics } from './topics.ts';
import { undo } from './undo.ts';
import { unlink } from './unlink.ts';
import { unpin } from './unpin.ts';

/** All commands, in the order of the help: those of everyone, those of moderators, those that only buttons call. */
export const commands: readonly Command[] = [
  ask,
  show,
  topics,
  sources,
  language,
  help,
  pin,
  pins,
  unpin,
  teach,
  correct,
  rephrase,
  retire,
  restore,
  history,
  undo,
  approve,
  reload,
  link,
  unlink,
  confirm,
  cancel,
];
