import { isPackage, typedAs } from './typed-as.ts';

/** A command of the command line, as its help tells it. */
interface Usage {
  /** The words that are typed. */
  readonly name: string;
  /** Its use, in one line. */
  readonly does: string;
  /** Ways to call it, as `typedAs` takes them. */
  readonly calls: readonly string[];
  /** Options, and what each does. Default: it has none. */
  readonly options?: Readonly<Record<string, string>>;
}

const SOURCE = {
  '--language TAG': 'the language of texts that do not say theirs',
  '--source TITLE': 'the title of the source that answers name',
  '--source-url URL': 'its address',
  '--dry-run': 'only shows what would change',
  '--force': 'also if other answers would break',
  '--strict': 'refuses everything if anything cannot be read',
};

const COMMANDS: readonly Usage[] = [
  {
    name: 'start',
    does: 'answers in chats, on pages, or in the terminal',
    calls: ['start'],
  },
  {
    name: 'ask',
    does: 'answers one question, or many',
    calls: ['ask -- "your question"', 'ask -- --jsonl < questions.jsonl > answers.jsonl'],
    options: {
      '--locale TAG': "the asker's language, such as zh-CN: a hint",
      '--json': 'one JSON object instead of text',
      '--explain': 'below the answer: how sure the bot is, and why',
      '--jsonl': 'reads {"id", "text", "locale"?} a line, prints one answer a line',
      '--knowledge DIR': 'another pack, without what was taught',
    },
  },
  {
    name: 'init',
    does: "makes a folder for a bot of one's own, to be kept in Git",
    calls: ['init -- FOLDER'],
    options: {
      '--title TITLE': "the title of its first pack; without it, the folder's name",
      '--language TAG': 'the language of its first entry; without it, DEFAULT_LANGUAGE',
      '--package SPEC': 'what to install, as npm takes it: a version, or file: and a package',
    },
  },
  { name: 'doctor', does: 'checks the setup, and says what to fix', calls: ['doctor'] },
  { name: 'data backup', does: 'copies the database while the bot runs', calls: ['data -- backup FILE'] },
  { name: 'data restore', does: 'restores a backup; stop the bot first', calls: ['data -- restore FILE'] },
  {
    name: 'knowledge new',
    does: 'makes a pack with one entry to copy',
    calls: ['knowledge -- new FOLDER'],
    options: {
      '--title TITLE': "the pack's title; without it, the folder's name",
      '--language TAG': 'the language of its first entry; without it, DEFAULT_LANGUAGE',
    },
  },
  {
    name: 'knowledge check',
    does: 'names everything that is wrong, and gives advice',
    calls: ['knowledge -- check [DIR]'],
    options: {
      '--all': 'all advice, not only the first of it',
      '--against DIR': 'the knowledge as it was: names what it answered, and this one does not',
    },
  },
  {
    name: 'knowledge prepare',
    does: 'learns the knowledge, so that the next start is quick',
    calls: ['knowledge -- prepare'],
  },
  {
    name: 'knowledge export',
    does: 'writes the packs with everything that was taught',
    calls: ['knowledge -- export DIR'],
    options: { '--community platform:id': "whose decisions; without it, the terminal's" },
  },
  {
    name: 'knowledge site',
    does: 'makes web pages of packs; see docs/site.md',
    calls: ['knowledge -- site --into FOLDER', 'knowledge -- site PACK... --into FOLDER'],
    options: {
      '--into FOLDER': 'the folder that is written: a new one, or that of the site before',
      '--url URL': 'where it will be served; without it, SITE_URL',
      '--community platform:id': 'also what this community publishes of its own',
    },
  },
  {
    name: 'knowledge import',
    does: 'makes a pack of what people have; see docs/import.md',
    calls: ['knowledge -- import SOURCE... --into FOLDER', 'knowledge -- import SOURCE...'],
    options: {
      '--into FOLDER': 'the pack that is made or added to; without it, they go into a community',
      ...SOURCE,
      '--yes': 'into a community: does not ask before it imports',
      '--pack NAME': 'into a community: the pack that new entries belong to',
      '--community platform:id': "into a community: which one; without it, the terminal's",
    },
  },
  {
    name: 'knowledge mine',
    does: 'finds what old chats asked; see docs/mining.md',
    calls: ['knowledge -- mine EXPORT --into FOLDER'],
    options: {
      '--into FOLDER': 'where the report and the proposed entries go; no bot reads it',
      '--language TAG': SOURCE['--language TAG'],
      '--source TITLE': SOURCE['--source TITLE'],
      '--source-url URL': SOURCE['--source-url URL'],
    },
  },
  {
    name: 'knowledge accept',
    does: 'moves proposed entries into a pack',
    calls: ['knowledge -- accept FILE... --into FOLDER'],
    options: { '--into FOLDER': 'the pack' },
  },
];

/** `check` is short for `knowledge check`. */
export const inFull = (typed: readonly string[]): readonly string[] =>
  COMMANDS.some(({ name }) => name === `knowledge ${typed[0]}`) ? ['knowledge', ...typed] : typed;

/** Help on the commands that begin with the words that were typed; on all if none does. */
export function usageOf(typed: readonly string[]): string {
  const words = inFull(typed.filter((word) => !word.startsWith('-')));
  const begins = ({ name }: Usage, count: number) => `${name} `.startsWith(`${words.slice(0, count).join(' ')} `);
  const fitting = [2, 1].map((count) => COMMANDS.filter((command) => words.length > 0 && begins(command, count)));
  const found = fitting.find((commands) => commands.length > 0) ?? [];
  const [only, ...others] = found;
  return only && others.length === 0 ? whole(only) : overview(found.length > 0 ? found : COMMANDS);
}

function whole({ name, does, calls, options = {} }: Usage): string {
  const lines = table(Object.entries(options));
  const list = lines.length === 0 ? [] : ['', 'Options:', ...lines];
  const title = isPackage() ? name.replace(/^knowledge /, '') : name;
  return `${[`${title}: ${does}`, '', ...calls.map((call) => `  ${typedAs(call)}`), ...list].join('\n')}\n`;
}

const overview = (commands: readonly Usage[]): string =>
  `${[
    ...table(commands.map(({ calls: [call = ''], does }) => [typedAs(call), does])),
    '',
    `The options of a command: add --help, as in ${typedAs('knowledge -- import --help')}`,
  ].join('\n')}\n`;

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
