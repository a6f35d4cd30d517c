import { baseOf } from '../../core/text/language.ts';
import { areAlike, type Content } from './alike.ts';

/** One question of one person. */
export interface Asked {
  readonly community: string;
  /** Keyed hash. */
  readonly person: string;
  /** Keyed hash of those that count as one, if these may be many persons. Default: the person. */
  readonly origin?: string | undefined;
  /** As it is kept. */
  readonly text: string;
  /** BCP 47 tag. */
  readonly language: string;
  readonly content: Content;
  /** Ids of the entries among which they could choose. Default: none. */
  readonly offered?: readonly string[] | undefined;
  /** ISO 8601. */
  readonly at: string;
}

/** Questions that are alike, oldest first: one an origin. */
export interface AskedGroup {
  /** The question that others are compared with. */
  about: Asked;
  readonly asked: Asked[];
}

export interface Memory {
  /** @returns the group that the question belongs to; `undefined` if the person, or their origin, is in it already. */
  readonly note: (asked: Asked) => AskedGroup | undefined;
  readonly of: (person: string) => Asked[];
  /** Questions alike, of each person one. */
  readonly alike: (kind: Pick<Asked, 'community' | 'language' | 'content'>) => readonly Asked[];
  /** Forgets all questions alike, by anyone. */
  readonly forget: (asked: Pick<Asked, 'community' | 'language' | 'content'>) => void;
  readonly erase: (person: string) => void;
}

export interface MemoryOptions {
  /**
   * Questions of one community that are remembered; beyond, the person who asked most there loses the oldest. Default:
   * 200.
   */
  readonly mostInOne?: number | undefined;
  /** Questions of all; beyond, the community that has most makes room in the same way. Default: 10,000. */
  readonly most?: number | undefined;
}

const KEPT_MS = 14 * 24 * 60 * 60_000;

/** Remembers questions in the process only, and not for long; see MemoryOptions for the defaults. */
export function createMemory({ mostInOne = 200, most = 10_000 }: MemoryOptions = {}): Memory {
  const communities = new Map<string, readonly AskedGroup[]>();
  const groupsOf = (community: string): readonly AskedGroup[] => communities.get(community) ?? [];
  const set = (community: string, groups: readonly AskedGroup[]): void =>
    void (groups.length > 0 ? communities.set(community, groups) : communities.delete(community));
  const keep = (community: string, isKept: (asked: Asked) => boolean): void =>
    set(
      community,
      groupsOf(community)
        .map((group) => without(group, isKept))
        .filter((group) => group !== undefined),
    );
  const removeOneOf = (community: string): void => {
    const gone = mostDispensable(groupsOf(community));
    keep(community, (asked) => asked !== gone);
  };
  const forgetOld = (at: string): void => {
    const oldest = new Date(Date.parse(at) - KEPT_MS).toISOString();
    for (const [one, groups] of communities)
      if (groups.some(({ asked }) => (asked[0]?.at ?? oldest) < oldest)) keep(one, (asked) => asked.at >= oldest);
  };
  const makeRoom = (community: string): void => {
    if (sizeOf(groupsOf(community)) >= mostInOne) removeOneOf(community);
    const sizes = [...communities].map(([one, groups]) => ({ one, size: sizeOf(groups) }));
    // A busy community makes room for the others, never the other way round.
    if (sizes.reduce((sum, { size }) => sum + size, 0) >= most)
      removeOneOf(sizes.reduce((a, b) => (b.size > a.size ? b : a)).one);
  };
  return {
    note: (asked) => {
      const groupOf = (): AskedGroup | undefined =>
        groupsOf(asked.community).find(({ about }) => isOfKind(about, asked));
      forgetOld(asked.at);
      if (groupOf()?.asked.some((one) => originOf(one) === originOf(asked))) return undefined;
      makeRoom(asked.community);
      const known = groupOf();
      const group = known ?? { about: asked, asked: [] };
      if (!known) set(asked.community, [...groupsOf(asked.community), group]);
      group.asked.push(asked);
      return group;
    },
    of: (person) =>
      [...communities.values()].flat().flatMap(({ asked }) => asked.filter((one) => one.person === person)),
    alike: (kind) => groupsOf(kind.community).find(({ about }) => isOfKind(about, kind))?.asked ?? [],
    forget: (kind) =>
      set(
        kind.community,
        groupsOf(kind.community).filter(({ about }) => !isOfKind(about, kind)),
      ),
    erase: (person) => {
      for (const community of [...communities.keys()]) keep(community, (asked) => asked.person !== person);
    },
  };
}

const originOf = ({ origin, person }: Asked): string => origin ?? person;

const sizeOf = (groups: readonly AskedGroup[]): number => groups.reduce((sum, { asked }) => sum + asked.length, 0);

/** The oldest question of the person who has asked most: to fill the memory pushes out nobody else. */
function mostDispensable(groups: readonly AskedGroup[]): Asked | undefined {
  const all = groups.flatMap(({ asked }) => asked);
  const counts = new Map<string, number>();
  for (const one of all) counts.set(originOf(one), (counts.get(originOf(one)) ?? 0) + 1);
  const countOf = (one: Asked): number => counts.get(originOf(one)) ?? 0;
  return all.reduce<Asked | undefined>(
    (a, b) => (!a || countOf(b) > countOf(a) || (countOf(b) === countOf(a) && b.at < a.at) ? b : a),
    undefined,
  );
}

type Kind = Pick<Asked, 'language' | 'content'>;

const isOfKind = (a: Kind, b: Kind): boolean =>
  baseOf(a.language) === baseOf(b.language) && areAlike(a.content, b.content);

function without(group: AskedGroup, isKept: (asked: Asked) => boolean): AskedGroup | undefined {
  const asked = group.asked.filter(isKept);
  if (asked.length === group.asked.length) return group;
  const [first] = asked;
  return first && { about: isKept(group.about) ? group.about : first, asked };
}
