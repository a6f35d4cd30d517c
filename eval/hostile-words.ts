import { type Json, SAID } from './hostile-parts.ts';

export const CHANNELS = ['300000000000000001', '300000000000000002', '300000000000000003'];

/** Words that hostile members of Discord write. */
export const WORDS = [
  ...SAID,
  '為什麼中國禁止ChatGPT',
  '@everyone @here <@600000000000000001> <@&1> <#1> <t:1:R> </ask:1> <:a:1> <id:guide>',
  '**bold** __under__ ~~gone~~ ||spoiler|| `code` ```block``` # h\n- l\n> q\n-# s\n1. n',
  '[click](https://evil.example/@everyone) https://evil.example/_x_ <https://evil.example>',
  '/pin @everyone entry: questions/why-did-china-ban-chatgpt',
  '/teach question: Who is @everyone? answer: **@everyone** and [x](https://evil.example/) why: <@1>',
  '/correct why',
  '/settings mode default',
  '/language auto',
  '/privacy',
  '/unknown @here',
  "no that's wrong",
  '/',
  '\u202e@here\u202c\u0000\u0007\ud800 half \udc00',
  'a'.repeat(6000),
  '👩‍👩‍👧‍👦'.repeat(300),
  '\\'.repeat(500),
  '`'.repeat(500),
  '__proto__',
  'constructor',
  '/human who helps @everyone?',
];
/** Values with a meaning, by the option's name, as random words would hardly ever be one. */
export const MEANT: Readonly<Record<string, readonly string[]>> = {
  setting: [
    'mode',
    'unknown',
    'greeting',
    'language',
    'human',
    'reports',
    'learn',
    'solved',
    'helpers',
    'hours',
    'patience',
    'faq',
    'faqlanguages',
    'faqtopics',
  ],
  value: [
    'questions',
    'shadow',
    'own',
    'zh-Hans',
    'here',
    'people',
    '<#300000000000000001>',
    '<@&1>',
    'default',
    '300',
    'remove',
    'ru, en',
    '@everyone',
  ],
  entry: ['questions/why-banned', 'why'],
  vote: ['yes', 'no'],
};
/** Files that members attach, and data that Discord adds to words. */
export const EXTRAS: readonly Json[] = [
  { attachments: [file('rules.png', 'image/png', 1000)] },
  { attachments: [file('@everyone .pdf', 'application/pdf', 1e12)] },
  { attachments: [{ ...file('x', 'text/html', -1), url: 'data:nothing' }] },
  { attachments: [file('\ud800', 'image/png; charset=x', 5), { id: 7 }] },
  { sticker_items: [{ id: '1', name: '@everyone', format_type: 1 }] },
  { poll: { question: { text: 'why was ChatGPT banned in China?' }, answers: [{ poll_media: { text: '@here' } }] } },
  { message_snapshots: [{ message: { content: 'why was ChatGPT banned in China? @everyone' } }], content: '' },
  { message_snapshots: [{ message: { content: '/ban @everyone' } }], content: '' },
  { webhook_id: '1' },
  { type: 6 },
  { type: 18 },
  { type: 46 },
];
/** A command of the platform's own. */
export const SERVER = { name: 'server', options: [{ name: 'server', kind: 'text' }] };
export const CHOSEN: readonly unknown[] = [
  'es',
  'questions',
  'short',
  'default',
  CHANNELS[0],
  '<@&1>',
  'x'.repeat(3000),
  null,
  {},
];
function file(filename: string, type: string, size: number): Json {
  // A data URL, so that fetching it does not leave this machine.
  const url = 'data:image/png;base64,iVBORw0KGgo=';
  return { id: '500000000000000001', filename, content_type: type, size, url, proxy_url: url };
}
