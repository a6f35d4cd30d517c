import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { ReloadResult } from '../../src/bot/ports/knowledge.ts';
import type { Services } from '../../src/bot/services.ts';
import { plainText } from '../../src/core/entry/blocks.ts';
import { botOf } from '../helpers/replies.ts';
import { moderatorIn, PLACE, servicesOf } from '../helpers/services.ts';

let services: Services;
beforeAll(async () => {
  services = await servicesOf([]);
});

const withReload = (reload: () => Promise<ReloadResult>): Services => ({
  ...services,
  knowledge: { ...services.knowledge, reload },
});
const said = async (reloaded: ReloadResult) => {
  const reply = await moderatorIn(withReload(async () => reloaded))('/reload');
  expect(reply?.isPrivate).toBe(true);
  return plainText(reply?.blocks ?? []);
};

describe('/reload', () => {
  it('says that nothing changed, or how much', async () => {
    expect(await said({ kind: 'unchanged' })).toBe('The knowledge has not changed.');
    expect(await said({ kind: 'live', added: ['a', 'b'], changed: [], removed: ['c'] })).toBe(
      'Loaded: 2 added, 0 changed, 1 removed.',
    );
  });

  it('says why the repository was not reached', async () =>
    expect(await said({ kind: 'unreached', why: 'git: no route' })).toBe(
      'The repository of the knowledge was not reached (git: no route). I answer with what was fetched last.',
    ));

  it('lists ten problems, and counts the others', async () => {
    const problems = Array.from({ length: 12 }, (_, at) => `rules/en/a.md:${at + 1}: is wrong`);
    const words = await said({ kind: 'refused', problems });
    expect(words).toContain('rules/en/a.md:10: is wrong');
    expect(words).not.toContain('rules/en/a.md:11: is wrong');
    expect(words).toContain('2 more');
  });

  it('is the operator’s where the installation serves more than one community', async () => {
    const shared = await servicesOf([]);
    const elsewhere = { platform: 'test', id: 'elsewhere' };
    await moderatorIn(shared)('/settings unknown short');
    const reload = async (parts: object) => plainText((await moderatorIn(shared, parts)('/reload'))?.blocks ?? []);
    expect(await reload({})).toBe('The knowledge has not changed.');
    expect(await reload({ place: elsewhere })).toContain('only the operator');
    await moderatorIn(shared, { place: elsewhere })('/settings unknown short');
    expect(await reload({})).toContain('only the operator');
    expect(await reload({ isOperator: true })).toBe('The knowledge has not changed.');
  });

  it('is for moderators only', async () => {
    const reload = vi.fn(async (): Promise<ReloadResult> => ({ kind: 'unchanged' }));
    const reply = await botOf(withReload(reload))({
      person: 'test:a',
      place: PLACE,
      text: '/reload',
      addressed: true,
    });
    expect(plainText(reply?.blocks ?? [])).toContain('Only moderators');
    expect(reload).not.toHaveBeenCalled();
  });
});
