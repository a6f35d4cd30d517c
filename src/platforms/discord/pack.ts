import { type Chunk, joined } from './markdown.ts';

/** Room for text: in one embed, and in all embeds of one message. */
export interface Room {
  readonly embed: number;
  readonly message: number;
}

/** Fills messages with embeds, and embeds with blocks: parted between blocks where a block fits, within it only where none could hold it. */
export function packed(groups: readonly (readonly Chunk[])[], room: Room): string[][] {
  const messages: Chunk[][][] = [[[]]];
  const last = (): Chunk[] => messages.at(-1)?.at(-1) ?? [];
  const used = (): number => (messages.at(-1) ?? []).reduce((sum, embed) => sum + joined(embed).length, 0);
  const fits = (parts: readonly Chunk[]): boolean => {
    const grown = joined([...last(), ...parts]).length;
    return grown <= room.embed && used() - joined(last()).length + grown <= room.message;
  };
  const open = (length: number): void => {
    if (last().length === 0) return;
    if (used() + length <= room.message) messages.at(-1)?.push([]);
    else messages.push([[]]);
  };
  const put = (parts: readonly Chunk[]): void => {
    const length = joined(parts).length;
    if (!fits(parts) && length <= room.embed) open(length);
    if (fits(parts)) last().push(...parts);
    else if (parts.length > 1) for (const part of parts) put([part]);
    else messages.push([[...parts]]);
  };
  for (const group of groups) put(group);
  return messages.map((embeds) => embeds.filter((embed) => embed.length > 0).map(joined)).filter((embeds) => embeds.length > 0);
}
