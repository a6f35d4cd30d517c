import { sayLanguage, sayShare } from '../../../bot/answers/messages.ts';
import type { ReplyParts } from '../../../bot/answers/reply.ts';
import { findingFor, whyLines } from '../../../bot/answers/why-answer.ts';
import { callOf } from '../../../bot/command.ts';
import { chooseLanguage, homeLanguage } from '../../../bot/conversation/choose-language.ts';
import { type Look, lookAt } from '../../../bot/conversation/follow-up.ts';
import { smallTalkIn } from '../../../bot/conversation/small-talk.ts';
import { LONGEST_QUESTION, SURE, UNSURE } from '../../../core/calibration/policy.ts';
import { textIn } from '../../../core/entry/display.ts';
import type { EngineAnswer } from '../../../core/search/engine.ts';
import type { LanguageFindings } from '../../../core/search/search.ts';
import { type Analyzer, analyzer } from '../../../core/text/analyze.ts';
import { plainLanguage } from '../../../core/text/language.ts';
import { directionOf, type PageReader, type WebContext } from '../context.ts';
import type { Speaker, Turn } from '../receive.ts';
import { controlsOf } from '../render/controls.ts';
import { type Html, html } from '../render/html.ts';
import { renderReply } from '../render/reply.ts';
import { bar } from './table.ts';

/** A question with its answer and an explanation. */
export async function renderTurn(
  context: WebContext,
  speaker: Speaker,
  reader: PageReader,
  { message, question, reply }: Turn,
): Promise<Html> {
  const { say } = reader;
  if (!reply) return html`<article class="turn" tabindex="-1"><p class="silence">${say('page-silence')}</p></article>`;
  const direction = directionOf(context, reply.language);
  const controls = await controlsOf(context, reply, speaker);
  const shown = { reply, controls, direction, message, action: '/', reader };
  // A follow-up question is not explained: asked without its context, it would have another result.
  const isFollowUp = reply.kind === 'answer' && reply.about.question === undefined;
  const why = isFollowUp ? undefined : await whyOf(context, speaker, reader, question);
  const { title, question: asked }: ReplyParts = reply;
  const heading = question ?? title ?? asked ?? say('page-answer');
  return html`<article class="turn${why === undefined && html` alone`}" tabindex="-1" aria-labelledby="h-${message}">
    <h2 class="turn-head" id="h-${message}"><bdi>${heading}</bdi></h2>
    ${renderReply(shown)}
    ${why && renderWhy(reader, why)}
  </article>`;
}

const TONES = { sure: 'good', unsure: 'fair', unknown: 'dim' } as const;

/** An explanation in a sentence, and folded details: what was found, how sure the bot is, and the next candidates. */
function renderWhy(reader: PageReader, why: Why): Html {
  const { say, language } = reader;
  const share = (value: number) => sayShare(value, language);
  const tone = TONES[why.kind];
  const decision = { sure: say('page-sure'), unsure: say('page-unsure'), unknown: say('page-unknown') }[why.kind];
  const [first = decision, ...rest] = why.lines;
  const candidates = why.candidates.map((one) => candidate(reader, one));
  return html`<aside class="why" aria-label="${say('page-why')}">
    <h3 class="why-head"><span>${say('page-why')}</span> <span class="pill ${tone}">${decision}</span></h3>
    <p>${first}</p>
    ${bar(why.confidence, `${tone} tall`, [UNSURE, SURE])}
    <details class="more-why"><summary>${say('page-more')}</summary>
    <p class="asked-words"><bdi>${marks(why.question)}</bdi></p>
    <div class="sureness"><p class="number ${tone}">
      <span class="unseen">${say('page-confidence')}</span> ${share(why.confidence)}</p>
      <p class="scale">${say('page-scale', { unsure: share(UNSURE), sure: share(SURE) })}</p></div>
    <ul class="reasons">${rest.map((line) => html`<li>${line}</li>`)}</ul>
    ${candidates.length > 0 && html`<h4>${say('page-candidates')}</h4><ol class="candidates">${candidates}</ol>`}
    ${why.finding && details(reader, why.finding)}</details>
  </aside>`;
}

const marks = (parts: readonly Mark[]): Html[] =>
  parts.map(({ text, isMatched }) => (isMatched ? html`<mark>${text}</mark>` : html`${text}`));

function candidate({ language: reads }: PageReader, { title, language, confidence }: Considered): Html {
  const tone = confidence >= SURE ? 'good' : confidence >= UNSURE ? 'fair' : 'dim';
  return html`<li><p class="c-title"><bdi>${marks(title)}</bdi></p>${bar(confidence, tone)}
    <p class="c-line"><span>${language} · ${sayShare(confidence, reads)}</span></p></li>`;
}

