import { beforeEach, describe, expect, it } from 'vitest';
import type { Services } from '../../../src/bot/services.ts';
import type { PhrasingModel } from '../../../src/platforms/web/config.ts';
import { entryOf, textOf } from '../../helpers/entries.ts';
import { appOf, WEB_TOKEN } from '../../helpers/pages.ts';
import { servicesOf, shippedLocales } from '../../helpers/services.ts';
import { unescaped, type Visitor, visitorOf } from '../../helpers/web-visitor.ts';

const { detect } = await shippedLocales();
const ANSWER =
  '## questions/join\n- where do i sign up\n- How do I become a member\n\n## questions/dogs\n- 3 puppies at once\n';
const PAGE = '/dashboard/phrasings';

let services: Services;
let visitor: Visitor;
async function open(model?: PhrasingModel): Promise<void> {
  services = await servicesOf(
    [
      entryOf('questions/join', textOf('en', 'How do I become a member?'), textOf('es', '¿Cómo me hago socio?')),
      entryOf('questions/dogs', textOf('en', 'May I bring my dog?')),
      entryOf(
        'questions/full',
        textOf('en', 'Is the hall full?', ['busy', 'crowded', 'too many people', 'packed', 'no room']),
      ),
    ],
    { detect },
  );
  visitor = visitorOf(appOf(services, { config: { model } }));
  await visitor.get('/dashboard?lang=en');
  await visitor.post('/dashboard/login', { token: WEB_TOKEN });
}
beforeEach(() => open());

const shown = () => unescaped(visitor.page());
const prompts = () =>
  [...shown().matchAll(/<textarea id="p-\d+"[^>]*>\n([\s\S]*?)<\/textarea>/g)].map(([, text = '']) => text);
const kept = () => /name="kept" value="([^"]*)"/.exec(shown())?.[1] ?? '';
/** Words of the lines that can be ticked, and whether they are. */
const lines = () =>
  [...shown().matchAll(/name="line" value="(\d+)"[^>]*?( checked)?> <bdi[^>]*>([^<]*)/g)].map(
    ([, at, checked, words]) => `${at} ${checked ? 'x' : 'o'} ${words}`,
  );
const phrasings = async () => (await services.communities.byId('web:pages')).state.all('phrasings');

