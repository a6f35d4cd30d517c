import { isUnspaced } from '../../core/text/tokenize.ts';
import type { JudgedWord } from './names-in.ts';
import type { OrdinaryWords } from './ordinary-words.ts';
import type { People } from './people.ts';

/** Words without weight between a person and what they do: "never". */
const MOST_BETWEEN = 2;
/** Without spaces a name is of so many words and characters at most. */
const MOST_PARTS = 4;
const MOST_CHARACTERS = 4;
const ONE_HAN = /^\p{Script=Han}$/u;
/** A character twice, as children are called. */
const TWICE = /^(\p{Script=Han})\1$/u;

/** How surely somebody is named: nearly always, more often than a thing, or about as often. */
type Place = 'sure' | 'likely' | 'maybe';

interface Line {
  readonly words: readonly JudgedWord[];
  readonly known: OrdinaryWords;
}

/**
 * Words in the place of a person's name: behind "ask", before "said". There a word that no list has is a name, and so
 * is one by which people are called, whatever else it means.
 */
export function namesByPlace(words: readonly JudgedWord[], known: OrdinaryWords): ReadonlySet<number> {
  const line = { words, known };
  const found = new Set<number>();
  for (const at of words.keys()) {
    const end = endsFrom(line, at).find((one) => isPerson(line, at, one));
    for (let part = at; part < (end ?? at); part += 1) found.add(part);
  }
  return found;
}

/** Possible ends of a name that begins here. */
function endsFrom({ words }: Line, from: number): number[] {
  const ends: number[] = [];
  let length = 0;
  for (let at = from; at < from + MOST_PARTS; at += 1) {
    const word = words[at];
    if (!word || word.isGap || word.isNumber || (at > from && (word.opensClause || !isUnspaced(word.text)))) break;
    length += word.text.length;
    if (isUnspaced(word.text) && length > MOST_CHARACTERS) break;
    ends.push(at + 1);
    if (!isUnspaced(word.text)) break;
  }
  return ends;
}

function isPerson(line: Line, from: number, end: number): boolean {
  const { people, isNeeded, isFrequent } = line.known;
  const parts = line.words.slice(from, end);
  const text = parts.map((part) => part.text).join('');
  const isNameWord = people.isNameWord(text);
  // 小 is needed, and a name with what is behind it.
  const isNickname =
    parts.length === 2 && ONE_HAN.test(parts[0]?.text ?? '') && people.isTitleBefore(parts[0]?.text ?? '');
  const isHeld = (part: JudgedWord, at: number): boolean =>
    isNeeded(part.text) && !isNameWord && !(isNickname && at === 0);
  if (parts.some((part, at) => people.places.never(part.text) || isHeld(part, at))) return false;
  const place = placeOf(line, from, end);
  if (place === undefined || text.length < 2) return false;
  if (isNameWord) return true;
  const isUnlisted = parts.every((part) => !part.isOrdinary);
  if (isUnspaced(text)) return isUnspacedPerson(line, parts, place);
  const kind = people.kindOf(text);
  if (kind && (kind.isGiven || place === 'sure' || isUnlisted)) return true;
  return isUnlisted && (place === 'sure' || (place === 'likely' && !isFrequent(text)));
}

/** Without spaces a name may be in several parts, and each character in words that mean something else. */
function isUnspacedPerson({ known: { people, isInPack } }: Line, parts: readonly JudgedWord[], place: Place): boolean {
  const text = parts.map((part) => part.text).join('');
  if (TWICE.test(text)) return true;
  if (parts.some((part) => people.places.before(part.text))) return false;
  if (parts.length > 1 && place === 'maybe') return false;
  if (parts.length > 1 && place === 'sure' && parts.every((part) => ONE_HAN.test(part.text))) return true;
  const [first = ''] = text;
  if (people.isGiven(text) || people.isFamily(first)) return true;
  if (text.length === 2 && people.isTitleBefore(first)) return true;
  // An everyday word by which somebody calls themselves.
  if (place === 'sure' && parts.length === 1 && !isInPack(text) && !isRole(people, text)) return true;
  return place !== 'maybe' && parts.every((part) => !part.isOrdinary);
}

/** Whether it says who somebody is, as "uncle" does, and keeps nobody's name. */
const isRole = ({ places, isTitleBehind }: People, word: string): boolean => places.after(word) || isTitleBehind(word);

