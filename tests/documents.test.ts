import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../commands/index.ts';
import { listedOf } from '../src/bot/command.ts';
import { allVariables } from '../src/config.ts';

const read = (file: string): string => readFileSync(file, 'utf8');
const DETAILS = readdirSync('docs')
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/${name}`);
const DECISIONS = readdirSync('docs/decisions').map((name) => `docs/decisions/${name}`);
const ROOMS = ['src/core/README.md', 'src/bot/delivery/README.md', 'src/platforms/web/README.md'];
const READMES = [
  { file: 'README.md', language: 'en' },
  { file: 'README.zh-CN.md', language: 'zh-Hans' },
];
const DOCUMENTS = [
  ...READMES.map(({ file }) => file),
  ...['ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md'],
  ...[...DETAILS, ...DECISIONS, ...ROOMS],
];
const withoutCode = (text: string): string => text.replace(/^ *```[\s\S]*?^ *```/gm, '');

/** Links and pictures that lead to files of the project. */
const linksIn = (file: string): string[] =>
  [
    ...withoutCode(read(file))
      .replace(/(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, 'code')
      .matchAll(/\]\((?!https?:)([^)\s]+)\)/g),
  ].map(([, target = '']) => target);

/** What a heading is called in a link, as GitHub does it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
const anchorsIn = (file: string): string[] =>
  [...withoutCode(read(file)).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));

function leadsNowhere(from: string, target: string): boolean {
  const [path = '', anchor] = target.split('#');
  const file = path === '' ? from : join(dirname(from), path);
  return !existsSync(file) || (anchor !== undefined && !anchorsIn(file).includes(anchor));
}

describe('documents', () => {
  it.each(DOCUMENTS)('%s: links lead somewhere', (file) =>
    expect(linksIn(file).filter((target) => leadsNowhere(file, target))).toEqual([]),
  );

  it.each(DOCUMENTS)('%s: scripts are there', (file) => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...read(file).matchAll(/npm run (?:--silent )?([a-z][\w-]*)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('the README is short, and leads to all others', () => {
    for (const { file } of READMES) expect(read(file).split('\n').length).toBeLessThanOrEqual(161);
    expect(DETAILS.filter((file) => !linksIn('README.md').some((target) => target.split('#')[0] === file))).toEqual([]);
  });

  it('the README says the same in each language', () => {
    const [english, ...others] = READMES.map(({ file }) => ({
      links: new Set(linksIn(file).filter((target) => !READMES.some(({ file: readme }) => readme === target))),
      headings: read(file).match(/^#+ /gm),
      commands: [...read(file).matchAll(/^ *```sh\n([\s\S]*?)^ *```/gm)].map(([, block = '']) =>
        block.replace(/ --(?:title|language) (?:"[^"]*"|\S+)/g, ''),
      ),
    }));
    for (const other of others) expect(other).toEqual(english);
  });

  it('the architecture is read in ten minutes, and leads to every room that has a page, and to every decision', () => {
    expect(read('ARCHITECTURE.md').split(/\s+/).length).toBeLessThanOrEqual(2200);
    expect(ROOMS.filter((file) => !linksIn('ARCHITECTURE.md').includes(file))).toEqual([]);
    const listed = linksIn('docs/decisions/README.md').map((name) => `docs/decisions/${name}`);
    expect(DECISIONS.filter((file) => !file.endsWith('/README.md') && !listed.includes(file))).toEqual([]);
  });

  it('name every setting, and no other', () => {
    const rows = [...read('docs/settings.md').matchAll(/^\| (`[A-Z_]+`(?:, `[A-Z_]+`)*) \|/gm)].flatMap(
      ([, names = '']) => names.replaceAll('`', '').split(', '),
    );
    expect(rows.sort()).toEqual(Object.keys(allVariables()).sort());
  });

  it('name every command that people type', () => {
    const text = read('docs/moderating.md');
    const shown = listedOf(commands);
    expect(shown.map(({ name }) => name).filter((name) => !new RegExp(`/${name}\\b`).test(text))).toEqual([]);
  });

  it('show every room of the house', () => {
    const rooms = read('ARCHITECTURE.md').split('## Rooms')[1]?.split('\n## ')[0] ?? '';
    const found = readdirSync('src', { withFileTypes: true, recursive: true });
    // Parts of a room that is explained as a whole.
    const isInner = (folder: string) =>
      folder.split('/').length > 3 + Number(folder.startsWith('src/platforms/')) ||
      /^src\/store\/tables\/|^src\/platforms\/\w+$/.test(folder);
    const folders = found.flatMap((one) =>
      one.isDirectory() && !isInner(`${one.parentPath}/${one.name}`) ? [`${one.name}/`] : [],
    );
    const files = found.flatMap((one) => (one.isFile() && one.parentPath === 'src' ? [one.name] : []));
    expect([...folders, ...files].filter((name) => !new RegExp(`(?<![\\w-])${name}`).test(rooms))).toEqual([]);
  });

  it('pictures are small', () =>
    expect(readdirSync('docs').filter((name) => statSync(`docs/${name}`).size > 150_000)).toEqual([]));

  it.each(READMES)('$file: shows the entry of a new pack as it is made', ({ file, language }) => {
    const messages = read(`locales/${language}/messages.ftl`);
    const said = (key: string) => new RegExp(`^${key} = (.*)$`, 'm').exec(messages)?.[1] ?? key;
    const shown = read(file);
    const [, begun = 'nothing'] = /^> - .*\n\n(.+?)(?: ?\.\.\.|……)$/m.exec(shown) ?? [];
    expect(shown).toContain(`# ${said('template-question')}\n`);
    for (const phrasing of said('template-phrasings').split(' | ')) expect(shown).toContain(`> - ${phrasing}\n`);
    expect(said('template-answer')).toContain(begun);
  });
});
