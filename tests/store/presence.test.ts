import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/bot/ports/store.ts';
import { openStore } from '../../src/store/index.ts';
import { createPresence, type PresenceOptions } from '../../src/store/presence.ts';

const NOW = '2026-11-25T00:00:00.000Z';
const draft = (id: string) => ({ id, community: 'c', person: 'p', content: '{}', expires: '2027-01-01T00:00:00.000Z' });

describe('what may stand in the store', () => {
  let folder = '';
  let url = '';
  let store: Store;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'update-cost-'));
    url = `sqlite:${join(folder, 'wenda.db')}`;
    store = await openStore(url);
  });

  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is found, whether it was there before, was added since, or was added in a transaction that goes on', async () => {
    await store.transact(async ({ drafts, people }) => {
      await drafts.save(draft('old'));
      await people.setLanguage('old', 'it');
    });
    await store.close();
    store = await openStore(url);
    await expect
      .poll(async () => [await store.findDraft('none', NOW), await store.languageOf('none')])
      .toEqual([undefined, undefined]);
    expect([(await store.findDraft('old', NOW))?.id, await store.languageOf('old')]).toEqual(['old', 'it']);
    await store.think(async () => {
      await store.transact(({ drafts }) => drafts.save(draft('new')));
      expect((await store.findDraft('new', NOW))?.id).toBe('new');
    });
    await store.transact(({ people }) => people.setLanguage('new', 'ko'));
    expect([(await store.findDraft('new', NOW))?.id, await store.languageOf('new')]).toEqual(['new', 'ko']);
  });

  it('is found where another process has added it', async () => {
    await store.languageOf('x');
    const other = await openStore(url);
    await other.transact(({ people }) => people.setLanguage('x', 'fa'));
    await other.close();
    await expect.poll(() => store.languageOf('x')).toBe('fa');
  });
});

describe('presence', () => {
  const rows = { drafts: ['a', 'b'], choices: ['c'] };
  let [reads, version, time] = [0, 1, 0];
  const keysAfter: PresenceOptions['keysAfter'] = async (table, last) => {
    reads += 1;
    return rows[table].filter((key) => key > last).slice(0, 1);
  };
  const create = (options: Partial<PresenceOptions> = {}) =>
    createPresence({ keysAfter, version: () => version, onError: () => undefined, now: () => time, ...options });

  it('knows nothing before it has read everything, and then without reading', async () => {
    const presence = create();
    expect(presence.lacks('drafts', 'x')).toBe(false);
    await expect.poll(() => presence.lacks('drafts', 'x')).toBe(true);
    reads = 0;
    expect([presence.lacks('drafts', 'b'), presence.lacks('drafts', 'c'), presence.lacks('choices', 'c')]).toEqual([
      false,
      true,
      false,
    ]);
    expect(reads).toBe(0);
  });

  it('reads anew where another process has changed something, and where reading failed', async () => {
    const presence = create();
    presence.lacks('drafts', 'x');
    await expect.poll(() => presence.lacks('drafts', 'x')).toBe(true);
    [version, time] = [2, 1000];
    expect(presence.lacks('drafts', 'x')).toBe(false);
    await expect.poll(() => presence.lacks('drafts', 'x')).toBe(true);
    let isBroken = true;
    const failing = create({
      keysAfter: (...given) => (isBroken ? Promise.reject(new Error('busy')) : keysAfter(...given)),
    });
    failing.lacks('drafts', 'x');
    isBroken = false;
    await expect.poll(() => failing.lacks('drafts', 'x')).toBe(true);
  });

  it('keeps what is added while it reads', async () => {
    const presence = create();
    presence.lacks('drafts', 'x');
    presence.add('drafts', 'x');
    await expect.poll(() => presence.lacks('drafts', 'y')).toBe(true);
    expect(presence.lacks('drafts', 'x')).toBe(false);
  });
});