describe('the page that drafts phrasings', () => {
  it('has a prompt for each language, of all entries that have few', async () => {
    await visitor.get(PAGE);
    expect(prompts()).toHaveLength(2);
    expect(prompts().join()).toContain('## en/questions/dogs\nHeading: May I bring my dog?');
    expect(prompts().join()).toContain('## es/questions/join');
    expect(prompts().join()).not.toContain('questions/full');
    expect(shown()).toContain('3 entries have fewer than 5 phrasings.');
    expect(shown()).not.toContain('value="ask"');
  });

  it('has one of an entry from its editor, also if that has enough, and of those that are ticked in the list', async () => {
    await visitor.get('/dashboard/entry?id=questions/full&text=en');
    const href = unescaped(/href="([^"]*\/dashboard\/phrasings[^"]*)"/.exec(visitor.page())?.[1] ?? '');
    await visitor.get(href);
    expect(prompts()).toHaveLength(1);
    expect(prompts()[0]).toContain('Wanted: 3');
    await visitor.get('/dashboard/entries');
    const led = await visitor.post('/dashboard/bulk', [
      ['entry', 'questions/dogs'],
      ['entry', 'questions/full'],
      ['do', 'draft'],
    ]);
    await visitor.get(led.headers.get('location') ?? '');
    expect(prompts()[0]).toContain('questions/dogs');
    expect(prompts()[0]).toContain('questions/full');
    expect(prompts()[0]).not.toContain('## en/questions/join');
  });

  it('shows what came back with ticks and reasons, saves what is ticked as one change, and one undo takes it back', async () => {
    await visitor.get(PAGE);
    await visitor.post(PAGE, { do: 'read', answer: ANSWER });
    expect(lines()).toEqual(['0 x where do i sign up', '2 o 3 puppies at once']);
    expect(shown()).toContain('says what the entry already has');
    expect(shown()).toContain('mentions “3”, which is not in the entry');
    expect(await phrasings()).toEqual([]);
    await visitor.post(PAGE, [
      ['do', 'save'],
      ['kept', kept()],
      ['line', '0'],
      ['line', '1'],
      ['line', '2'],
    ]);
    expect(shown()).toContain('Phrasings added: 2. Change #1');
    expect(await phrasings()).toEqual([
      ['en/questions/dogs', { added: ['3 puppies at once'], removed: [] }],
      ['en/questions/join', { added: ['where do i sign up'], removed: [] }],
    ]);
    await visitor.post('/dashboard/act', { press: visitor.buttons('Undo')[0] ?? '' });
    expect(await phrasings()).toEqual([]);
  });

  it('serves once, and only who was shown it', async () => {
    await visitor.get(PAGE);
    await visitor.post(PAGE, { do: 'read', answer: ANSWER });
    const id = kept();
    await visitor.post(PAGE, [
      ['do', 'save'],
      ['kept', id],
      ['line', '7'],
    ]);
    expect(shown()).toContain('Nothing is ticked.');
    await visitor.post(PAGE, [
      ['do', 'save'],
      ['kept', id],
      ['line', '0'],
    ]);
    await visitor.get(PAGE);
    await visitor.post(PAGE, [
      ['do', 'save'],
      ['kept', id],
      ['line', '2'],
    ]);
    expect((await phrasings()).map(([key]) => key)).toEqual(['en/questions/join']);
    await visitor.post(PAGE, [
      ['do', 'save'],
      ['kept', 'another'],
      ['line', '0'],
    ]);
    expect((await phrasings()).map(([key]) => key)).toEqual(['en/questions/join']);
  });

  it('saves the ticked lines and no others after an entry of the table was removed', async () => {
    await visitor.get('/dashboard/entry');
    await visitor.post('/dashboard/entry', { do: 'save', question: 'Where is the lift?', answer: 'In the hall.' });
    const undo = visitor.buttons('Undo')[0] ?? '';
    await visitor.get(PAGE);
    await visitor.post(PAGE, {
      do: 'read',
      answer: `## Where is the lift?\n- elevator to the upper floor\n\n${ANSWER}`,
    });
    expect(lines()).toEqual(['0 x elevator to the upper floor', '1 x where do i sign up', '3 o 3 puppies at once']);
    const first = kept();
    await visitor.post('/dashboard/act', { press: undo });
    const save = (id: string, line: string): Promise<Response> => visitor.post(PAGE, { do: 'save', kept: id, line });
    await save(first, '0');
    expect(shown()).toContain('Nothing is ticked.');
    expect(lines()).toEqual(['0 o where do i sign up', '2 o 3 puppies at once']);
    await save(kept(), '2');
    expect(await phrasings()).toEqual([['en/questions/dogs', { added: ['3 puppies at once'], removed: [] }]]);
    await save(first, '1');
    expect((await phrasings()).map(([key]) => key)).toEqual(['en/questions/dogs', 'en/questions/join']);
  });

  it('says that nothing was found, and keeps what was pasted', async () => {
    await visitor.get(PAGE);
    await visitor.post(PAGE, { do: 'read', answer: 'I cannot help with <that>.' });
    expect(shown()).toContain('No phrasing was found in it.');
    expect(visitor.page()).toContain('I cannot help with &lt;that&gt;.');
  });

  it('adds to what a community taught itself', async () => {
    await visitor.get('/dashboard/entry');
    await visitor.post('/dashboard/entry', { do: 'save', question: 'Where is the lift?', answer: 'In the hall.' });
    await visitor.get(PAGE);
    expect(prompts().join()).toContain('Heading: Where is the lift?');
    await visitor.post(PAGE, { do: 'read', answer: '## Where is the lift?\n- elevator to the upper floor\n' });
    await visitor.post(PAGE, [
      ['do', 'save'],
      ['kept', kept()],
      ['line', '0'],
    ]);
    const community = await (await services.communities.byId('web:pages')).prepared();
    expect(community.answer('elevator to the upper floor', 'en').candidates[0]?.entry.texts.get('en')?.title).toBe(
      'Where is the lift?',
    );
  });

  it('is the next step after an import', async () => {
    await visitor.get('/dashboard/exchange');
    expect(shown()).toMatch(/3 entries have fewer than 5 phrasings\.\s*<a href="\/dashboard\/phrasings/);
  });

  it('is for moderators only', async () => {
    const stranger = visitorOf(appOf(services));
    const answered = await stranger.get(PAGE);
    expect(answered.headers.get('location')).toMatch(/^\/dashboard\?to=/);
  });
});

describe('with a model', () => {
  it('a button says what goes where, and asks it', async () => {
    const asked: string[] = [];
    const ask = async (prompt: string): Promise<string> => {
      asked.push(prompt);
      return prompt.includes('es/questions/join') ? Promise.reject(new Error('h: it answers 500')) : ANSWER;
    };
    await open({ name: 'small', host: 'models.example:1', ask });
    await visitor.get(PAGE);
    expect(shown()).toContain('3 headings and the beginnings of their answers go to models.example:1.');
    expect(asked).toEqual([]);
    await visitor.post(PAGE, { do: 'ask' });
    expect(asked).toHaveLength(2);
    expect(lines()).toEqual(['0 x where do i sign up', '2 o 3 puppies at once']);
    expect(shown()).toContain('h: it answers 500');
  });

  it('without one, nobody can ask', async () => {
    await visitor.get(PAGE);
    expect((await visitor.post(PAGE, { do: 'ask' })).status).toBe(404);
  });
});