/** How surely somebody is named here; nobody is, if it is undefined. */
function placeOf(line: Line, from: number, end: number): Place | undefined {
  const { words, known } = line;
  const { places } = known.people;
  const [word, last] = [words[from], words[from - 1]];
  const lead = word?.opensClause ? undefined : last?.text;
  const pair = last?.opensClause ? undefined : words[from - 2]?.text;
  const isBehind = (list: (word: string) => boolean): boolean =>
    lead !== undefined && (list(lead) || (pair !== undefined && list(`${pair} ${lead}`)));
  const isFree =
    lead === undefined || (last?.isGap ? last.isCalled : isBehind(places.maybeAfter) || isLight(line, lead));
  const does = (list: (word: string) => boolean): boolean => isFree && isDone(line, end, list);
  if (isBehind(places.after) || does(places.before)) return 'sure';
  if (isNumbered(line, end) || does(places.likelyBefore)) return 'likely';
  if (!hasDoer(line, from - 1)) {
    // "Can odd present the poster".
    if (isBehind(places.likelyAfter) && !words[end]?.isGap && places.never(words[end + 1]?.text ?? '')) return 'sure';
    if (isBehind(places.likelyAfter)) return 'likely';
    if (isBehind(places.maybeAfter)) return 'maybe';
  }
  if (places.ends(word?.text ?? '') && !isBehind(places.never)) return 'likely';
  return does(places.maybeBefore) ? 'maybe' : undefined;
}

/** Neither a noun's article nor a word that says something, as adjectives do. */
const isLight = ({ known }: Line, word: string): boolean => !known.hasWeight(word) && !known.people.places.never(word);

/** A street, or what somebody calls themselves, has a number behind it. */
const isNumbered = ({ words }: Line, at: number): boolean =>
  words[at]?.isNumber === true && !words[at]?.isCalled && !words[at]?.opensClause;

/** The next word that says what somebody does; only words without weight may be between. */
function doingBehind({ words, known }: Line, from: number, isDoing: (word: string) => boolean): number | undefined {
  for (let at = from; at <= from + MOST_BETWEEN; at += 1) {
    const word = words[at];
    if (!word || word.isGap || word.opensClause) return undefined;
    if (isDoing(word.text)) return at;
    if (!known.isNeeded(word.text)) return undefined;
  }
  return undefined;
}

/** Whether it is said what somebody does, and to what: things are broken, people break things. */
function isDone(line: Line, from: number, list: (word: string) => boolean): boolean {
  const { words, known } = line;
  const doing = doingBehind(line, from, list);
  if (doing === undefined) return false;
  // If spaces part words, verbs have forms of their own.
  if (list === known.people.places.before && !isUnspaced(words[doing]?.text ?? '')) return true;
  for (const { text, isGap, opensClause } of words.slice(doing + 1)) {
    if (opensClause) return false;
    if (isGap || (known.hasWeight(text) && !known.isNeeded(text))) return true;
  }
  return false;
}

/** Whether one who can, or is, is named before "can" or "is": what comes behind it is nobody then. */
function hasDoer({ words, known }: Line, at: number): boolean {
  const [word, before] = [words[at], words[at - 1]];
  const { maybeBefore, never } = known.people.places;
  if (!word || !before || word.opensClause || !maybeBefore(word.text)) return false;
  return before.isGap || known.hasWeight(before.text) || never(before.text);
}

/** "Amber and Jade": if one is somebody's name, the other is one, too. */
export function besideAnd(
  words: readonly JudgedWord[],
  found: ReadonlySet<number>,
  { people: { places, kindOf }, isFrequent }: OrdinaryWords,
): number[] {
  const isName = (at: number): boolean => found.has(at) || words[at]?.isCalled === true;
  const mayBe = (at: number): boolean => {
    const word = words[at];
    if (!word || word.isGap || word.isNumber || places.never(words[at - 1]?.text ?? '')) return false;
    return kindOf(word.text)?.isGiven === true || (!word.isOrdinary && !isFrequent(word.text));
  };
  return [...words.keys()].flatMap((and) => {
    if (!places.and(words[and]?.text ?? '')) return [];
    return [and - 1, and + 1].filter((at) => mayBe(at) && isName(2 * and - at));
  });
}
