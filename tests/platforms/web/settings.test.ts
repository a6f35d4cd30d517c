import { beforeEach, describe, expect, it } from 'vitest';
import type { Services } from '../../../src/bot/services.ts';
import { SETTING_NAMES } from '../../../src/bot/settings/table.ts';
import { appOf, WEB_TOKEN } from '../../helpers/pages.ts';
import { telegramServices } from '../../helpers/telegram-bot.ts';
import { unescaped, type Visitor, visitorOf } from '../../helpers/web-visitor.ts';

const PAGE = '/dashboard/settings?community=chat%3A7';
const PART = { 'x-wants': 'part' };
let services: Services;
let visitor: Visitor;

beforeEach(async () => {
  services = await telegramServices();
  // A server has decided something, so it is a community of its own.
  await services.store.transact(async ({ log }) => {
    await log.append({
      community: 'chat:7',
      person: services.hash('chat:1'),
      place: 'chat:7',
      at: services.now(),
      command: 'settings',
      why: '',
      forced: null,
      undoes: null,
      edits: [{ community: 'chat:7', kind: 'setting', key: 'mode', after: '"shadow"' }],
    });
  });
  visitor = visitorOf(appOf(services, { config: { settings: new Map([['chat', SETTING_NAMES]]) } }));
  await visitor.get('/dashboard?lang=en');
  await visitor.post('/dashboard/login', { token: WEB_TOKEN });
  await visitor.get(PAGE);
});

const settings = async (id = 'chat:7') =>
  Object.fromEntries((await (await services.communities.byId(id)).prepared()).state.all('setting'));
const cardOf = (setting: string) =>
  visitor.page().split(`aria-labelledby="t-${setting}"`)[1]?.split('</section>')[0] ?? '';
const undoOf = (setting: string) => unescaped(/name="press" value="([^"]*)"/.exec(cardOf(setting))?.[1] ?? '');

describe('the settings of a community', () => {
  it('are shown with their meaning and who changed them, changed, and taken back', async () => {
    for (const setting of SETTING_NAMES) expect(cardOf(setting), setting).not.toBe('');
    expect(cardOf('unknown')).toContain('What I say when I have no answer.');
    expect(cardOf('unknown')).not.toContain('Last changed');
    expect(cardOf('mode')).toContain('Last changed by');
    await visitor.post(PAGE, { setting: 'unknown', value: 'silent' });
    expect(await settings()).toMatchObject({ unknown: 'silent', mode: 'shadow' });
    expect(cardOf('unknown')).toContain('Now: stay silent');
    expect(cardOf('unknown')).toContain('<option value="silent" selected>');
    expect(cardOf('unknown')).toContain('Last changed by you');
    await visitor.post('/dashboard/act?community=chat%3A7', { press: undoOf('unknown') }, PART);
    await visitor.get(PAGE);
    expect(cardOf('unknown')).toContain('Last changed by you');
    await visitor.post('/dashboard/act?community=chat%3A7', { press: undoOf('mode') }, PART);
    expect(await settings()).toEqual({});
  });

  it('of one channel come before those of the whole', async () => {
    await visitor.post(`${PAGE}&place=chat%3A7&channel=55`, { setting: 'mode', value: 'questions' });
    await visitor.post(`${PAGE}&place=chat%3A7&channel=55`, { setting: 'packs', value: 'test' });
    expect(await settings()).toEqual({
      mode: 'shadow',
      'mode:chat:7/55': 'questions',
      'packs:chat:7/55': ['test'],
    });
    expect(cardOf('greeting')).toBe('');
    await visitor.get(PAGE);
    expect(visitor.page()).toMatch(/channel=55"\s*>55</);
    await visitor.post(`${PAGE}&place=chat%3A7&channel=55`, { setting: 'mode', value: 'default' });
    expect(await settings()).toEqual({ mode: 'shadow', 'packs:chat:7/55': ['test'] });
  });

  it('take channels, people and the community’s own words', async () => {
    await visitor.post(PAGE, { setting: 'reports', value: '#123' });
    await visitor.post(PAGE, { setting: 'helpers', value: '<@&42> 77' });
    const marks = ['42', services.hash('chat:77')];
    expect(await settings()).toMatchObject({ 'reports:chat:7': '123', 'helpers:chat:7': marks });
    expect(cardOf('reports')).toContain('value="123"');
    // What is shown can be sent again as it is.
    const shown = unescaped(/name="value" value="([^"]*)"/.exec(cardOf('helpers'))?.[1] ?? '');
    await visitor.post(PAGE, { setting: 'helpers', value: `${shown} <@&43>` });
    expect(await settings()).toMatchObject({ 'helpers:chat:7': [...marks, '43'] });
    await visitor.post(PAGE, { setting: 'greeting', own: 'Welcome **all**!' });
    expect(await settings()).not.toHaveProperty('greeting');
    await visitor.post('/dashboard/act?community=chat%3A7', { press: visitor.buttons('Save')[0] ?? '' }, PART);
    expect(await settings()).toMatchObject({ greeting: ['Welcome **all**!'] });
    await visitor.get(PAGE);
    expect(cardOf('greeting')).toContain('Welcome **all**!</textarea>');
    await visitor.post(PAGE, { setting: 'reports', value: 'nowhere' });
    expect(visitor.page()).toContain('can&#39;t be');
  });

  it('are those that mean something there', async () => {
    await visitor.get('/dashboard/settings?community=web%3Apages');
    expect(cardOf('language')).not.toBe('');
    expect(cardOf('reports')).toBe('');
    expect((await visitor.post('/dashboard/settings', { setting: 'reports', value: '1' })).status).toBe(404);
    expect((await visitor.post('/dashboard/settings', { setting: 'nothing', value: '1' })).status).toBe(404);
    expect(await settings('web:pages')).toEqual({});
  });
});
