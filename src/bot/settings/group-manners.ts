import type { Community } from '../community/community.ts';
import { choiceOf, chosenOf, listIn, numberOf } from './chosen.ts';
import type { ChoiceOf } from './table.ts';

/** How a community wants the bot to behave in a group in which other bots live, too, as its platform reads it. */
export interface GroupManners {
  readonly isOnlyNamed: boolean;
  readonly disabled: readonly string[];
  readonly who: ChoiceOf<'who'>;
  readonly isAnsweredAlone: boolean;
  /** Whether one person is shown in the group what concerns only them. */
  readonly isShownThere: boolean;
  readonly isCleaned: boolean;
  /** Minutes after which an answer is removed. */
  readonly minutes: number | undefined;
}

export const groupManners = (community: Pick<Community, 'state'>): GroupManners => ({
  isOnlyNamed: choiceOf(community, 'commands') === 'named',
  disabled: listIn(chosenOf(community, 'disabled')),
  who: choiceOf(community, 'who'),
  isAnsweredAlone: choiceOf(community, 'answers') === 'private',
  isShownThere: choiceOf(community, 'personal') === 'group',
  isCleaned: choiceOf(community, 'cleanup') === 'delete',
  minutes: numberOf(community, 'expiry'),
});
