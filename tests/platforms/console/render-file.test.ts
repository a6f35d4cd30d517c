import { expect, it } from 'vitest';
import { plainReply } from '../../../src/bot/answers/reply.ts';
import { renderReply } from '../../../src/platforms/console/render.ts';

it('shows a file: its name, then its text, without what moves the cursor', () => {
  const reply = {
    ...plainReply('en', 'Here.'),
    file: { name: 'a.json', text: '{\n  "a": "\u001b[2J"\n}\n' },
    choices: [{ label: 'Go on', command: 'help', argument: '' }],
  };
  expect(renderReply(reply, { columns: 80, styled: false })).toBe(
    'Here.\n\na.json\n\n{\n  "a": "[2J"\n}\n\n  1. Go on',
  );
});
