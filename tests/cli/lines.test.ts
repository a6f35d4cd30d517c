import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { beforeAll, expect, it } from 'vitest';
import type { Services } from '../../src/bot/services.ts';
import { answerLines } from '../../src/cli/lines.ts';
import { PACK } from '../helpers/pack.ts';
import { servicesOf } from '../helpers/services.ts';

let services: Services;
beforeAll(async () => {
  services = await servicesOf(PACK);
});

async function answer(...lines: readonly (string | Buffer)[]) {
  const [output, errors] = [new PassThrough(), new PassThrough()];
  const input = Readable.from(lines.map((line) => Buffer.concat([Buffer.from(line), Buffer.from('\n')])));
  const printed = Promise.all([text(output), text(errors)]);
  const code = await answerLines({ services }, input, output, errors);
  output.end();
  errors.end();
  const [out, err] = await printed;
  return {
    code,
    err,
    rows: out
      .trim()
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>),
  };
}

it('answers line by line, in order, and passes over empty lines', async () => {
  const { code, rows, err } = await answer(
    '{"id":"a","text":"why was my account banned"}',
    '',
    '{"id":2,"text":"what is the weather like"}',
  );
  expect([code, err]).toEqual([0, '']);
  expect(rows.map(({ id, kind, entry }) => [id, kind, entry])).toEqual([
    ['a', 'sure', 'questions/why-banned'],
    [2, 'unknown', null],
  ]);
});

it.each([
  ['not json', null, 'line 1: is not JSON'],
  [Buffer.from([0xff, 0xfe, 0x41]), null, 'line 1: is not UTF-8'],
  ['[1]', null, 'line 1: is not an object'],
  ['{"id":7}', 7, 'line 1: has no "text"'],
  ['{"id":7,"text":"a","locale":3}', 7, 'line 1: has a "locale" that is no string'],
])('names %j, and answers the next line all the same', async (line, id, problem) => {
  const { code, rows, err } = await answer(line, '{"id":9,"text":"why was my account banned"}');
  expect(code).toBe(2);
  expect(err).toContain(problem);
  expect(rows[0]).toMatchObject({ id, kind: 'unknown', entry: null });
  expect(rows[1]).toMatchObject({ id: 9, kind: 'sure' });
});

it('answers a question that is too long as unknown, and says so', async () => {
  const { code, rows, err } = await answer(JSON.stringify({ id: 1, text: 'x '.repeat(50_000) }));
  expect([code, rows[0]?.kind]).toEqual([0, 'unknown']);
  expect(err).toContain('100000 characters');
});
