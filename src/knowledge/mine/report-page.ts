import type { EntryProposal } from './proposals.ts';
import type { ChatTopic } from './topics.ts';

export interface MiningReport {
  readonly title: string;
  /** Of all that were read. */
  readonly messages: number;
  readonly people: number;
  /** When each question was asked, in milliseconds since 1970. */
  readonly moments: readonly number[];
  /** Most asked first. */
  readonly topics: readonly ChatTopic[];
  readonly proposals: readonly EntryProposal[];
}

const MOST_SHOWN = 300;
/** Phrasings of each topic. */
const MOST_WORDINGS = 5;

/** A page without scripts and requests: questions by month, topics by how many people asked, and their answers. */
export function reportPage({ title, messages, people, moments, topics, proposals }: MiningReport): string {
  const months = monthsOf(moments);
  const answered = topics.flatMap((topic) => (topic.known ? topic.moments : []));
  const pathOf = new Map(proposals.map(({ topic, path }) => [topic, path]));
  const [known, missed] = [
    topics.filter((topic) => topic.known),
    topics.filter(({ missed: words }) => words.length > 0),
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Asked in ${escaped(title)}</title>
<style>${LOOK}</style>
</head>
<body>
<main>
<h1>Asked in <bdi>${escaped(title)}</bdi></h1>
<p>${messages.toLocaleString('en')} messages by ${people.toLocaleString('en')} people,
${moments.length.toLocaleString('en')} questions about ${topics.length.toLocaleString('en')} topics.
The packs answer ${known.length} of these topics; there are ${proposals.length} proposals for others.</p>
<section>
<h2>Questions by month</h2>
<p>The dark part is what the packs answer today.</p>
${chart(months, countsOf(moments), countsOf(answered))}
</section>
<section>
<h2>Asked most</h2>
<div class="wide"><table>
<thead><tr><th scope="col">Question</th><th scope="col">People</th><th scope="col">Times</th>
<th scope="col">Last</th><th scope="col">Answer</th></tr></thead>
<tbody>
${topics
  .slice(0, MOST_SHOWN)
  .map((topic) => row(topic, pathOf.get(topic)))
  .join('\n')}
</tbody>
</table></div>
</section>
<section>
<h2>Phrasings for what the packs answer</h2>
<p>People asked for these entries in words that do not find them. Add those that fit.</p>
${missed.length === 0 ? '<p>None.</p>' : missed.map(phrasingsFor).join('\n')}
</section>
</main>
</body>
</html>
`;
}

function row(topic: ChatTopic, path: string | undefined): string {
  const { title, language, phrasings, people, times, moments } = topic;
  const wordings = phrasings
    .slice(0, MOST_WORDINGS)
    .map((one) => `<li lang="${escaped(language)}" dir="auto">${escaped(one)}</li>`);
  const list = wordings.length === 0 ? '' : `<ul>${wordings.join('')}</ul>`;
  const heading = `<span lang="${escaped(language)}" dir="auto">${escaped(title)}</span>`;
  const last = monthOf(Math.max(...moments));
  return `<tr><td>${heading}${list}</td><td>${people}</td><td>${times}</td><td>${last}</td><td>${answerOf(topic, path)}</td></tr>`;
}

function answerOf({ known, answer }: ChatTopic, path: string | undefined): string {
  if (known) return `in the packs: <code>${escaped(known.id)}</code>`;
  if (path !== undefined) return `proposed: <code>${escaped(path)}</code>`;
  return answer ? 'somebody answered, once' : '<b>nobody answered</b>';
}

const phrasingsFor = ({ known, language, missed }: ChatTopic): string =>
  `<h3><code>${escaped(known?.id ?? '')}</code> <bdi>${escaped(known?.title ?? '')}</bdi></h3>
<ul>${missed.map((one) => `<li lang="${escaped(language)}" dir="auto">${escaped(one)}</li>`).join('')}</ul>`;

/** `2024-03`; empty if the time is unknown. */
const monthOf = (time: number): string => (time > 0 ? new Date(time).toISOString().slice(0, 7) : '');

function countsOf(moments: readonly number[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const month of moments.map(monthOf)) counts.set(month, (counts.get(month) ?? 0) + 1);
  return counts;
}

/** All months from the first to the last, also without questions. */
function monthsOf(moments: readonly number[]): string[] {
  const all = [...new Set(moments.map(monthOf))].filter((month) => month !== '').sort();
  const [first = '', last = ''] = [all[0], all.at(-1)];
  const months: string[] = [];
  for (let month = first; month !== '' && month <= last; month = nextMonth(month)) months.push(month);
  return months;
}

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7);
}

const [WIDTH, HEIGHT, FOOT] = [900, 160, 24];

function chart(
  months: readonly string[],
  asked: ReadonlyMap<string, number>,
  known: ReadonlyMap<string, number>,
): string {
  const most = Math.max(1, ...months.map((month) => asked.get(month) ?? 0));
  const step = WIDTH / Math.max(1, months.length);
  const bar = (at: number, count: number, look: string) => {
    const height = (count / most) * HEIGHT;
    return `<rect class="${look}" x="${(at * step).toFixed(1)}" y="${(HEIGHT - height).toFixed(1)}" width="${(step * 0.8).toFixed(1)}" height="${height.toFixed(1)}"/>`;
  };
  const bars = months.map((month, at) => {
    const [all, some] = [asked.get(month) ?? 0, known.get(month) ?? 0];
    return `<g><title>${month}: ${all} asked, ${some} answered today</title>${bar(at, all, 'all')}${bar(at, some, 'known')}</g>`;
  });
  const named = months.filter((month, at) => at === 0 || month.endsWith('-01') || at === months.length - 1);
  const names = named.map(
    (month) => `<text x="${(months.indexOf(month) * step).toFixed(1)}" y="${HEIGHT + FOOT - 6}">${month}</text>`,
  );
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT + FOOT}" role="img" aria-label="Questions by month; at most ${most} in one">
${bars.join('\n')}
${names.join('\n')}
</svg>`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (words: string): string =>
  words.toWellFormed().replace(/[&<>"']/g, (letter) => ESCAPES[letter] ?? letter);

const LOOK = `
:root { color-scheme: light dark; --ground: #fff; --ink: #1c2430; --soft: #5a6472; --rule: #dfe3e8; --all: #9db8d9; --known: #0a5fb4; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #12161c; --ink: #e6eaf0; --soft: #9aa5b3; --rule: #2a313b; --all: #3d5878; --known: #6cb6ff; }
}
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { margin: 0 auto; max-width: 64rem; padding: 2rem 1.5rem 4rem; }
h1 { margin: 0 0 .5rem; font-size: 1.75rem; line-height: 1.25; }
h2 { margin: 0; font-size: 1.25rem; }
h3 { margin: 1.25rem 0 .25rem; font-size: 1rem; }
p { margin: .25rem 0; color: var(--soft); }
section { margin-top: 2rem; }
svg { display: block; width: 100%; height: auto; margin-top: .75rem; }
.all { fill: var(--all); }
.known { fill: var(--known); }
text { fill: var(--soft); font-size: 12px; }
.wide { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--rule); text-align: start; vertical-align: top; }
td:nth-child(n + 2) { white-space: nowrap; }
ul { margin: .25rem 0 0; padding-inline-start: 1.25rem; color: var(--soft); font-size: .875rem; }
`;
