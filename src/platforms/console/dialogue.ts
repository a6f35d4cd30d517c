import type { Say } from '../../bot/answers/messages.ts';
import type { Field, Form } from '../../bot/answers/reply.ts';

/** A form, asked question by question. */
export interface Dialogue {
  /** The question that is open. */
  readonly prompt: () => string;
  readonly answer: (line: string) => Step;
}

export type Step =
  | { readonly kind: 'next'; readonly prompt: string }
  | { readonly kind: 'done'; readonly command: string; readonly options: Readonly<Record<string, string>> }
  /** Given up. */
  | { readonly kind: 'left' };

const EMPTIED = '-';

/**
 * `/cancel` gives up; `-` empties a field; an empty line keeps what stands there. No other line that begins with `/` is taken, or a
 * slip would cost all that was typed; `\/` begins an answer with it.
 */
export function startDialogue(form: Form, say: Say): Dialogue {
  const values = new Map(form.fields.map(({ name, value }) => [name, value]));
  let at = 0;
  const prompt = (): string => promptOf(form, at, say);
  const again = (key: string): Step => ({ kind: 'next', prompt: `${say(key)}\n\n${prompt()}` });
  const next = (): Step => {
    at++;
    if (at < form.fields.length) return { kind: 'next', prompt: prompt() };
    return { kind: 'done', command: form.command, options: Object.fromEntries([...values].filter(([, value]) => value !== '')) };
  };
  return {
    prompt,
    answer: (line) => {
      const words = line.trim();
      const field = form.fields[at];
      if (words === '/cancel') return { kind: 'left' };
      if (words.startsWith('/')) return again('form-slash');
      if (!field) return next();
      if (words !== '') values.set(field.name, words === EMPTIED ? '' : readValue(words, field));
      return field.required && values.get(field.name) === '' ? again('form-required') : next();
    },
  };
}

/** Enter ends an answer, so `\n` stands for a new line; `\\n` is those two letters. */
function readValue(words: string, { long }: Field): string {
  const typed = words.replace(/^\\\//, '/');
  return long ? typed.replace(/\\(\\n|n)/g, (_, letters: string) => (letters === 'n' ? '\n' : letters)) : typed;
}

function promptOf({ title, fields }: Form, at: number, say: Say): string {
  const field = fields[at];
  if (!field) return '';
  const head = at === 0 ? [title, say('form-hint'), ''] : [];
  const kept = field.value === '' ? [] : [say('form-kept', { value: field.value })];
  return [...head, say('form-field', { label: field.label }), ...kept].join('\n');
}
