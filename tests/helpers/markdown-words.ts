import fc from 'fast-check';
import { oneLine } from '../../src/core/entry/markdown-words.ts';
import { isVisible } from '../../src/knowledge/format/files.ts';

const PIECES = [
  ...[
    '#',
    '##',
    '> ',
    '- ',
    '+ ',
    '* ',
    '1. ',
    '2) ',
    '-',
    '--',
    '---',
    '***',
    '___',
    '===',
    '|',
    '| a | b |',
    ': ',
    '[',
    ']',
    '(',
    ')',
    '![',
    '](https://a.example)',
    '[a]: x',
    '[^1]',
  ],
  ...[
    '<',
    '<b>',
    '</',
    '<!--',
    '<?',
    '<https://a.example>',
    '<a@b.example>',
    '&',
    '&amp;',
    '&#35;',
    '&x',
    '\\',
    '\\\\',
    '`',
    '``',
    '```',
    '~',
    '~~',
    '~~~',
    '*',
    '**',
    '_',
    '__',
    '!',
    '"',
    "'",
  ],
  ...[
    'a',
    'b c',
    'snake_case',
    '_x_',
    'AT&T',
    'C#',
    '5 * 3',
    'word',
    '汉字',
    'é',
    'e\u0301',
    '🙂',
    ' ',
    '  ',
    '\n',
    '\r\n',
    '\t',
    '\u00A0',
    '\u3000',
    '\u2028',
    '\uFEFF',
    '\0',
    '\uD800',
    'www.a.example',
    '(c)',
  ],
];

/** Text that Markdown would take for something else, were it not escaped. */
export const hostileText = (): fc.Arbitrary<string> =>
  fc.oneof(
    fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'binary', maxLength: 40 }),
  );

/** As one line in which something can be seen. */
export const hostileWords = (): fc.Arbitrary<string> =>
  hostileText()
    .map(oneLine)
    .filter((words) => isVisible(words) && words.length <= 1000);

/** Answers that readers take, among them such as begin with a quote, a list or code. */
export const someAnswer = (): fc.Arbitrary<string> =>
  fc
    .array(
      fc.constantFrom(
        'Because.',
        'Two\nlines.',
        '- a\n- b',
        '1. a\n2. b',
        '> a quote',
        '> - a list',
        '```\ncode\n\n# no heading\n```',
        '    code',
        '### a heading',
        '#### `b` #\\#',
        '| a | b |\n|--:|---|\n| `1\\|2` | x<br>\\| |\n| c |',
        '**bold** [link](https://a.example)',
        'a  \nb',
        '\\# x',
        '汉字',
      ),
      {
        minLength: 1,
        maxLength: 4,
      },
    )
    // Headings alone answer nothing.
    .filter((blocks) => blocks.some((block) => !block.startsWith('###')))
    .map((blocks) => blocks.join('\n\n'));
