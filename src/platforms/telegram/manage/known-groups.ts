import { keyOfPlace } from '../../../bot/conversation/place.ts';
import { DAY_MS, dayOf, momentAfter } from '../../../bot/moment.ts';
import { createPrivateChat } from '../../../bot/platform/private-chat.ts';
import type { Services } from '../../../bot/services.ts';
import { aloneKey, PLATFORM } from '../inbound/place.ts';
import type { Within } from './managed-group.ts';

/** Groups in which people spoke to the bot, as they are kept for each person: Telegram has no list of them. */
interface KnownGroups {
  /** Notes that somebody spoke to the bot in a group. @param person keyed hash */
  readonly note: (person: string, group: Within) => Promise<void>;
  /** The newest first. */
  readonly of: (person: string) => Promise<readonly Within[]>;
  /** A group has become a supergroup with another number: each person who knew it knows it by that one. */
  readonly moved: (from: number, to: number) => Promise<void>;
  /** The number that a group has by now. */
  readonly numberOf: (chat: number) => Promise<number>;
}

type Parts = Pick<Services, 'attempt' | 'hash' | 'now'>;

type Known = Within & { readonly day: string };

/** Groups of one person; the one in which they were silent longest is forgotten first. */
const MOST_GROUPS = 20;
/** Days for which it is kept since the person was last heard in any of them. */
const KEPT_DAYS = 180;
/** Milliseconds for which a private chat is about the group that was chosen. */
const CHOSEN_MS = 60 * 60_000;
/** Days after which it is written again. */
const RENEWED_DAYS = 30;
/** Only groups with greater numbers become supergroups, and have another number then. */
const FIRST_SUPERGROUP = -1_000_000_000_000;

/** One item of each person holds it, so that it is exported and erased with them. */
export function knownGroups(services: Parts): KnownGroups {
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
      // Most were heard before: for them nothing is written.
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

/** The group that commands of a private chat act in: a known one, whether or not its person is still there. */
export function chosenGroup(services: Parts) {
  const groups = knownGroups(services);
  return createPrivateChat(services, {
    communitiesOf: async (person) => (await groups.of(person)).map((one) => ({ ...one, id: String(one.chat) })),
    idNow: async (id) => String(await groups.numberOf(Number(id))),
    holdsMs: CHOSEN_MS,
  });
}

/** Telegram lets several groups have the same title: the end of their numbers tells those apart. */
function apart({ chat, title }: Within, groups: readonly Within[]): Within {
  const isShared = groups.some((other) => other.chat !== chat && other.title === title);
  return { chat, title: isShared ? `${title} (…${String(chat).slice(-4)})` : title };
}
