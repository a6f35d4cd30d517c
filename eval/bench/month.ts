import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mock } from 'node:test';
import type { App } from '../../src/app.ts';
import { postDigests } from '../../src/bot/delivery/digest.ts';
import { tellOverdue } from '../../src/bot/handover/hand-over.ts';
import type { Question } from '../../src/bot/ports/questions.ts';
import { textIn } from '../../src/core/entry/display.ts';
import type { Entry } from '../../src/core/entry/entry.ts';
import type { EngineAnswer } from '../../src/core/search/engine.ts';
import { until } from '../../tests/helpers/discord-world.ts';
import type { DataQuestion } from '../datasets.ts';
import { seeded } from '../seeded.ts';
import { withApp } from './measuring.ts';
import { type Act, MonthCounts, SECONDS } from './month-counts.ts';
import { type Subject, writeYoungPack } from './month-pack.ts';
import { DISCORD, MODERATOR, openPlaces, type Places, type Shown } from './month-places.ts';

const [WEEKS, QUESTIONS] = [4, 2000];
const DAYS = 7 * WEEKS;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A Monday morning. */
const BEGIN = Date.UTC(2026, 5, 1, 9);
/** One member of three is on Telegram; the others and the helpers are on Discord. */
const MEMBERS = 60;
const HELPERS = [11, 12, 13, 14];
/** Shares, 0 to 1: questions that nobody there can answer; choices that are pressed; presses that are mistakes. */
const [OFF_TOPIC, PRESSED, MISTAKEN] = [0.1, 0.8, 0.05];
/**
 * Shares, 0 to 1: questions without an answer or a press that go to helpers; those of them that helpers answer; answers
 * of helpers that work.
 */
const [HANDED_OVER, HELPED, WORKED] = [0.5, 0.8, 0.6];
/** Share, 0 to 1, of helpers' answers that the moderator edits before they are learned. */
const MENDED = 1 / 3;

/** A month of a made-up community with two places, and what its moderator had to do, as Markdown. */
export async function monthTable(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'wenda-month-'));
  const subject = writeYoungPack(join(folder, 'knowledge'));
  mock.timers.enable({ apis: ['Date'], now: BEGIN });
  try {
    return await withApp({ knowledgeDir: join(folder, 'knowledge'), cacheDir: join(folder, 'cache') }, async (app) => {
      const places = await openPlaces(app);
      const month = new Month(app, places, subject);
      await month.begin();
      for (let day = 0; day < DAYS; day++) await month.live(day);
      await month.meetModerator(DAYS);
      await places.stop();
      return month.table();
    });
  } finally {
    mock.timers.reset();
    rmSync(folder, { recursive: true, force: true });
  }
}

class Month {
  readonly #app: App;
  readonly #places: Places;
  readonly #subject: Subject;
  readonly #random = seeded(7);
  readonly #counts = new MonthCounts(WEEKS);
  /** Ids of the entries that each question means. */
  readonly #meaning: ReadonlyMap<string, readonly string[]>;
  /** The questions about each entry; the first entry is asked about most. */
  readonly #topics: readonly (readonly DataQuestion[])[];
  /** Ids of the entries with the meaning of each entry that was made of a helper's answer, by its id. */
  readonly #learned = new Map<string, readonly string[]>();
  /** Wordings that are answered rightly before the month, and after each week. */
  readonly #right = Array.from({ length: WEEKS + 1 }, () => new Set<string>());
  /** Number of messages in the helpers' channel that the moderator has read. */
  #read = 0;
  #week = 0;

