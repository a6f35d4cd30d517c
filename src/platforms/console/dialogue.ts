import type { Say } from '../../bot/answers/messages.ts';
import type { Form, FormField } from '../../bot/answers/reply.ts';
import { answerForm, isGivenUp, startForm } from '../../bot/platform/form-dialogue.ts';

/** A form, asked question by question. */
export interface ConsoleDialogue {
  /** The question that is open. */
  readonly prompt: () => string;
  readonly answer: (line: string) => Step;
}

export type Step =
  | { readonly kind: 'next'; readonly prompt: string }
  | { readonly kind: 'done'; readonly command: string; readonly options: Readonly<Record<string, string>> }
  /** Given up. */
  | { readonly kind: 'left' };

/**
 * An empty line keeps the present value. No line that begins with `/` is taken but `/cancel`, or a slip would cost all
 * that was typed; `\/` begins an answer with it.
 */
export function startDialogue(form: Form, say: Say): ConsoleDialogue {
  let open = startForm(form);
  const prompt = (): string => promptOf(form, open.at, say);
  const again = (key: string): Step => ({ kind: 'next', prompt: `${say(key)}\n\n${prompt()}` });
  return {
    prompt,
    answer: (line) => {
      const words = line.trim();
      const field = form.fields[open.at];
      if (words.startsWith('/') && !isGivenUp(words)) return again('form-slash');
      const step = answerForm(open, words === '' || !field ? undefined : readValue(words, field));
      if (step.kind === 'again') return again('form-required');
      if (step.kind === 'left') return step;
      if (step.kind === 'done') return { kind: 'done', command: form.command, options: step.options };
      open = { form, at: step.at, values: step.values };
      return { kind: 'next', prompt: prompt() };
    },
  };
}

/** Enter ends an answer, so `\n` means a new line; `\\n` is those two letters. */
function readValue(words: string, { long }: FormField): string {
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
