import { baseOf } from '../../core/text/language.ts';
import { areAlike, type Content } from './alike.ts';

/** One question of one person. */
export interface Asked {
  readonly community: string;
  /** Keyed hash. */
  readonly person: string;
  /** Without ids. */
  readonly text: string;
  /** BCP 47 tag. */
  readonly language: string;
  readonly content: Content;
  /** ISO 8601. */
  readonly at: string;
}

/** Questions that are alike, oldest first: one a person. */
export interface AskedGroup {
  /** What the others are compared with. */
  about: Asked;
  readonly asked: Asked[];
}

export interface Memory {
  /** @returns the group that the question belongs to; `undefined` where the person is in it already. */
  readonly note: (asked: Asked) => AskedGroup | undefined;
  readonly of: (person: string) => Asked[];
  /** Forgets all questions alike, whoever asked them. */
  readonly forget: (asked: Pick<Asked, 'community' | 'language' | 'content'>) => void;
  readonly erase: (person: string) => void;
}

export interface MemoryOptions {
  /** Questions that are remembered; beyond, the oldest go. Default: 2000. */
  readonly most?: number | undefined;
}

const MOST = 2000;
const KEPT_MS = 14 * 24 * 60 * 60_000;

/** Remembers questions in the process only, and not for long. */
export function createMemory({ most = MOST }: MemoryOptions = {}): Memory {
  let groups: AskedGroup[] = [];
  const keep = (isKept: (asked: Asked) => boolean): void => {
    groups = groups.map((group) => without(group, isKept)).filter((group) => group !== undefined);
  };
  const makeRoom = (now: string): void => {
    const oldest = new Date(Date.parse(now) - KEPT_MS).toISOString();
    if (groups.some(({ asked }) => (asked[0]?.at ?? oldest) < oldest)) keep(({ at }) => at >= oldest);
    if (groups.reduce((sum, { asked }) => sum + asked.length, 0) < most) return;
    const first = groups.map(({ asked }) => asked[0]).reduce((a, b) => (a && b && b.at < a.at ? b : a));
    keep((asked) => asked !== first);
  };
  return {
    note: (asked) => {
      makeRoom(asked.at);
      const group = groups.find(({ about }) => isOfKind(about, asked));
      if (group?.asked.some(({ person }) => person === asked.person)) return undefined;
      const found = group ?? { about: asked, asked: [] };
      if (!group) groups.push(found);
      found.asked.push(asked);
      return found;
    },
    of: (person) => groups.flatMap(({ asked }) => asked.filter((one) => one.person === person)),
    forget: (kind) => {
      groups = groups.filter(({ about }) => !isOfKind(about, kind));
    },
    erase: (person) => keep((asked) => asked.person !== person),
  };
}

type Kind = Pick<Asked, 'community' | 'language' | 'content'>;

const isOfKind = (a: Kind, b: Kind): boolean => a.community === b.community && baseOf(a.language) === baseOf(b.language) && areAlike(a.content, b.content);

function without(group: AskedGroup, isKept: (asked: Asked) => boolean): AskedGroup | undefined {
  const asked = group.asked.filter(isKept);
  if (asked.length === group.asked.length) return group;
  const [first] = asked;
  return first && { about: isKept(group.about) ? group.about : first, asked };
}
