import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const filesIn = (dir: string) =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(dir, name));
const FILES = [...filesIn('src'), ...filesIn('commands')].filter((file) => !file.startsWith('src/types/'));
const read = (file: string) => readFileSync(file, 'utf8');
const withoutComments = (code: string) => code.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');

/** Imports of each file, as the compiler reads them: paths from the project's folder, and names of packages. */
const IMPORTS = new Map(
  FILES.map((file) => {
    const found = ts.preProcessFile(read(file)).importedFiles.map(({ fileName }) => fileName);
    return [file, found.map((target) => (target.startsWith('.') ? join(dirname(file), target) : target))];
  }),
);
const importsOf = (file: string): readonly string[] => IMPORTS.get(file) ?? [];

/** Imports of a file that leave nothing in the built program: all of a statement that begins with `import type`. */
const typesOf = (code: string): string[] =>
  [...code.matchAll(/^(?:import|export) type \{[^}]*\} from '(.+)';$/gm)].map(([, target = '']) => target);

/** What the bot needs of other rooms is said there, once: its ports take their types from there. */
const isTypeInPort = (target: string, file: string) =>
  folders('src/bot/ports')(file) &&
  folders('src/knowledge', 'src/store/tables')(target) &&
  typesOf(read(file)).filter((name) => join(dirname(file), name) === target).length ===
    importsOf(file).filter((name) => name === target).length;

const isLibrary = (target: string) => !target.startsWith('src/') && !target.startsWith('commands/');
const isPackage = (name: string) => (target: string) => target === name || target.startsWith(`${name}/`);
const folders =
  (...names: string[]) =>
  (target: string) =>
    names.some((name) => target.startsWith(`${name}/`));

/** Imports that break a rule, as "file: target". */
function broken(dir: string, isAllowed: (target: string, file: string) => boolean): string[] {
  return FILES.filter(folders(dir)).flatMap((file) =>
    importsOf(file)
      .filter((target) => !isAllowed(target, file))
      .map((target) => `${file}: ${target}`),
  );
}

/** Libraries of databases. */
const DRIVERS = ['@photostructure/sqlite', 'kysely', 'pg'];
/** Files that know more than one room. */
const COMPOSITION = [
  'src/main.ts',
  'src/app.ts',
  'src/serving.ts',
  'src/config.ts',
  'src/knowledge-source.ts',
  'src/cli.ts',
  'src/cli/',
  'src/setup/',
  'src/site/',
];

/** What a platform may use beside the bot, in its own folder only. */
const SDKS: Readonly<Record<string, readonly string[]>> = {
  discord: ['discord.js'],
  telegram: ['grammy'],
  web: ['hono', '@hono/node-server', 'uplot', 'fflate', '@modelcontextprotocol/server'],
};
/** It forgets the oldest, wherever something is remembered. */
const isCache = isPackage('lru-cache');
const isSchema = isPackage('zod');

const PLATFORMS = readdirSync('src/platforms', { withFileTypes: true })
  .filter((one) => one.isDirectory())
  .map(({ name }) => name);

/** Thresholds, for every room. */
const POLICIES = ['policy', 'reading-policy', 'learning-policy'].map((name) => `src/core/calibration/${name}.ts`);

