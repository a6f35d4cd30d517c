import type { Message, MessageEntity } from 'grammy/types';

/** Marks of Markdown around a part of a text. */
const MARKS: Partial<Record<MessageEntity['type'], string>> = {
  bold: '**',
  italic: '*',
  strikethrough: '~~',
  code: '`',
};
/** Parts that speak to a person. */
const PEOPLE: readonly string[] = ['mention', 'text_mention'];

/** A message's words in Markdown, without the people that it speaks to. */
export function markdownOf({ text, caption, entities, caption_entities: inCaption }: Message): string {
  const words = text ?? caption ?? '';
  const marks = (entities ?? inCaption ?? []).flatMap((entity) => marksOf(entity, words));
  // From the end on, so that what comes before keeps its place; what was opened last is closed first.
  const ordered = marks.map((mark, number) => ({ ...mark, number })).sort((a, b) => b.at - a.at || a.number - b.number);
  return ordered
    .reduce((rest, { at, to = at, mark }) => rest.slice(0, at) + mark + rest.slice(to), words)
    .replace(/[ \t]+/g, ' ')
    .trim();
}

/** Something to put at a place of a text, or instead of what follows up to another one. */
interface Mark {
  readonly at: number;
  readonly to?: number;
  readonly mark: string;
}

function marksOf(entity: MessageEntity, words: string): Mark[] {
  const [start, end] = [entity.offset, entity.offset + entity.length];
  if (PEOPLE.includes(entity.type)) return [{ at: start, to: end, mark: '' }];
  if (entity.type === 'text_link')
    return [
      { at: start, mark: '[' },
      { at: end, mark: `](${entity.url})` },
    ];
  if (entity.type === 'pre')
    return [
      { at: start, mark: '\n```\n' },
      { at: end, mark: '\n```\n' },
    ];
  const mark = MARKS[entity.type];
  // Marks do not count beside a space.
  const within = words.slice(start, end);
  const inner = within.trim();
  if (mark === undefined || inner === '') return [];
  const from = start + within.indexOf(inner);
  return [
    { at: from, mark },
    { at: from + inner.length, mark },
  ];
}
