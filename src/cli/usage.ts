import { isPackage, typedAs } from './typed-as.ts';

/** The help for a command of the command line. */
export interface Usage {
  /** Description in one line. */
  readonly does: string;
  /** Ways to call it, for `typedAs`. */
  readonly calls: readonly string[];
  /** Least and greatest number of arguments. Default: no arguments are allowed. */
  readonly paths?: readonly [least: number, most: number];
  /** Default: none. */
  readonly options?: Readonly<Record<string, Option>>;
}

type Option = ReturnType<typeof text> | ReturnType<typeof flag>;

/** An option with a value. @param value its name in help texts */
const text = (value: string, does: string) => ({ type: 'string', value, does }) as const;
const flag = (does: string) => ({ type: 'boolean', value: '', does }) as const;

const ANY = Number.POSITIVE_INFINITY;

const SOURCE = {
  language: text('TAG', 'the language of texts that do not say theirs'),
  source: text('TITLE', 'the title of the source that answers name'),
  'source-url': text('URL', 'its address'),
  'dry-run': flag('only shows what would change'),
  force: flag('also if other answers would break'),
  strict: flag('refuses everything if anything cannot be read'),
};

/** Commands by the words with which they are called. */
export const COMMANDS = {
  start: {
    does: 'answers in chats, on pages, or in the terminal',
    calls: ['start'],
  },
  ask: {
    does: 'answers one question, or many',
    calls: ['ask -- "your question"', 'ask -- --jsonl < questions.jsonl > answers.jsonl'],
    paths: [0, ANY],
    options: {
      locale: text('TAG', "the asker's language, such as zh-CN: a hint"),
      json: flag('one JSON object instead of text'),
      explain: flag('below the answer: how sure the bot is, and why'),
      jsonl: flag('reads {"id", "text", "locale"?} a line, prints one answer a line'),
      knowledge: text('DIR', 'another pack, without what was taught'),
    },
  },
  init: {
    does: "makes a folder for a bot of one's own, to be kept in Git",
    calls: ['init -- FOLDER'],
    paths: [1, 1],
    options: {
      title: text('TITLE', "the title of its first pack; without it, the folder's name"),
      language: text('TAG', 'the language of its first entry; without it, DEFAULT_LANGUAGE'),
      package: text('SPEC', 'what to install: a version, a file of npm pack (which is copied), or git+https://...'),
    },
  },
  doctor: { does: 'checks the setup, and says what to fix', calls: ['doctor'] },
  'data backup': { does: 'copies the database while the bot runs', calls: ['data -- backup FILE'], paths: [1, 1] },
  'data restore': { does: 'restores a backup; stop the bot first', calls: ['data -- restore FILE'], paths: [1, 1] },
  'knowledge new': {
    does: 'makes a pack with one entry to copy',
    calls: ['knowledge -- new FOLDER'],
    paths: [1, 1],
    options: {
      title: text('TITLE', "the pack's title; without it, the folder's name"),
      language: text('TAG', 'the language of its first entry; without it, DEFAULT_LANGUAGE'),
    },
  },
  'knowledge check': {
    does: 'names everything that is wrong, and gives advice',
    calls: ['knowledge -- check [DIR]'],
    paths: [0, 1],
    options: {
      all: flag('all advice, not only the first of it'),
      against: text('DIR', 'the knowledge as it was: names what it answered, and this one does not'),
    },
  },
  'knowledge phrasings': {
    does: 'gets other ways to ask for entries that have few',
    calls: [
      'knowledge -- phrasings PACK',
      'knowledge -- phrasings PACK --prompt FILE',
      'knowledge -- phrasings PACK --take FILE...',
      'knowledge -- phrasings PACK --model NAME --api URL',
    ],
    paths: [1, ANY],
    options: {
      prompt: text('FILE', 'writes what to ask a language model or a person'),
      take: text('FILE...', 'reads what came back, shows it, and adds what you tick'),
      model: text('NAME', 'asks this language model instead; without it, PHRASINGS_MODEL'),
      api: text('URL', 'where it is: any service with chat completions; without it, PHRASINGS_API_URL'),
      wanted: text('NUMBER', 'phrasings that each entry should have; without it, 5'),
      yes: flag('takes all that pass, and does not ask'),
    },
  },
  'knowledge prepare': {
    does: 'learns the knowledge, so that the next start is quick',
    calls: ['knowledge -- prepare'],
  },
  'knowledge weigh': {
    does: 'fits the weights of a pack for all who load it',
    calls: ['knowledge -- weigh PACK'],
    paths: [1, 1],
  },
  'knowledge export': {
    does: 'writes the packs with everything that was taught',
    calls: ['knowledge -- export DIR'],
    paths: [1, 1],
    options: { community: text('platform:id', "whose decisions; without it, the terminal's") },
  },
  'knowledge site': {
    does: 'makes web pages of packs; see docs/site.md',
    calls: ['knowledge -- site --into FOLDER', 'knowledge -- site PACK... --into FOLDER'],
    paths: [0, ANY],
    options: {
      into: text('FOLDER', 'the folder that is written: a new one, or that of the site before'),
      url: text('URL', 'where it will be served; without it, SITE_URL'),
      community: text('platform:id', 'also what this community publishes of its own'),
    },
  },
  'knowledge import': {
    does: 'makes a pack of what people have; see docs/import.md',
    calls: ['knowledge -- import SOURCE... --into FOLDER', 'knowledge -- import SOURCE...'],
    paths: [1, ANY],
    options: {
      into: text('FOLDER', 'the pack that is made or added to; without it, they go into a community'),
      ...SOURCE,
      yes: flag('into a community: does not ask before it imports'),
      pack: text('NAME', 'into a community: the pack that new entries belong to'),
      community: text('platform:id', "into a community: which one; without it, the terminal's"),
    },
  },
  'knowledge mine': {
    does: 'finds what old chats asked; see docs/mining.md',
    calls: ['knowledge -- mine EXPORT --into FOLDER'],
    paths: [1, 1],
    options: {
      into: text('FOLDER', 'where the report and the proposed entries go; no bot reads it'),
      language: SOURCE.language,
      source: SOURCE.source,
      'source-url': SOURCE['source-url'],
    },
  },
  'knowledge accept': {
    does: 'moves proposed entries into a pack',
    calls: ['knowledge -- accept FILE... --into FOLDER'],
    paths: [1, ANY],
    options: { into: text('FOLDER', 'the pack') },
  },
} as const satisfies Readonly<Record<string, Usage>>;

