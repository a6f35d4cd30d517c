import { z } from 'zod';
import type { ChatPlatform } from '../../../src/bot/platform/chat-platform.ts';
import { type Answer, type PostOffice, postOffice } from './index.ts';

/** The letters of all post offices that were opened by `post`, and the last of these. */
export const opened: { office?: PostOffice; readonly answers: Answer[] } = { answers: [] };

/** The settings of the platform by letters, and how it begins. */
export const post: ChatPlatform = {
  name: 'post',
  title: 'Post',
  variables: {
    POST_STAMP: z
      .string()
      .regex(/^stamp-\d+$/, 'is no stamp')
      .optional(),
    POST_BOX: z.string().optional(),
    POST_HOOK: z.string().optional(),
  },
  former: { POST_OFFICE: 'there is one' },
  token: 'POST_STAMP',
  needs: [['POST_BOX', 'POST_STAMP']],
  served: ['POST_HOOK'],
  misfits: ({ POST_BOX: box }) => (box === 'full' ? ['POST_BOX is full'] : []),
  open: async (_set, host, announce) => {
    opened.office = postOffice(host, (answer) => void opened.answers.push(answer));
    announce('the post office is open');
    return opened.office.platform;
  },
};
