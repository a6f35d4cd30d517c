import { entryOf, textOf } from './entries.ts';

/** A small pack in two languages. */
export const PACK = [
  entryOf(
    'questions/why-banned',
    textOf(
      'en',
      'Why was my account banned?',
      [
        'why did they ban my account',
        'my account got suspended',
        'reason for account suspension',
        'account blocked for no reason',
      ],
      {
        tags: ['accounts'],
        related: ['questions/phone-number'],
      },
    ),
    textOf('zh-Hans', '为什么我的账号被封了？', ['账号被封是什么原因', '我的账户为什么被停用', '封号的原因'], {
      tags: ['accounts'],
    }),
  ),
  entryOf(
    'questions/phone-number',
    textOf(
      'en',
      'Which phone numbers can verify an account?',
      [
        'can I use a virtual phone number',
        'phone verification with google voice',
        'which countries phone numbers are accepted',
      ],
      {
        tags: ['accounts', 'phones'],
      },
    ),
  ),
  entryOf(
    'questions/delete-data',
    textOf(
      'en',
      'How do I delete my conversation history?',
      ['remove all my old conversations', 'erase chat history', 'can the conversation history be deleted'],
      {
        tags: ['privacy'],
        sources: [
          { title: 'Privacy guide', publisher: 'Office', url: 'https://privacy.example/', published: '2024-03' },
        ],
      },
    ),
  ),
  entryOf(
    'questions/refund',
    textOf('en', 'Can I get a refund for my subscription?', [
      'money back for subscription',
      'how to cancel and get refunded',
      'refund policy of the paid plan',
    ]),
  ),
  entryOf('facts/founding', textOf('zh-Hans', '公司成立于2015年', [], { tags: ['history'] })),
];
