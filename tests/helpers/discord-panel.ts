import { expect } from 'vitest';
import { type DiscordWorld, moderator, type Person, partsOf } from './discord-world.ts';
import type { Json } from './fake-discord.ts';

const V2 = 1 << 15;

/** The panel of settings as it stands. */
export interface Panel {
  readonly tree: readonly Json[];
  readonly text: string;
  /** The menu below words. */
  readonly select: (label: RegExp) => Json;
  /** Leads to the other pages. */
  readonly pages: Json;
  readonly button: (label: string) => Json;
  /** Buttons that open a form. */
  readonly forms: readonly Json[];
}

/** Each control comes after the words that name it. */
export function panelOf(tree: readonly Json[]): Panel {
  const parts = partsOf(tree);
  return {
    tree,
    text: parts.map(({ content }) => content ?? '').join('\n'),
    select: (label) => {
      const at = parts.findIndex(({ content }) => /^\*\*|^### .*\n-# /.test(content ?? '') && label.test(content));
      return parts.slice(at).find(({ type }) => [3, 6, 8].includes(type));
    },
    pages: parts.find(({ options }) => options?.some(({ value }: Json) => value === 'people')),
    button: (label) => parts.find((one) => one.type === 2 && one.label === label),
    forms: parts.filter((one) => one.type === 2 && one.label === '✎ Change several at once'),
  };
}

/** How people use the panel of a world's bot. */
export function panelsOf(world: DiscordWorld) {
  const alone = () => ({ id: world.discord.state.id(), flags: V2 | 64, embeds: [] });
  /** Waits for the panel that comes of it. */
  const after = async (act: (message: Json) => Promise<Json>): Promise<Panel> => {
    const before = world.discord.calls.length;
    expect((await act(alone())).type).toBe(6);
    const { body } = await world.called(
      ({ method, path }) => method === 'PATCH' && path.endsWith('/@original'),
      before,
    );
    return panelOf(body.components);
  };
  const open = async (who: Person = moderator): Promise<Panel> => {
    const { type, data } = await world.slash('settings', {}, who);
    expect([type, data.flags]).toEqual([4, V2 | 64]);
    return panelOf(data.components);
  };
  /** Chooses in a menu, or presses a button. */
  const choose = (control: Json, values: readonly string[], who: Person = moderator): Promise<Panel> =>
    after((message) =>
      control.type === 2
        ? world.press(control.custom_id, message, who)
        : world.choose(control.custom_id, values, message, who, control.type),
    );
  const turn = (panel: Panel, page: string, who: Person = moderator) => choose(panel.pages, [page], who);
  return {
    alone,
    open,
    choose,
    /** Another page of the panel. */
    turn,
    openPage: async (page: string, who: Person = moderator) => turn(await open(who), page, who),
    /** Opens a form. */
    form: async (button: Json, who: Person = moderator): Promise<Json> => {
      const { type, data } = await world.press(button.custom_id, alone(), who);
      expect(type).toBe(9);
      return data;
    },
    /** Sends a form as it was filled in. @param values that were changed in it */
    send: (form: Json, values: Record<string, string> = {}, who: Person = moderator) =>
      after((message) => world.submit(form, { ...filledIn(form), ...values }, who, message)),
  };
}

/** What a form has in its fields: words, or a line for each value. */
export const filledIn = ({ components }: Json): Record<string, string> =>
  Object.fromEntries(
    components.map(({ component: { custom_id: name, value, options, default_values: picked } }: Json) => [
      name,
      value ??
        (options ?? picked ?? [])
          .flatMap((one: Json) => (picked ? [one.id] : one.default ? [one.value] : []))
          .join('\n'),
    ]),
  );
