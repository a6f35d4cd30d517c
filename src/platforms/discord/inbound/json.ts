export type Json = Readonly<Record<string, unknown>>;

export const json = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {});
/** An id of Discord's: it may become part of an address. */
export const snowflake = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{1,20}$/.test(value) ? value : undefined;
export const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
export const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(text).filter((one) => one !== undefined) : [];
export const list = (value: unknown): Json[] => (Array.isArray(value) ? value.map(json) : []);