  constructor(app: App, places: Places, subject: Subject) {
    this.#app = app;
    this.#places = places;
    this.#subject = subject;
    this.#meaning = new Map(subject.questions.map(({ text, gold }) => [text, gold]));
    const ids = [...subject.kept, ...subject.left].map(({ id }) => ({ id, at: this.#random() }));
    this.#topics = ids
      .sort((a, b) => a.at - b.at)
      .map(({ id }) => subject.questions.filter(({ gold }) => gold[0] === id));
  }

  async begin(): Promise<void> {
    const community = await this.#community();
    for (const { text } of this.#subject.questions)
      if (this.#isRight(text, community.answer(text, 'en'))) this.#right[0]?.add(text);
  }

  async live(day: number): Promise<void> {
    this.#week = Math.floor(day / 7);
    this.#counts.begin(this.#week);
    const morning = BEGIN + day * DAY_MS;
    if (day % 7 === 0) await this.meetModerator(day);
    const count = Math.floor((QUESTIONS * (day + 1)) / DAYS) - Math.floor((QUESTIONS * day) / DAYS);
    for (let at = 0; at < count; at++) {
      mock.timers.setTime(morning + Math.floor(((at + 1) * 10 * HOUR_MS) / count));
      await this.#ask();
    }
    mock.timers.setTime(morning + 11 * HOUR_MS);
    await this.#help();
    await tellOverdue(this.#app.services);
  }

  /** On a Monday, the moderator reads the digest and what is proposed. */
  async meetModerator(day: number): Promise<void> {
    mock.timers.setTime(BEGIN + day * DAY_MS);
    await postDigests(this.#app.services, failed);
    await this.#learnAnswers();
    await this.#judgeSuggestions();
  }

  async #ask(): Promise<void> {
    const [person, text] = [1000 + Math.floor(this.#random() * MEMBERS), this.#anyQuestion()];
    const place = person % 3 === 0 ? this.#places.telegram : this.#places.discord;
    const answer = (await this.#community()).answer(text, 'en');
    const shown = await place.ask(person, text);
    this.#counts.count('asked');
    if (answer.kind === 'sure') {
      this.#counts.count('answered');
      if (this.#isRight(text, answer)) this.#right[this.#week + 1]?.add(text);
      else this.#counts.count('of these wrongly');
      if (this.#random() < WORKED) await place.chat(person, 'thanks');
      return;
    }
    this.#counts.count(answer.kind === 'unsure' ? 'offered' : 'not known');
    const isWrong = this.#random() < MISTAKEN;
    const wanted = answer.candidates
      .map(({ entry }) => ({ label: this.#titleOf(entry), isMeant: this.#means(entry.id, text) }))
      .find(({ label, isMeant }) => isMeant !== isWrong && shown.has(label));
    if (wanted && this.#random() < PRESSED) {
      await shown.press(wanted.label, person);
      this.#counts.count('of these pressed');
    } else if (shown.has('Ask a human') && this.#random() < HANDED_OVER) {
      await shown.press('Ask a human', person);
      this.#counts.count('handed over');
    }
  }

  /** A question. How often a topic is asked about is in proportion to 1/n for the n-th one. */
  #anyQuestion(): string {
    const others = this.#subject.questions.filter(({ gold }) => gold.length === 0);
    const topic = this.#topics[Math.floor(this.#topics.length ** this.#random())] ?? [];
    const about = this.#random() < OFF_TOPIC ? others : topic;
    return about[Math.floor(this.#random() * about.length)]?.text ?? '?';
  }

  /** Helpers answer what they know, and the askers say whether it worked. */
  async #help(): Promise<void> {
    const { id } = await this.#community();
    const { store } = this.#app.services;
    for (const item of await store.read(({ questions }) => questions.list(id, ['passed', 'stuck', 'taken', 'told']))) {
      const [meant] = this.#meaning.get(item.text) ?? [];
      const known = [...this.#subject.kept, ...this.#subject.left].find((one) => one.id === meant);
      if (!known || this.#random() >= HELPED) continue;
      const find = () => store.read(({ questions }) => questions.find(item.id));
      const post = await until(async () => (await find())?.post);
      this.#places.help(HELPERS[item.id % HELPERS.length] ?? 0, post, known.answer);
      const askers = await until(async () => {
        const waiting = ((await find())?.askers ?? []).filter(({ address }) => address !== '');
        return waiting.every(({ told }) => told !== '') && waiting;
      });
      this.#counts.count('answered by helpers');
      for (const { told, place, address } of askers) {
        const shown = (place.startsWith('telegram') ? this.#places.telegram : this.#places.discord).shown(told);
        const { user } = JSON.parse(address) as { readonly user: string };
        if (this.#random() < WORKED) await shown?.press('That worked', Number(user.slice(-5)));
      }
    }
  }

  async #learnAnswers(): Promise<void> {
    const { id, knowledge } = await this.#community();
    const solved = await this.#app.services.store.read(({ questions }) => questions.list(id, ['solved']));
    const posts = this.#places.inHelp();
    const title = this.#app.services.speak('en')('digest-title');
    for (const shown of posts.slice(this.#read)) {
      if (shown.words.includes(title)) this.#did('a weekly digest read');
      const item = shown.has('Edit first') ? solved.find(({ text }) => shown.words.includes(text)) : undefined;
      if (!item) continue;
      const meant = this.#meaning.get(item.text) ?? [];
      const known = [...this.#subject.kept.map((one) => one.id), ...[...this.#learned.values()].flat()];
      if (meant.some((one) => known.includes(one))) {
        this.#did("a helper's answer passed over, for an entry says it");
        continue;
      }
      const before = new Set(knowledge().entries.keys());
      this.#did(await this.#learn(shown, item));
      const made = [...(await this.#community()).knowledge().entries.keys()].filter((one) => !before.has(one));
      for (const one of made) this.#learned.set(one, meant);
    }
    this.#read = posts.length;
  }

  async #learn(shown: Shown, { words }: Question): Promise<Act> {
    const isMended = this.#random() < MENDED;
    const form = isMended ? await shown.press('Edit first', MODERATOR) : undefined;
    const preview = form ? await form.submit({ answer: `${words}\n\nAsk us if it does not help.` }) : undefined;
    await (preview ?? (await shown.press('Learn it', MODERATOR))).press('Save', MODERATOR);
    return isMended ? "a helper's answer mended and learned" : "a helper's answer learned as it is";
  }

  async #judgeSuggestions(): Promise<void> {
    const shown = await this.#places.moderate('suggestions');
    const lines = [...shown.words.matchAll(/“([^”]+)” → “([^”]+)” \(/g)];
    let isEachGood = true;
    for (const [at, [, question = '', title = '']] of lines.entries()) {
      if (await this.#wouldTake(question, title)) continue;
      isEachGood = false;
      await shown.press(`Drop ${at + 1}`, MODERATOR);
      this.#did('a suggested phrasing dropped');
    }
    if (isEachGood && lines.length > 0) {
      await shown.press(lines.length > 1 ? 'Add all' : 'Add 1', MODERATOR);
      for (const _ of lines) this.#did('a suggested phrasing added');
    }
    // Again, as only a few are shown at once.
    if (lines.length > 0) await this.#judgeSuggestions();
  }

  /** Whether most questions in such words mean the entry. */
  async #wouldTake(question: string, title: string): Promise<boolean> {
    const { entries } = (await this.#community()).knowledge();
    const { areAlike } = this.#app.services.questions;
    const entry = [...entries.values()].find((one) => this.#titleOf(one) === title);
    const alike = this.#subject.questions.filter(({ text }) =>
      areAlike({ text, language: 'en' }, { text: question, language: 'en' }),
    );
    const meaning = alike.filter(({ text }) => entry && this.#means(entry.id, text));
    return meaning.length * 2 > alike.length;
  }

  readonly #community = () => this.#app.services.communities.of(DISCORD);

  #means(entry: string, question: string): boolean {
    const meant = this.#meaning.get(question) ?? [];
    return (this.#learned.get(entry) ?? [entry]).some((one) => meant.includes(one));
  }

  #isRight(question: string, { kind, candidates: [first] }: EngineAnswer): boolean {
    return kind === 'sure' && first !== undefined && this.#means(first.entry.id, question);
  }

  #titleOf(entry: Entry): string {
    return textIn(entry, 'en', this.#app.services.languages)?.text.title ?? '';
  }

  #did(act: Act): void {
    this.#counts.did(act);
    mock.timers.setTime(Date.now() + 1000 * SECONDS[act]);
  }

  table(): string {
    const [first, last] = [this.#right[0], [...(this.#right[WEEKS] ?? [])]];
    const fresh = last.filter((text) => !first?.has(text)).length;
    const words = `Of ${last.length} wordings answered rightly in the last week, ${fresh} were not before the month.`;
    return `${this.#counts.tables()}\n${words}\n`;
  }
}

const failed = (error: unknown): void => {
  throw error;
};
