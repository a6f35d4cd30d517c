type Json = Record<string, unknown>;

/** Faults in a call to Discord: a message that could ping, or something too long, empty, doubled or malformed. */
export function problemsIn(method: string, path: string, body: Json): string[] {
  const isCallback = path.endsWith('/callback');
  if (method === 'PUT' && path.endsWith('/commands')) return commandsIn(body as unknown as readonly Command[]);
  const data = (isCallback ? body.data : body) as Json | undefined;
  if (!JSON.stringify(body).isWellFormed()) return ['half a surrogate pair'];
  if (isCallback && body.type === 8) return choicesIn(data?.choices as readonly Json[]);
  if (isCallback && body.type === 9) return modalIn(data ?? {});
  const isMessage = isCallback
    ? [4, 5, 7].includes(body.type as number)
    : /\/messages(?:\/\d+|\/@original)?$|^\/webhooks\/\d+\/[^/]+$/.test(path) &&
      (method === 'POST' || method === 'PATCH');
  return isMessage ? messageIn(data ?? {}, isCallback && body.type === 5) : [];
}

/** A command, or something below it: a subcommand, or an option. */
interface Command extends Json {
  readonly name: string;
  readonly description?: string;
  readonly options?: readonly Command[];
  readonly type?: number;
  readonly required?: boolean;
}

/** Names that Discord accepts for slash commands, subcommands and options. */
const COMMAND_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
/** Types of options that are subcommands. */
const BELOW = [1, 2];

/** In each language, names must be unique among their siblings. A command has either subcommands or options. */
function commandsIn(all: readonly Command[]): string[] {
  const typed = all.filter(({ type }) => type === 1);
  const units = (part: Command): number =>
    part.name.length + text(part.description).length + (part.options ?? []).reduce((sum, one) => sum + units(one), 0);
  return [
    ...(typed.length > 100 ? ['too many commands'] : []),
    ...namesIn(typed),
    ...typed.flatMap((command) => [
      ...below(command),
      ...(units(command) > 8000 ? [`${command.name}: ${units(command)} units`] : []),
    ]),
  ];
}

function namesIn(all: readonly Command[]): string[] {
  const locales = new Set(all.flatMap((one) => Object.keys((one.name_localizations as object | undefined) ?? {})));
  const nameOf = (one: Command, locale?: string): string =>
    (locale === undefined
      ? undefined
      : ((one.name_localizations as Json | undefined)?.[locale] as string | undefined)) ?? one.name;
  return [undefined, ...locales].flatMap((locale) => {
    const names = all.map((one) => nameOf(one, locale));
    return [
      ...names.filter((name, at) => names.indexOf(name) !== at).map((name) => `${name} twice`),
      ...names.filter((name) => !COMMAND_NAME.test(name) || name !== name.toLowerCase()).map((name) => `name ${name}`),
    ];
  });
}