/** Details of the best entry, with every feature of the confidence. */
function details({ say, language }: PageReader, { ranked, features }: LanguageFindings): Html {
  const two = new Intl.NumberFormat(language, { maximumFractionDigits: 2, minimumFractionDigits: 2 });
  const best = ranked[0]?.features;
  const views: readonly (readonly [string, number])[] = best
    ? [
        [say('page-view-words'), best.words],
        [say('page-view-letters'), best.grams],
        [say('page-view-covered'), best.wordUnit],
        [say('page-view-model'), best.probability],
        [say('page-view-nearest'), best.nearest],
      ]
    : [];
  const row = (name: Html | string, value: number): Html =>
    html`<tr><th scope="row">${name}</th><td>${bar(value, 'calm')}</td><td class="n">${two.format(value)}</td></tr>`;
  const others = Object.entries(features ?? {}).map(([name, value]) => row(html`<code>${name}</code>`, value));
  const head = html`<thead class="unseen"><tr><th scope="col">${say('page-sign')}</th>
    <th scope="col">${say('page-drawn')}</th><th scope="col">${say('page-value')}</th></tr></thead>`;
  const table = html`<h4>${say('page-views')}</h4>
    <table class="signs">${head}<tbody>${views.map((view) => row(...view))}</tbody></table>`;
  return html`${views.length > 0 && table}<details><summary>${say('page-signs')}</summary>
    <table class="signs small">${head}<tbody>${others}</tbody></table></details>`;
}

/** A part of a text, and whether it supports the answer. */
interface Mark {
  readonly text: string;
  readonly isMatched: boolean;
}

interface Considered {
  readonly title: readonly Mark[];
  /** The language's name in the reader's language. */
  readonly language: string;
  readonly confidence: number;
}

/** The explanation of a result. */
interface Why {
  readonly kind: EngineAnswer['kind'];
  readonly confidence: number;
  readonly question: readonly Mark[];
  readonly lines: readonly string[];
  readonly candidates: readonly Considered[];
  readonly finding: LanguageFindings | undefined;
}

const MOST_CANDIDATES = 5;

/** Undefined if the text is no question. */
async function whyOf(
  context: WebContext,
  speaker: Speaker,
  { language }: PageReader,
  question: string | undefined,
): Promise<Why | undefined> {
  const { services } = context;
  if (question === undefined || question.startsWith('/') || question === '' || question.length > LONGEST_QUESTION)
    return undefined;
  const community = await services.communities.prepared(speaker.place);
  const person = services.hash(speaker.person);
  const chosen = await services.attempt.read(({ people }) => people.languageOf(person));
  const asked = chooseLanguage(
    { chosen, detection: services.detect(question), locale: language },
    services.languages,
    homeLanguage(community, services),
  );
  const { place, isModerator } = speaker;
  const call = callOf(services, { person, place, community, language, isModerator: async () => isModerator });
  const look = lookAt({ ...call, language: asked }, question);
  if (look.kind === 'unknown' && smallTalkIn(question, [...services.languages.values()])) return undefined;
  return { ...pictured(context, look, question, asked, language), lines: whyLines(call, question, look, asked) };
}

function pictured(
  { services }: WebContext,
  { kind, candidates, answer: { findings } }: Look,
  question: string,
  asked: string,
  shownIn: string,
): Omit<Why, 'lines'> {
  const best = candidates[0];
  const finding = findingFor(findings, best?.language ?? asked);
  const analyze = analyzer(services.languages.get(finding?.language ?? asked) ?? plainLanguage(asked));
  const matched = new Set(
    finding?.words.filter((word) => analyze.weightOf(word) > 0 && !finding.unknown.includes(word)),
  );
  const considered = candidates.slice(0, MOST_CANDIDATES).map(({ entry, language, confidence }): Considered => {
    const title = textIn(entry, shownIn, services.languages)?.text.title ?? entry.id;
    return {
      title: marked(title, matched, analyze),
      language: sayLanguage(language, { language: shownIn, services }),
      confidence,
    };
  });
  return {
    kind,
    confidence: best?.confidence ?? 0,
    question: marked(question, matched, analyze),
    candidates: considered,
    finding,
  };
}

/** A text in which the matched words are marked, in any form. */
function marked(text: string, matched: ReadonlySet<string>, { analyze }: Pick<Analyzer, 'analyze'>): Mark[] {
  const marks: { text: string; isMatched: boolean }[] = [];
  for (const { segment, isWordLike } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)) {
    const isMatched = isWordLike === true && analyze(segment).words.some((word) => matched.has(word));
    const last = marks.at(-1);
    if (last?.isMatched === isMatched) last.text += segment;
    else marks.push({ text: segment, isMatched });
  }
  return marks;
}
