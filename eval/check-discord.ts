type Json = Record<string, unknown>;

/** What is wrong with a call to Discord: a message that could ping, something that is too long, empty, doubled or not well-formed. */
export function problemsIn(method: string, path: string, body: Json): string[] {
  const isCallback = path.endsWith('/callback');
  const data = (isCallback ? body.data : body) as Json | undefined;
  if (!JSON.stringify(body).isWellFormed()) return ['half a surrogate pair'];
  if (isCallback && body.type === 8) return choicesIn(data?.choices as readonly Json[]);
  if (isCallback && body.type === 9) return modalIn(data ?? {});
  const isMessage = isCallback ? [4, 5, 7].includes(body.type as number) : /\/messages(?:\/\d+|\/@original)?$|^\/webhooks\/\d+\/[^/]+$/.test(path) && (method === 'POST' || method === 'PATCH');
  return isMessage ? messageIn(data ?? {}, isCallback && body.type === 5) : [];
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const within = (what: string, value: unknown, least: number, most: number): string[] => (text(value).length < least || text(value).length > most ? [`${what}: ${text(value).length} units`] : []);

/** Made of components alone. */
const V2 = 1 << 15;

/** Nobody is told of a message but the one member whom it calls. */
function mayPing({ allowed_mentions: allowed, content }: Json): boolean {
  const { users = [], ...rest } = (allowed ?? {}) as { readonly users?: readonly string[] };
  return JSON.stringify(rest) !== '{"parse":[],"replied_user":false}' || users.length > 1 || users.some((user) => content !== `<@${user}>`);
}

/** Components as Discord counts them. */
function panelIn({ components, embeds, content }: Json): string[] {
  const parts = partsOf((components ?? []) as readonly Json[]);
  const ids = parts.map(({ custom_id: id }) => id).filter((id) => id !== undefined);
  const length = parts.reduce((sum, one) => sum + text(one.content).length, 0);
  return [
    ...(embeds !== undefined || content !== undefined ? ['text beside components'] : []),
    ...(parts.length > 40 ? [`${parts.length} components`] : []),
    ...(length > 4000 ? [`${length} units in all`] : []),
    ...(new Set(ids).size === ids.length ? [] : ['an id twice']),
    ...ids.flatMap((id) => within('custom_id', id, 1, 100)),
  ];
}

const partsOf = (tree: readonly Json[]): Json[] => tree.flatMap((one) => [one, ...partsOf((one.components ?? []) as readonly Json[])]);

function messageIn(message: Json, isDeferred: boolean): string[] {
  const pings = mayPing(message) ? ['may ping'] : [];
  if (isDeferred) return pings;
  if ((Number(message.flags) & V2) !== 0) return [...pings, ...panelIn(message)];
  const embeds = (message.embeds ?? []) as readonly { title?: string; description?: string; footer?: Json; author?: Json }[];
  const total = embeds.reduce((sum, { title, description, footer, author }) => sum + [title, description, footer?.text, author?.name].map(text).join('').length, 0);
  const parts = embeds.flatMap(({ title, description, footer, author }) => [
    ...within('title', title, 0, 256),
    ...within('description', description, 0, 4096),
    ...within('footer', footer?.text, 0, 2048),
    ...within('author', author?.name, 0, 256),
    ...(text(title) + text(description) + text(footer?.text) + text(author?.name) === '' ? ['an empty embed'] : []),
  ]);
  return [
    ...pings,
    ...(embeds.length === 0 || embeds.length > 10 ? [`${embeds.length} embeds`] : []),
    ...(total > 6000 ? [`${total} units in all`] : []),
    ...parts,
    ...rowsIn((message.components ?? []) as readonly { components: readonly Json[] }[]),
  ];
}

function rowsIn(rows: readonly { readonly components: readonly Json[] }[]): string[] {
  const buttons = rows.flatMap(({ components }) => components);
  const ids = buttons.map(({ custom_id: id }) => id);
  const sizes = rows.length > 5 || rows.some(({ components }) => components.length === 0 || components.length > 5) ? ['rows'] : [];
  return [
    ...sizes,
    ...(new Set(ids).size === ids.length ? [] : ['an id twice']),
    ...buttons.flatMap(({ custom_id: id, label, emoji }) => [...within('custom_id', id, 1, 100), ...(emoji ? [] : within('label', label, 1, 80))]),
  ];
}

const choicesIn = (choices: readonly Json[]): string[] => [
  ...(choices.length > 25 ? ['too many choices'] : []),
  ...choices.flatMap(({ name, value }) => [...within('name', name, 1, 100), ...within('value', value, 1, 100)]),
];

function modalIn({ custom_id: id, title, components }: Json): string[] {
  const fields = components as readonly { readonly label: string; readonly description?: string; readonly component: Json }[];
  return [
    ...within('custom_id', id, 1, 100),
    ...within('title', title, 1, 45),
    ...(fields.length < 1 || fields.length > 5 ? [`${fields.length} fields`] : []),
    ...fields.flatMap(({ label, description, component }) => [...within('label', label, 1, 45), ...within('hint', description, 0, 100), ...within('value', component.value, 0, 4000)]),
  ];
}