function below({ name, options = [], description }: Command): string[] {
  const isNest = options.some(({ type }) => BELOW.includes(type ?? 0));
  return [
    ...within(`description of ${name}`, description, 1, 100),
    ...(options.length > 25 ? [`${name}: ${options.length} options`] : []),
    ...(isNest && options.some(({ type }) => !BELOW.includes(type ?? 0)) ? [`${name}: names beside options`] : []),
    ...(options.findLastIndex(({ required }) => required) > options.findIndex(({ required }) => !required) &&
    options.some(({ required }) => !required)
      ? [`${name}: required behind optional`]
      : []),
    ...namesIn(options),
    ...options.flatMap((one) => below(one)),
  ];
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const within = (what: string, value: unknown, least: number, most: number): string[] =>
  text(value).length < least || text(value).length > most ? [`${what}: ${text(value).length} units`] : [];

/** Flag of a message in components V2. */
const V2 = 1 << 15;

interface Part extends Json {
  readonly type?: number;
  readonly components?: readonly Part[];
}

const flat = (parts: readonly Part[]): Part[] => parts.flatMap((part) => [part, ...flat(part.components ?? [])]);

/** Whether a message pings anybody but the one member that it mentions, or the helpers' role. */
function mayPing({ allowed_mentions: allowed, components }: Json): boolean {
  const { users = [], roles = [], ...rest } = (allowed ?? {}) as Readonly<Record<string, readonly string[]>>;
  const [first] = (components ?? []) as readonly Part[];
  return (
    JSON.stringify(rest) !== '{"parse":[],"replied_user":false}' ||
    users.length + roles.length > 1 ||
    [...users.map((user) => `<@${user}>`), ...roles.map((role) => `<@&${role}>`)].some(
      (call) => first?.content !== call,
    )
  );
}

function messageIn(message: Json, isDeferred: boolean): string[] {
  const pings = mayPing(message) ? ['may ping'] : [];
  if (isDeferred) return pings;
  const { components, flags, content, embeds } = message as {
    components?: readonly Part[];
    flags?: unknown;
    content?: unknown;
    embeds?: unknown;
  };
  const all = flat(components ?? []);
  const texts = all.filter(({ type }) => type === 10);
  const total = texts.reduce((sum, part) => sum + text(part.content).length, 0);
  return [
    ...pings,
    // A message has either embeds or components.
    ...((typeof flags === 'number' && (flags & V2) !== 0) === (!content && !embeds) ? [] : ['of two versions']),
    ...(all.length > 40 ? [`${all.length} components`] : []),
    ...(texts.length === 0 && !embeds && !content ? ['no text'] : []),
    ...texts.flatMap((part) => (text(part.content).trim() === '' ? ['an empty text'] : [])),
    ...(total > 4000 ? [`${total} units in all`] : []),
    ...all
      .filter(({ type }) => type === 17)
      .flatMap(({ components: inner = [] }) =>
        inner.length === 0 || inner.some(({ type }) => type === 17) ? ['a container'] : [],
      ),
    ...rowsIn(all.filter(({ type }) => type === 1)),
  ];
}

/** A row has buttons, or one menu, which has no label. */
const BUTTON = 2;

function rowsIn(rows: readonly Part[]): string[] {
  const buttons = rows.flatMap(({ components = [] }) => components);
  const links = buttons.filter(({ style }) => style === 5);
  const others = buttons.filter(({ style }) => style !== 5);
  const ids = others.map(({ custom_id: id }) => id);
  return [
    ...(rows.some(({ components = [] }) => components.length === 0 || components.length > 5) ? ['rows'] : []),
    ...(new Set(ids).size === ids.length ? [] : ['an id twice']),
    ...others.flatMap(({ type, custom_id: id, label, emoji }) => [
      ...within('custom_id', id, 1, 100),
      ...(type !== BUTTON || (emoji && label === undefined) ? [] : within('label', label, 1, 80)),
    ]),
    ...links.flatMap(({ url, label, custom_id: id }) => [
      ...within('url', url, 1, 512),
      ...within('label', label, 1, 80),
      ...(/^https?:\/\//.test(text(url)) && id === undefined ? [] : ['a link']),
    ]),
  ];
}

const choicesIn = (choices: readonly Json[]): string[] => [
  ...(choices.length > 25 ? ['too many choices'] : []),
  ...choices.flatMap(({ name, value }) => [...within('name', name, 1, 100), ...within('value', value, 1, 100)]),
];

/** A field of a modal, by the type of its component: text, menu, file, radio buttons, or checkboxes. */
function inLabel(component: Json): string[] {
  const { type, options, min_values: least = 1, max_values: most = 1, required = true } = component as Field;
  switch (type) {
    case 4:
      return within('value', component.value, 0, 4000);
    case 3:
      return [
        ...(options === undefined || options.length < 1 || options.length > 25
          ? ['a menu without 1 to 25 options']
          : []),
        ...(options ?? []).flatMap((one) => [
          ...within('value', one.value, 1, 100),
          ...within('label', one.label, 1, 100),
        ]),
        ...((options ?? []).filter((one) => one.default === true).length > most ? ['too many chosen'] : []),
        ...pickedIn(component as Field),
      ];
    case 6:
    case 8:
      return pickedIn(component as Field);
    case 19:
      return least < 0 || least > 10 || most < 1 || most > 10 || least > most || (!required && least > 0)
        ? [`${least} to ${most} files`]
        : [];
    case 21:
      return boxesIn(options, 2, 1);
    case 22:
      return [
        ...boxesIn(options, 1, component.max_values === undefined ? (options?.length ?? 0) : most),
        ...(least < 0 || least > (options?.length ?? 0) || (!required && least > 0) ? [`${least} boxes at least`] : []),
      ];
    default:
      return [`a field of type ${type}`];
  }
}

/** Faults in how many values may be picked in a menu. */
function pickedIn({ min_values: least = 1, max_values: most = 1, required = true, ...field }: Field): string[] {
  return [
    ...(least < 0 || least > most || most < 1 || most > 25 || (!required && least > 0) ? [`${least} to ${most}`] : []),
    ...((field.default_values?.length ?? 0) > most ? ['too many picked'] : []),
  ];
}

/** Faults in boxes to tick. @param least number of them @param most boxes that may be ticked to begin with */
function boxesIn(options: readonly Json[] = [], least: number, most: number): string[] {
  const values = options.map(({ value }) => value);
  return [
    ...(options.length < least || options.length > 10 ? [`${options.length} boxes`] : []),
    ...(new Set(values).size === values.length ? [] : ['a box twice']),
    ...(options.filter((one) => one.default === true).length > most ? ['too many ticked'] : []),
    ...options.flatMap((one) => [
      ...within('value', one.value, 1, 100),
      ...within('label', one.label, 1, 100),
      ...within('hint', one.description ?? '…', 1, 100),
    ]),
  ];
}

interface Field extends Json {
  readonly type: number;
  readonly options?: readonly Json[];
  readonly default_values?: readonly Json[];
  readonly min_values?: number;
  readonly max_values?: number;
  readonly required?: boolean;
}

function modalIn({ custom_id: id, title, components }: Json): string[] {
  const fields = components as readonly {
    readonly label: string;
    readonly description?: string;
    readonly component: Json;
  }[];
  return [
    ...within('custom_id', id, 1, 100),
    ...within('title', title, 1, 45),
    ...(fields.length < 1 || fields.length > 5 ? [`${fields.length} fields`] : []),
    ...fields.flatMap(({ label, description, component }) => [
      ...within('label', label, 1, 45),
      ...within('hint', description, 0, 100),
      ...within('custom_id', component.custom_id, 1, 100),
      ...inLabel(component),
    ]),
    ...(new Set(fields.map(({ component }) => component.custom_id)).size === fields.length ? [] : ['a field twice']),
  ];
}
