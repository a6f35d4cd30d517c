import type { Field, Form } from '../../bot/reply.ts';
import type { Say } from '../../bot/words.ts';

/** A form, asked question by question. */
export interface Dialogue {
  /** The question that is open. */
  readonly prompt: () => string;
  readonly answer: (line: string) => Step;
}

export type Step =
  | { readonly kind: 'next'; readonly prompt: string }
  | { readonly kind: 'done'; readonly command: string; readonly options: Readonly<Record<string, string>> }
  /** Given up, with what was typed instead. */
  | { readonly kind: 'left'; readonly line?: string | undefined };

/** Stands for a new line, because Enter ends the answer. */
const NEW_LINE = /\\n/g;

/** `/cancel` gives up; `-` empties a field; an empty line keeps what stands there. Every other command gives up as well. */
export function startDialogue(form: Form, say: Say): Dialogue {
  const values = new Map(form.fields.map(({ name, value }) => [name, value]));
  let at = 0;
  const prompt = (): string => promptOf(form, form.fields[at], at, say);
  const next = (): Step => {
    at++;
    if (at < form.fields.length) return { kind: 'next', prompt: prompt() };
    return { kind: 'done', command: form.command, options: Object.fromEntries([...values].filter(([, value]) => value !== '')) };
  };
  return {
    prompt,
    answer: (line) => {
      const words = line.trim();
      if (words === '/cancel') return { kind: 'left' };
      if (/^\/[a-z]+/i.test(words)) return { kind: 'left', line: words };
      const field = form.fields[at];
      if (!field) return next();
      if (words !== '') values.set(field.name, words === '-' ? '' : words.replace(NEW_LINE, '\n'));
      if (field.required && values.get(field.name) === '') return { kind: 'next', prompt: `${say('form-required')}\n${prompt()}` };
      return next();
    },
  };
}

function promptOf(form: Form, field: Field | undefined, at: number, say: Say): string {
  if (!field) return '';
  const head = at === 0 ? [form.title, say('form-hint'), ''] : [];
  const kept = field.value === '' ? [] : [say('form-kept', { value: field.value })];
  return [...head, `${field.label}:`, ...kept].join('\n');
}
