import { beforeAll, describe, expect, it } from 'vitest';
import { completeLine } from '../../../src/bot/conversation/complete.ts';
import type { Services } from '../../../src/bot/services.ts';
import { PACK } from '../../helpers/pack.ts';
import { moderatorIn, PLACE, servicesOf } from '../../helpers/services.ts';

let services: Services;
const complete = (line: string) => completeLine(line, PLACE, services);

beforeAll(async () => {
  services = await servicesOf(PACK);
  await moderatorIn(services)('/pin money entry: questions/refund');
});

describe('completion', () => {
  it('knows the commands that people type', async () => {
    expect((await complete('/pi')).options).toEqual(['/pin ', '/pins ']);
    expect(await complete('/conf')).toEqual({ options: [], replaced: '/conf' });
  });

  it('knows the entries, the pinned one first', async () => {
    expect((await complete('/show ')).options[0]).toBe('questions/refund');
    expect(await complete('/pin how do I verify entry: phone')).toMatchObject({ replaced: 'phone' });
    expect((await complete('/pin how do I verify entry: phone numbers')).options[0]).toBe('questions/phone-number');
    expect((await complete('/retire history')).options[0]).toBe('questions/delete-data');
  });

  it.each(['why', '', '/help entry: ', '/pin how', '/nothing x'])('leaves %j alone', async (line) =>
    expect((await complete(line)).options).toEqual([]),
  );
});
