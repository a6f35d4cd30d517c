import { beforeEach, describe, expect, it } from 'vitest';
import { placesOf } from '../../../src/bot/community/communities.ts';
import { movePlace } from '../../../src/bot/community/moving.ts';
import { helpersSpot } from '../../../src/bot/handover/helpers.ts';
import { KINDS } from '../../../src/bot/ports/changes.ts';
import type { Services } from '../../../src/bot/services.ts';
import { entryOf, textOf } from '../../helpers/entries.ts';
import { moderatorIn, reopened, servicesOf } from '../../helpers/services.ts';

const OLD = { platform: 'test', id: '-5' };
const NEW = { platform: 'test', id: '-1005' };
let services: Services;
const recordsOf = async (place: typeof OLD, from = services) => {
  const { state } = await from.communities.of(place);
  return KINDS.filter((kind) => kind !== 'place').flatMap((kind) =>
    state.rawAll(kind).map(([key, value]) => [kind, key, value]),
  );
};

beforeEach(async () => {
  services = await servicesOf([
    entryOf('questions/refund', textOf('en', 'Can I get a refund?')),
    entryOf('questions/hours', textOf('en', 'When are you open?')),
  ]);
  const say = moderatorIn(services, { place: OLD });
  await say('/pin money back? entry: refund');
  await say('/settings mode questions');
  await say('/retire hours why: old');
});

describe('a place that goes on under another id', () => {
  it('keeps its community and all that it decided', async () => {
    const before = await recordsOf(OLD);
    expect(before.length).toBeGreaterThan(1);
    await movePlace(services, OLD, NEW);
    expect((await services.communities.of(NEW)).id).toBe('test:-5');
    expect(await recordsOf(NEW)).toEqual(before);
    expect(await recordsOf(NEW, await reopened(services))).toEqual(before);
  });

  it('is asked for help under its new id', async () => {
    await moderatorIn(services, { place: OLD })('/settings human here');
    expect(helpersSpot(await services.communities.of(OLD), OLD)).toEqual({ place: 'test:-5', channel: '' });
    await movePlace(services, OLD, NEW);
    expect(helpersSpot(await services.communities.of(NEW), NEW)).toEqual({ place: 'test:-1005', channel: '' });
  });

  it('moves once, however often that is told', async () => {
    for (let n = 0; n < 3; n++) await movePlace(services, OLD, NEW);
    const acts = await services.store.transact(({ log }) => log.acts({}));
    expect(acts.filter(({ command }) => command === 'move')).toHaveLength(1);
  });

  it('takes along what was decided at the new id meanwhile', async () => {
    await moderatorIn(services, { place: NEW })('/pin opening times? entry: refund');
    await movePlace(services, OLD, NEW);
    expect(
      (await services.communities.of(NEW)).state
        .all('pin')
        .map(([, { question }]) => question)
        .sort(),
    ).toEqual(['money back?', 'opening times?']);
  });

  it('stays linked with the places that it was linked with', async () => {
    const code = /\/link (\S+)/.exec(JSON.stringify(await moderatorIn(services, { place: OLD })('/link')))?.[1] ?? '';
    const other = { platform: 'other', id: '1' };
    await moderatorIn(services, { place: other })(`/link ${code}`);
    await movePlace(services, OLD, NEW);
    expect((await services.communities.of(other)).id).toBe((await services.communities.of(NEW)).id);
    expect(placesOf(await services.communities.byId('test:-5'))).not.toContain('test:-5');
  });
});
