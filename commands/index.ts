import type { Command } from '../src/bot/command.ts';
import { answer } from './answer.ts';
import { ask } from './ask.ts';
import { assign } from './assign.ts';
import { cancel } from './cancel.ts';
import { confirm } from './confirm.ts';
import { correct } from './correct.ts';
import { doctor } from './doctor.ts';
import { greet } from './greet.ts';
import { help } from './help.ts';
import { helpful } from './helpful.ts';
import { history } from './history.ts';
import { human } from './human.ts';
import { ignore } from './ignore.ts';
import { language } from './language.ts';
import { link } from './link.ts';
import { none } from './none.ts';
import { pin } from './pin.ts';
import { pins } from './pins.ts';
import { privacy } from './privacy.ts';
import { questions } from './questions.ts';
import { quiet } from './quiet.ts';
import { reload } from './reload.ts';
import { rephrase } from './rephrase.ts';
import { reply } from './reply.ts';
import { restore } from './restore.ts';
import { retire } from './retire.ts';
import { settings } from './settings.ts';
import { show } from './show.ts';
import { sources } from './sources.ts';
import { stats } from './stats.ts';
import { suggestions } from './suggestions.ts';
import { teach } from './teach.ts';
import { tell } from './tell.ts';
import { topics } from './topics.ts';
import { undo } from './undo.ts';
import { unlink } from './unlink.ts';
import { unpin } from './unpin.ts';
import { why } from './why.ts';

/** All commands in the order of the help: for everyone, for moderators, then unlisted ones. */
export const commands: readonly Command[] = [
  ask,
  show,
  topics,
  sources,
  language,
  quiet,
  helpful,
  privacy,
  help,
  pin,
  pins,
  unpin,
  teach,
  correct,
  rephrase,
  retire,
  restore,
  questions,
  suggestions,
  stats,
  why,
  history,
  undo,
  settings,
  doctor,
  reload,
  link,
  unlink,
  confirm,
  cancel,
  assign,
  answer,
  ignore,
  greet,
  none,
  human,
  tell,
  reply,
];
