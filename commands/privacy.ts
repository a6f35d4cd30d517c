import {
  type FileReply,
  list,
  notice,
  paragraph,
  plainReply,
  type Reply,
  text,
  whisper,
} from '../src/bot/answers/reply.ts';
import type { Call, Command } from '../src/bot/command.ts';
import { erasePerson, exportPerson } from '../src/bot/community/personal-data.ts';
import { dayOf } from '../src/bot/moment.ts';

const CONFIRMED = 'erase confirmed';

/** Tells what is stored about a person, exports it, and erases it. */
export const privacy: Command = {
  name: 'privacy',
  group: 'you',
  inMenu: 'always',
  isExplained: true,
  options: [
    {
      name: 'what',
      kind: 'text',
      suggest: ({ say }) => [
        { value: 'export', label: say('privacy-export') },
        { value: 'erase', label: say('privacy-erase') },
      ],
    },
  ],
  scope: 'person',
  personal: true,
  onlyShows: (argument) => argument === '',
  run: async (call) => {
    const what = (call.options.what ?? '').toLowerCase().replace(/\s+/g, ' ');
    if (what === 'export') return handOver(call);
    if (what === 'erase') return askToErase(call);
    return what === CONFIRMED ? erase(call) : explain(call);
  },
};

async function explain({ services, person, say, language, account }: Call): Promise<Reply> {
  const isNamed = (await services.attempt.read(({ credits }) => credits.of(person))) || '';
  const kept = [
    say.parts('privacy-language'),
    say.parts('privacy-quiet'),
    // As plain text: `/server` exists only on platforms on which people choose a server.
    [text(say('privacy-server'))],
    say.parts('privacy-answers'),
    say.parts('privacy-votes'),
    say.parts('privacy-messages'),
    say.parts('privacy-questions'),
    say.parts('privacy-signals'),
    say.parts('privacy-acts'),
    say.parts('privacy-handed'),
    say.parts('privacy-drafts'),
    say.parts('privacy-groups'),
    ...(account ? [say.parts('privacy-account')] : []),
  ];
  const choices = [
    ...(isNamed === '' ? [] : [{ label: say('human-credit-no'), command: 'human', argument: 'credit no' }]),
    { label: say('privacy-export'), command: 'privacy', argument: 'export' },
    { label: say('privacy-erase'), command: 'privacy', argument: 'erase' },
  ];
  const blocks = [
    paragraph(...say.parts('privacy-intro')),
    list(kept),
    paragraph(...say.parts('privacy-taught')),
    paragraph(...say.parts('privacy-left')),
  ];
  return notice(language, { title: say('privacy-title'), blocks, choices, isPrivate: true });
}

async function handOver(call: Call): Promise<FileReply> {
  const file = { name: `wenda-${dayOf(call.services.now())}.json`, text: await exportPerson(call) };
  return { ...whisper(call, 'privacy-exported'), kind: 'file', file };
}

function askToErase({ say, language, account }: Call): Reply {
  const sure = account ? `${say('privacy-sure')} ${say('privacy-sure-account')}` : say('privacy-sure');
  const choices = [{ label: say('privacy-erase-it'), command: 'privacy', argument: CONFIRMED, isDangerous: true }];
  return { ...plainReply(language, sure, choices), isPrivate: true };
}

async function erase(call: Call): Promise<Reply> {
  const reply = whisper(call, 'privacy-erased');
  await erasePerson(call, reply);
  return reply;
}
