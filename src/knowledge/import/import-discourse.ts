import { type Finding, fault, quoted } from '../format/problem.ts';
import { cleanAnswer } from './clean-lines.ts';
import type { Defaults, Draft, Drafts, LineRepair } from './draft.ts';
import { asksIn } from './faq-lines.ts';
import { listInArticle } from './list-in-article.ts';
import type { Data } from './read-data.ts';

/** A topic of Discourse, a forum, as its API gives it (`/t/<slug>/<id>.json`). */
interface Topic {
  readonly title?: unknown;
  readonly tags?: unknown;
  readonly post_stream?: unknown;
}

interface Post {
  /** HTML. */
  readonly cooked?: unknown;
  readonly accepted_answer?: unknown;
}

const asObject = <T extends object>(value: unknown): Partial<T> =>
  typeof value === 'object' && value !== null ? value : {};
const asText = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const postsOf = (topic: Topic): readonly Partial<Post>[] => {
  const { posts } = asObject<{ posts: unknown }>(topic.post_stream);
  return Array.isArray(posts) ? posts.map((post) => asObject<Post>(post)) : [];
};

/**
 * Topics with the post that was accepted as their answer; one that asks nothing answers with its first. Absent where it
 * is something else.
 */
export function readDiscourse({ value, lineOf }: Data, defaults: Defaults): Drafts | undefined {
  const topics: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (topics.length === 0 || !topics.every((topic) => postsOf(asObject<Topic>(topic)).length > 0)) return undefined;
  const [drafts, findings, repairs]: [Draft[], Finding[], LineRepair[]] = [[], [], []];
  for (const one of topics) {
    const topic = asObject<Topic>(one);
    const [title, line] = [asText(topic.title), lineOf(one)];
    const posts = postsOf(topic);
    const answer = asText(
      (posts.find((post) => post.accepted_answer === true) ?? (asksIn(title) ? undefined : posts[0]))?.cooked,
    );
    if (answer === '') {
      findings.push(fault(line, 'unanswered-item', { item: quoted(title) }));
      continue;
    }
    const cleaned = cleanAnswer(answer, line);
    repairs.push(...cleaned.repairs);
    const tags = Array.isArray(topic.tags) ? topic.tags.map(asText) : [];
    const draft: Draft = {
      ...defaults,
      title,
      phrasings: [],
      answer: cleaned.text,
      tags: tags.filter((tag) => tag !== ''),
      line,
      answerLine: () => line,
    };
    const inside = listInArticle(draft, defaults);
    drafts.push(...(inside?.drafts ?? [draft]));
    findings.push(...(inside?.findings ?? []));
    repairs.push(...(inside?.repairs ?? []));
  }
  return { drafts, findings, repairs };
}
