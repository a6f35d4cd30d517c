import type { Decisions } from '../community/community.ts';
import { choiceOf } from '../settings/chosen.ts';
import type { ChoiceOf } from '../settings/table.ts';
import type { Place } from './place.ts';

/** Modes in which the bot reads messages that do not address it. */
export const OVERHEARING: readonly ChoiceOf<'mode'>[] = ['shadow', 'questions'];

export const isOverhearing = (community: Decisions, place: Place): boolean =>
  OVERHEARING.includes(choiceOf(community, 'mode', place));