describe('imports', () => {
  it('are found, and lead to files', () => {
    expect(importsOf('src/core/search/library.ts')).toContain('src/core/entry/entry.ts');
    expect(importsOf('src/core/index/entry-search.ts')).toContain('minisearch');
    expect(
      FILES.flatMap((file) =>
        importsOf(file)
          .filter((target) => !isLibrary(target) && !existsSync(target))
          .map((target) => `${file}: ${target}`),
      ),
    ).toEqual([]);
  });

  it('of the core are the core and five libraries', () => {
    const libraries = ['any-ascii', 'fast-string-width', 'minisearch', 'opencc-js', 'snowball-stemmers'].map(isPackage);
    expect(broken('src/core', (target) => folders('src/core')(target) || libraries.some((is) => is(target)))).toEqual(
      [],
    );
  });

  it('of a room of the core are itself, rooms beneath it, and the policies, which import nothing', () => {
    expect(POLICIES.flatMap(importsOf)).toEqual([]);
    const rooms = [
      'text',
      'language',
      'entry',
      'index',
      'classifier',
      'ranking',
      'calibration',
      'translation',
      'search',
    ];
    expect(
      readdirSync('src/core')
        .filter((name) => !name.endsWith('.md'))
        .sort(),
    ).toEqual([...rooms].sort());
    const isBeneath = (target: string, file: string) => {
      const [own, other] = [file, target].map((name) => rooms.indexOf(name.split('/')[2] ?? '')) as [number, number];
      return isLibrary(target) || other <= own || POLICIES.includes(target);
    };
    expect(broken('src/core', isBeneath)).toEqual([]);
  });

  it('of knowledge are the core, itself and libraries', () => {
    expect(
      broken('src/knowledge', (target) => folders('src/core', 'src/knowledge')(target) || isLibrary(target)),
    ).toEqual([]);
  });

  it('of the bot are the core, itself, Fluent, the cache, and in its ports types of knowledge and tables', () => {
    expect(
      broken(
        'src/bot',
        (target, file) =>
          folders('src/core', 'src/bot')(target) ||
          isPackage('@fluent/bundle')(target) ||
          isCache(target) ||
          isTypeInPort(target, file),
      ),
    ).toEqual([]);
    expect(
      typesOf(
        "import type { A } from './a.ts';\nimport { type B } from './b.ts';\nexport type {\n  C,\n} from './c.ts';",
      ),
    ).toEqual(['./a.ts', './c.ts']);
  });

  it('hold no ambient context: what work takes part in is handed on', () => {
    expect(FILES.filter((file) => importsOf(file).includes('node:async_hooks'))).toEqual([]);
  });

  it('of the store are the bot, itself, its drivers and what Node brings', () => {
    expect(
      broken(
        'src/store',
        (target) =>
          folders('src/bot', 'src/store')(target) ||
          isCache(target) ||
          DRIVERS.some((name) => isPackage(name)(target)) ||
          isBuiltin(target),
      ),
    ).toEqual([]);
  });

  it('of all of it stand where it is put together, and nowhere else', () => {
    const everything = ['src/store', 'src/platforms', 'commands'];
    const users = FILES.filter((file) =>
      importsOf(file).some((target) =>
        everything.some((dir) => folders(dir)(target) && !folders(dir)(file) && !isTypeInPort(target, file)),
      ),
    );
    expect(users.filter((file) => !COMPOSITION.some((allowed) => file.startsWith(allowed)))).toEqual([]);
  });

  it('of the site are knowledge, the bot, the core, and of platforms how the pages show text', () => {
    const rooms = folders('src/core', 'src/knowledge', 'src/bot', 'src/site', 'src/platforms/web/render');
    expect(broken('src/site', (target) => rooms(target) || isLibrary(target))).toEqual([]);
  });

  it('of commands are the bot, the core and each other', () => {
    expect(broken('commands', folders('src/bot', 'src/core', 'commands'))).toEqual([]);
  });

  it.each(PLATFORMS)('of the platform %s are no other platform', (name) => {
    const dir = `src/platforms/${name}`;
    const isSdk = (target: string) => (SDKS[name] ?? []).some((sdk) => isPackage(sdk)(target));
    expect(
      broken(
        dir,
        (target) =>
          folders('src/bot', 'src/core', dir)(target) ||
          isBuiltin(target) ||
          isSdk(target) ||
          isCache(target) ||
          isSchema(target),
      ),
    ).toEqual([]);
  });
});

describe('names', () => {
  it('of platforms stand in no code of core, bot or commands', () => {
    const inner = FILES.filter(folders('src/core', 'src/bot', 'commands'));
    expect(inner.filter((file) => /\b(?:console|discord|telegram|web)\b/i.test(withoutComments(read(file))))).toEqual(
      [],
    );
  });

  it('of chat platforms stand in their folders and in the list, and nowhere else', () => {
    const chats = PLATFORMS.filter((name) => existsSync(`src/platforms/${name}/chat.ts`));
    expect(chats).toEqual(['discord', 'telegram']);
    const names = new RegExp(chats.join('|'), 'i');
    const mayName = [
      ...chats.map((name) => `src/platforms/${name}/`),
      'src/platforms/index.ts',
      // What people export from there is read whether or not the bot is there.
      'src/knowledge/mine/',
      'src/knowledge/import/read-exports.ts',
    ];
    const outside = [...FILES, 'eval/figures/settings.ts'].filter(
      (file) => !mayName.some((allowed) => file.startsWith(allowed)),
    );
    expect(outside).toEqual(
      expect.arrayContaining(['src/serving.ts', 'src/cli/doctor.ts', 'src/platforms/web/app.ts']),
    );
    expect(outside.filter((file) => names.test(withoutComments(read(file))))).toEqual([]);
  });

  it('of commands are neither compared nor listed by a platform: a command says itself what it is', () => {
    const name = `['"]/?(?:${readdirSync('commands')
      .map((file) => file.replace(/\.ts$/, ''))
      .join('|')})['"]`;
    const named = new RegExp(
      `\\b(?:name|command)\\s*[!=]==\\s*${name}|${name}\\s*[!=]==\\s*(?:\\w+\\??\\.)*(?:name|command)\\b|` +
        `\\[\\s*${name}(?:,\\s*${name})+,?\\s*\\]`,
    );
    for (const code of ["typed?.name === 'ask'", "'/pin' !== press.command", "['settings', 'privacy'].includes(name)"])
      expect(code).toMatch(named);
    expect(FILES.filter(folders('src/platforms')).filter((file) => named.test(withoutComments(read(file))))).toEqual(
      [],
    );
  });

  it('of the environment are read by the configuration only', () => {
    expect(FILES.filter((file) => /\bprocess\.env\b/.test(withoutComments(read(file))))).toEqual(['src/config.ts']);
  });

  it('of libraries of databases stand in the store only', () => {
    expect(
      FILES.filter(
        (file) =>
          importsOf(file).some((target) => DRIVERS.some((name) => isPackage(name)(target))) &&
          !folders('src/store')(file),
      ),
    ).toEqual([]);
  });

  it('of the logging library stand in one file', () => {
    expect(FILES.filter((file) => importsOf(file).some(isPackage('pino')))).toEqual(['src/log.ts']);
  });
});

