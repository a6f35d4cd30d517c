import { keyOfPlace } from '../../../bot/conversation/place.ts';
import type { Services } from '../../../bot/services.ts';
import { aloneKey, PLATFORM } from '../inbound/place.ts';
import type { Within } from './managed-group.ts';

/** Groups in which people spoke to the bot, as they are kept for each person, and the one that they manage now. */
export interface KnownGroups {
  /** Notes that somebody spoke to the bot in a group. @param person keyed hash */
  readonly note: (person: string, group: Within) => Promise<void>;
  readonly of: (person: string) => Promise<OwnGroups>;
  readonly choose: (person: string, group: Within | undefined) => Promise<void>;
  /** A group has become a supergroup with another number: each person who knew it knows it by that one. */
  readonly moved: (from: number, to: number) => Promise<void>;
  /** The number that a group has by now. */
  readonly numberOf: (chat: number) => Promise<number>;
  /** These groups, read and written as a part of an attempt. */
  readonly within: (services: Parts) => KnownGroups;
}

type Parts = Pick<Services, 'attempt' | 'hash' | 'now'>;

export interface OwnGroups {
  /** The newest first. */
  readonly known: readonly Within[];
  /** The group that commands of the private chat act in. */
  readonly chosen?: Within | undefined;
}

interface Remembered {
  readonly groups: readonly (Within & { readonly day: string })[];
  readonly chosen?: (Within & { readonly until: string }) | undefined;
}

/** Groups of one person; the one in which they were silent longest is forgotten first. */
const MOST_GROUPS = 20;
/** Days for which it is kept since the person was last heard in any of them. */
const KEPT_DAYS = 180;
const CHOSEN_MS = 60 * 60_000;
const DAY_MS = 24 * 60 * 60_000;
/** Days after which it is written again. */
const RENEWED_DAYS = 30;
/** Only groups with greater numbers become supergroups, and have another number then. */
const FIRST_SUPERGROUP = -1_000_000_000_000;
/** Notes that need not be looked up. */
const MOST_NOTED = 10_000;

/** One item of each person holds it, so that it is exported and erased with them. */
export function createKnownGroups(services: Parts, noted = new Set<string>()): KnownGroups {
  const { attempt, hash, now } = services;
  const idOf = (person: string): string => hash(`groups ${person}`).slice(0, 16);
  const movedId = (chat: number): string => hash(`moved ${chat}`).slice(0, 16);
  const numberOf = async (chat: number): Promise<number> => {
    if (chat <= FIRST_SUPERGROUP) return chat;
    const moved = await attempt.read(({ kept }) => kept.find(movedId(chat), now()));
    return moved === undefined ? chat : Number(moved.content);
  };
  const renumbered = async <T extends Within>(group: T): Promise<T> => ({ ...group, chat: await numberOf(group.chat) });
  const find = async (person: string): Promise<Remembered> => {
    const item = await attempt.read(({ kept }) => kept.find(idOf(person), now()));
    if (item === undefined) return { groups: [] };
    const { groups, chosen } = JSON.parse(item.content) as Remembered;
    const current = await Promise.all(groups.map(renumbered));
    const once = current.filter(({ chat }, at) => current.findIndex((one) => one.chat === chat) === at);
    return { groups: once, chosen: chosen && (await renumbered(chosen)) };
  };
  const save = (person: string, all: Remembered): Promise<void> => {
    const expires = new Date(Date.parse(now()) + KEPT_DAYS * DAY_MS).toISOString();
    return attempt.atEnd(({ kept }) =>
      kept.save({ key: idOf(person), place: aloneKey(person), person, content: JSON.stringify(all), expires }),
    );
  };
  return {
    within: (parts) => createKnownGroups(parts, noted),
    note: async (person, { chat, title }) => {
      const day = now().slice(0, 10);
      const key = `${person} ${chat} ${title}`;
      if (noted.has(key)) return;
      void attempt.afterCommit(() => {
        if (noted.size >= MOST_NOTED) noted.clear();
        noted.add(key);
      });
      const known = await find(person);
      const before = known.groups.find((one) => one.chat === chat);
      // Most were heard before: for them nothing is written.
      if (before?.title === title && Date.parse(day) - Date.parse(before.day) < RENEWED_DAYS * DAY_MS) return;
      const others = known.groups.filter((one) => one.chat !== chat);
      await save(person, { ...known, groups: [{ chat, title, day }, ...others].slice(0, MOST_GROUPS) });
    },
    of: async (person) => {
      const { groups, chosen } = await find(person);
      return {
        known: groups.map((group) => apart(group, groups)),
        chosen: chosen && chosen.until > now() ? apart(chosen, groups) : undefined,
      };
    },
    numberOf,
    moved: async (from, to) => {
      const expires = new Date(Date.parse(now()) + KEPT_DAYS * DAY_MS).toISOString();
      const place = keyOfPlace({ platform: PLATFORM, id: String(to) });
      await attempt.write(({ kept }) =>
        kept.save({ key: movedId(from), place, person: '', content: String(to), expires }),
      );
    },
    choose: async (person, group) => {
      const until = new Date(Date.parse(now()) + CHOSEN_MS).toISOString();
      await save(person, { ...(await find(person)), chosen: group && { ...group, until } });
    },
  };
}

/** Telegram lets several groups have the same title: the end of their numbers tells those apart. */
function apart({ chat, title }: Within, groups: readonly Within[]): Within {
  const isShared = groups.some((other) => other.chat !== chat && other.title === title);
  return { chat, title: isShared ? `${title} (…${String(chat).slice(-4)})` : title };
}
