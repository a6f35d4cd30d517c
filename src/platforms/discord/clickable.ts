import { ApplicationCommandType } from 'discord.js';
import { json, snowflake, text } from './inbound/receive.ts';

/** Commands as people can click them, once it is known under which ids they are registered. */
export interface Clickable {
  /** @param registered commands as Discord has them */
  readonly learn: (registered: readonly object[]) => void;
  /** A command in Discord's Markdown. */
  readonly write: (name: string) => string;
}

export function createClickable(): Clickable {
  const ids = new Map<string, string>();
  return {
    learn: (registered) => {
      for (const { type, id, name } of registered.map(json))
        if (type === ApplicationCommandType.ChatInput && snowflake(id) !== undefined)
          ids.set(text(name) ?? '', String(id));
    },
    write: (name) => {
      const id = ids.get(name);
      return id === undefined ? `\`/${name}\`` : `</${name}:${id}>`;
    },
  };
}
