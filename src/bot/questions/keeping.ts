import type { Decisions } from '../community/community.ts';
import type { SettingRecord } from '../community/records.ts';
import { choiceIn, chosenOf } from '../settings/chosen.ts';
import type { ChoiceOf } from '../settings/table.ts';

const DAYS: Readonly<Record<ChoiceOf<'questions'>, number>> = { on: 30, short: 3, off: 0 };

/**
 * Days for which a question is kept; 0 if it is only counted.
 * @param value of the setting
 */
export const daysOf = (value: SettingRecord | undefined): number => DAYS[choiceIn('questions', value)];

/** Days for which a community keeps questions that the bot could not answer. */
export const keptDays = (community: Decisions): number => daysOf(chosenOf(community, 'questions'));
