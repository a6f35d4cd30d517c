/** Parts that have kept readers busy for hours. Files of each kind are filled with each of them. */
export const HOSTILE_PARTS: Readonly<Record<string, readonly string[]>> = {
  'a.md': [
    '#',
    '# ',
    '#\n',
    '# a\n',
    '## a?\nb\n',
    '# a\n## b\nc\n',
    '\n',
    '```\n',
    '> ',
    '- ',
    '[a]: b\n',
    '![a](https://',
    '](a',
    '<!--',
    'a\n---\n',
    '`',
    '\u0000',
    '汉',
    '---\nsources: ',
    '<b>',
    '- a?\n  b\n',
    'Q: a\nA: b\n',
    '<summary>',
    '{% ',
    '|a|b|\n',
    '|a|b|\n|-|-|\n',
    '<details><summary>',
    '<details><summary>a?</summary>b</details>\n',
    '<dt>a</dt>\n',
  ],
  'a.csv': ['"', '",', 'question,answer\n', '"a""b",', ',', ';', '\n', 'a\n', '\u0000', '汉'],
  'a.html': [
    '<',
    '<a>',
    '<p>a<b>',
    '<h1>a</h1>b',
    '<table><tr><td>',
    '</a>',
    '<!--',
    '&',
    '<button aria-expanded>a</button>',
    '<li><h2>a?</h2>b',
  ],
  'a.yaml': ['- ', '-\n', 'a: b\n', '[', '&a ', ' '],
  'a.json': ['[', '{"a":', '[]', '[],', '{"qna":[', '"', '"\\', '1,', '\n', '\u0000', '汉'],
};

/** @param bytes most bytes of the result */
export const filled = (part: string, bytes: number): string => part.repeat(Math.floor(bytes / Buffer.byteLength(part)));

/** Files that are nearly valid. @param bytes most bytes of each */
export const almostInOrder = (bytes: number): readonly (readonly [name: string, text: string])[] => {
  const full = (part: string): string => filled(part, bytes - 200);
  // A parser that repeats open elements would put 190 of them into each of these paragraphs.
  const open = Array.from({ length: 190 }, (_, at) => `<b id=${at}>`).join('');
  return [
    ['a.csv', `question,answer\n"${full('a\n')}`],
    ['a.csv', `question,answer\n${full('a,b\n')}`],
    ['a.json', `{"qna":${filled('[', bytes / 3)}${filled(']', bytes / 3)}}`],
    ['a.json', `[${full('{"q":["a"],"a":"b"},').slice(0, -1)}]`],
    ['a.md', `# a?\n\n${full('[a][b] ')}`],
    ['a.md', `# a?\n\n|a|b|\n|-${full(' ')}x`],
    ['a.html', `${open}${filled('<p>x', bytes / 15)}`],
  ];
};