export type CommandName = keyof typeof COMMANDS;

/** The parsed options of a command. */
export type ValuesOf<N extends CommandName> = (typeof COMMANDS)[N] extends { readonly options: infer O }
  ? { readonly [K in keyof O]?: (O[K] extends { readonly type: 'boolean' } ? boolean : string) | undefined }
  : Readonly<Record<string, never>>;

const ALL: readonly (readonly [name: string, usage: Usage])[] = Object.entries(COMMANDS);

/** The whole words of a command: `check` is short for `knowledge check`. */
export const inFull = (typed: readonly string[]): readonly string[] =>
  `knowledge ${typed[0]}` in COMMANDS ? ['knowledge', ...typed] : typed;

/** Help for the commands that begin with the typed words, or for all if none does. */
export function usageOf(typed: readonly string[]): string {
  const words = inFull(typed.filter((word) => !word.startsWith('-')));
  const begins = (name: string, count: number) => `${name} `.startsWith(`${words.slice(0, count).join(' ')} `);
  const fitting = [2, 1].map((count) => ALL.filter(([name]) => words.length > 0 && begins(name, count)));
  const found = fitting.find((commands) => commands.length > 0) ?? ALL;
  const [only, ...others] = found;
  return only && others.length === 0 ? whole(...only) : overview(found);
}

function whole(name: string, { does, calls, options = {} }: Usage): string {
  const lines = table(Object.entries(options).map(([key, { value, does }]) => [`--${key} ${value}`.trim(), does]));
  const list = lines.length === 0 ? [] : ['', 'Options:', ...lines];
  const title = isPackage() ? name.replace(/^knowledge /, '') : name;
  return `${[`${title}: ${does}`, '', ...calls.map((call) => `  ${typedAs(call)}`), ...list].join('\n')}\n`;
}

const overview = (commands: typeof ALL): string =>
  `${[
    ...table(
      commands.map(
        ([
          ,
          {
            calls: [call = ''],
            does,
          },
        ]) => [typedAs(call), does],
      ),
    ),
    '',
    `The options of a command: add --help, as in ${typedAs('knowledge -- import --help')}`,
  ].join('\n')}\n`;

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
