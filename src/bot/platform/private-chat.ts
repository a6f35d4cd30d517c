import { momentAfter } from '../moment.ts';
import type { PersonalServices } from '../services.ts';

/**
 * Which community answers in a person's private chat: one that they are in now, because others' answers are none of
 * their business.
 */
export interface PrivateChat<C extends Community> {
  /** The community that the person chose, if they are still in it. */
  readonly chosen: (who: string) => Promise<C | undefined>;
  /**
   * The community that answers: the chosen one or, if nothing was chosen, the only one. Undefined if only the packs
   * answer.
   */
  readonly knowledgeFor: (who: string) => Promise<C | undefined>;
  /** @param id of a community; undefined for the packs alone */
  readonly choose: (who: string, id: string | undefined) => Promise<void>;
}

interface Community {
  readonly id: string;
}

interface PrivateChatOptions<C extends Community> {
  /** The bot's communities that the person is in now, as far as the platform knows. */
  readonly communitiesOf: (who: string) => Promise<readonly C[]>;
  /** The person's keyed hash, so that their choice is exported and erased with their data. Default: `who` is one. */
  readonly personOf?: (who: string) => string;
  /** The present id of a community whose id may have changed. Default: ids do not change. */
  readonly idNow?: (id: string) => Promise<string>;
  /** Milliseconds for which a choice is valid. Default: until the next one. */
  readonly holdsMs?: number;
}

const EVER = '9999-12-31T00:00:00.000Z';

export function createPrivateChat<C extends Community>(
  { attempt, hash, now }: PersonalServices,
  { communitiesOf, personOf = (who) => who, idNow = async (id) => id, holdsMs }: PrivateChatOptions<C>,
): PrivateChat<C> {
  const keyOf = (who: string): string => hash(`private chat ${personOf(who)}`).slice(0, 16);
  /** Null if only the packs were chosen, undefined if nothing was. */
  const choiceOf = async (who: string): Promise<string | null | undefined> => {
    const item = await attempt.read(({ kept }) => kept.find(keyOf(who), now()));
    const id = item && (JSON.parse(item.content) as string | null);
    return typeof id === 'string' ? idNow(id) : id;
  };
  const look = async (who: string) => {
    const [all, choice] = await Promise.all([communitiesOf(who), choiceOf(who)]);
    return { all, choice, chosen: all.find(({ id }) => id === choice) };
  };
  return {
    chosen: async (who) => (await look(who)).chosen,
    knowledgeFor: async (who) => {
      const { all, choice, chosen } = await look(who);
      return choice === undefined && all.length === 1 ? all[0] : chosen;
    },
    choose: (who, id) => {
      const expires = holdsMs === undefined ? EVER : momentAfter(now(), holdsMs);
      const content = JSON.stringify(id ?? null);
      return attempt.atEnd(({ kept }) =>
        kept.save({ key: keyOf(who), place: '', person: personOf(who), content, expires }),
      );
    },
  };
}