/** Files in which types of each name are exported. */
function filesOfTypes(): Map<string, string[]> {
  const files = new Map<string, string[]>();
  for (const file of FILES)
    for (const [, name = ''] of read(file).matchAll(/^export (?:interface|type|(?:abstract )?class|enum) (\w+)/gm))
      files.set(name, [...(files.get(name) ?? []), file]);
  return files;
}

/** Every `Pick<...>` and `Omit<...>` in code, in one line. */
const picksIn = (code: string): string[] =>
  [...code.matchAll(/\b(?:Pick|Omit)</g)].map(({ index }) => {
    let [depth, end] = [0, code.indexOf('<', index)];
    do {
      if (code[end] === '<') depth++;
      if (code[end] === '>' && code[end - 1] !== '=') depth--;
      end++;
    } while (depth > 0 && end < code.length);
    return code.slice(index, end).replace(/\s+/g, ' ');
  });

describe('types', () => {
  it('of one name are exported by one file', () => {
    const files = filesOfTypes();
    expect(files.get('Incoming')).toEqual(['src/bot/conversation/incoming.ts']);
    const twice = [...files].filter(([, declaring]) => declaring.length > 1).map(([name]) => name);
    expect(twice).toEqual([]);
  });

  it('that are picked out of others more than once have a name', () => {
    const picks = FILES.flatMap((file) => picksIn(read(file)));
    expect(picksIn("f(a: Pick<A, 'x'>, b: Omit<\n  Record<'y', () => Map<B, C>>,\n  'y'\n>)")).toEqual([
      "Pick<A, 'x'>",
      "Omit< Record<'y', () => Map<B, C>>, 'y' >",
    ]);
    expect(picks.length).toBeGreaterThan(100);
    expect([...new Set(picks.filter((one, at) => picks.indexOf(one) < at))]).toEqual([]);
  });
});

describe('lists', () => {
  it('name every command', () => {
    const names = readdirSync('commands').filter((name) => name !== 'index.ts');
    expect(importsOf('commands/index.ts').filter(folders('commands')).sort()).toEqual(
      names.map((name) => `commands/${name}`).sort(),
    );
  });

  it('name every platform', () => {
    const named = importsOf('src/platforms/index.ts')
      .filter(folders('src/platforms'))
      .map((target) => target.split('/')[2]);
    expect(new Set(named)).toEqual(new Set(PLATFORMS));
  });

  it.each(['package-lock.json', 'eval/peers/package-lock.json'])('of packages name no host: %s', (file) =>
    expect(read(file)).not.toMatch(/"resolved"|https?:\/\/registry/),
  );
});

describe('files', () => {
  const linesOf = (file: string) => read(file).split('\n').length - 1;

  it('have at most 300 lines', () => {
    const long = FILES.filter((file) => linesOf(file) > 300);
    expect(long.map((file) => `${file}: ${linesOf(file)}`)).toEqual([]);
  });

  it('of at most 60 lines stand in the one file of their folder that imports them', () => {
    const loaded = FILES.flatMap((file) =>
      [...withoutComments(read(file)).matchAll(/import\('(\.[^']+)'\)/g)].map(([, name = '']) =>
        join(dirname(file), name),
      ),
    );
    // Commands are found by their names, and a browser loads its files one by one; what is loaded when it is needed,
    // and what would make the other file too long, stays apart.
    const found = FILES.filter((file) => {
      const importers = FILES.filter((other) => importsOf(other).includes(file));
      const [only = ''] = importers;
      return (
        importers.length === 1 &&
        dirname(only) === dirname(file) &&
        linesOf(file) <= 60 &&
        linesOf(file) + linesOf(only) <= 300 &&
        !loaded.includes(file) &&
        !file.startsWith('commands/') &&
        !file.includes('/assets/')
      );
    });
    expect(found).toEqual([]);
  });
});
