import { keyOfPlace } from '../../../bot/conversation/place.ts';
import type { PersonHash } from '../../../bot/kinds.ts';
import { DAY_MS, dayOf, momentAfter } from '../../../bot/moment.ts';
import { createPrivateChat } from '../../../bot/platform/private-chat.ts';
import type { PersonalServices } from '../../../bot/services.ts';
import { PLATFORM } from '../config.ts';
import { aloneKey } from '../inbound/place.ts';
import type { Within } from './managed-group.ts';

/** The groups in which each person spoke to the bot. They are stored, as Telegram has no list of them. */
interface KnownGroups {
  /** Records that somebody spoke to the bot in a group. */
  readonly note: (person: PersonHash, group: Within) => Promise<void>;
  /** Newest first. */
  readonly of: (person: string) => Promise<readonly Within[]>;
  /** Records that a group has become a supergroup with a new id. */
  readonly moved: (from: number, to: number) => Promise<void>;
  /** The present id of a group. */
  readonly numberOf: (chat: number) => Promise<number>;
}

type Known = Within & { readonly day: string };

/** Most groups of one person; the one they spoke in longest ago is dropped first. */
const MOST_GROUPS = 20;
/** Days for which the list is stored since the person last spoke in one of the groups. */
const KEPT_DAYS = 180;
/** Milliseconds for which a private chat stays with the chosen group. */
const CHOSEN_MS = 60 * 60_000;
/** Days after which a group's entry is written again. */
const RENEWED_DAYS = 30;
/** Greatest id of a supergroup. Only groups with greater ids can become supergroups, which changes their id. */
const FIRST_SUPERGROUP = -1_000_000_000_000;

/** A person's groups are one record, which is exported and erased with their data. */
export function knownGroups(services: PersonalServices): KnownGroups {
  const { attempt, hash, now } = services;
  const idOf = (person: string): string => hash(`groups ${person}`).slice(0, 16);
  const movedId = (chat: number): string => hash(`moved ${chat}`).slice(0, 16);
  const numberOf = async (chat: number): Promise<number> => {
    if (chat <= FIRST_SUPERGROUP) return chat;
    const moved = await attempt.read(({ kept }) => kept.find(movedId(chat), now()));
    return moved === undefined ? chat : Number(moved.content);
  };
  const find = async (person: string): Promise<readonly Known[]> => {
    const item = await attempt.read(({ kept }) => kept.find(idOf(person), now()));
    const groups = item === undefined ? [] : (JSON.parse(item.content) as readonly Known[]);
    const current = await Promise.all(groups.map(async (one) => ({ ...one, chat: await numberOf(one.chat) })));
    return current.filter(({ chat }, at) => current.findIndex((one) => one.chat === chat) === at);
  };
  const save = (person: string, all: readonly Known[]): Promise<void> => {
    const expires = momentAfter(now(), KEPT_DAYS * DAY_MS);
    return attempt.atEnd(({ kept }) =>
      kept.save({ key: idOf(person), place: aloneKey(person), person, content: JSON.stringify(all), expires }),
    );
  };
  return {
    note: async (person, { chat, title }) => {
      const day = dayOf(now());
      const known = await find(person);
      const before = known.find((one) => one.chat === chat);
      // Usually the group is known already, and nothing is written.
      if (before?.title === title && Date.parse(day) - Date.parse(before.day) < RENEWED_DAYS * DAY_MS) return;
      const others = known.filter((one) => one.chat !== chat);
      await save(person, [{ chat, title, day }, ...others].slice(0, MOST_GROUPS));
    },
    of: async (person) => {
      const groups = await find(person);
      return groups.map((group) => apart(group, groups));
    },
    numberOf,
    moved: async (from, to) => {
      const expires = momentAfter(now(), KEPT_DAYS * DAY_MS);
      const place = keyOfPlace({ platform: PLATFORM, id: String(to) });
      await attempt.write(({ kept }) =>
        kept.save({ key: movedId(from), place, person: '', content: String(to), expires }),
      );
    },
  };
}

/** The group in which commands of a private chat act. The person may have left it since. */
export function chosenGroup(services: PersonalServices) {
  const groups = knownGroups(services);
  return createPrivateChat(services, {
    communitiesOf: async (person) => (await groups.of(person)).map((one) => ({ ...one, id: String(one.chat) })),
    idNow: async (id) => String(await groups.numberOf(Number(id))),
    holdsMs: CHOSEN_MS,
  });
}

/** Adds the end of the id to a title that several groups have. */
function apart({ chat, title }: Within, groups: readonly Within[]): Within {
  const isShared = groups.some((other) => other.chat !== chat && other.title === title);
  return { chat, title: isShared ? `${title} (…${String(chat).slice(-4)})` : title };
}
