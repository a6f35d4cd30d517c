import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerFrom } from '../../../src/core/search/engine.ts';
import { createMeanings } from '../../../src/knowledge/learned/live-meanings.ts';
import { entryOf, textOf } from '../../helpers/entries.ts';
import { libraryOf } from '../../helpers/library.ts';
import { type MadeEncoder, madeEncoder } from '../../helpers/made-encoder.ts';
import { shippedLocales } from '../../helpers/services.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

const ENTRIES = [
  entryOf('questions/refund', textOf('en', 'Can I get a refund?')),
  entryOf('questions/hours', textOf('en', 'When does the library open?'), textOf('es', '¿Cuándo abre la biblioteca?')),
  entryOf('questions/parking', textOf('en', 'Where can I park my bicycle?')),
];
const GROUPS = [
  ['refund', 'clawback'],
  ['get', 'want'],
];
const QUESTION = 'i want a clawback';

async function opened(encoder: MadeEncoder = madeEncoder(GROUPS), cacheDir = temporaryFolder({}), patience?: number) {
  const locales = await shippedLocales();
  const library = libraryOf(ENTRIES, locales);
  const errors: unknown[] = [];
  const meanings = createMeanings({
    encoder,
    cacheDir,
    detect: locales.detect,
    onError: (error) => errors.push(error),
    patience,
  });
  return { encoder, cacheDir, library, meanings, errors };
}

describe('meanings of questions', () => {
  it('are compared with every entry of a language that the encoder knows', async () => {
    const { encoder, library, meanings, errors } = await opened();
    await meanings.follow(library, ENTRIES);
    await meanings.prepare(QUESTION);
    const of = meanings.of(QUESTION);
    const [english, spanish] = ['en', 'es'].map((base) => library.indexes.find((index) => index.base === base));
    expect(english && of?.(english)?.top[0]).toBe(english?.ids.indexOf('questions/refund'));
    expect(spanish && of?.(spanish)).toBeUndefined();
    expect(encoder.given[0]).not.toContain('¿Cuándo abre la biblioteca?');
    expect(errors).toEqual([]);
  });

  it('find an entry that shares no telling word with the question', async () => {
    const { library, meanings } = await opened();
    await meanings.follow(library, ENTRIES);
    await meanings.prepare(QUESTION);
    const ask = (meaning?: ReturnType<typeof meanings.of>) => answerFrom(library, QUESTION, 'en', undefined, meaning);
    expect(ask().kind).toBe('unknown');
    const { kind, candidates } = ask(meanings.of(QUESTION));
    expect([kind === 'unknown', candidates[0]?.entry.id]).toEqual([false, 'questions/refund']);
  });

  it('are made of questions in languages that it knows only, once, and not before there is anything to compare with', async () => {
    const { encoder, library, meanings } = await opened();
    await meanings.prepare(QUESTION);
    expect(encoder.given).toEqual([]);
    await meanings.follow(library, ENTRIES);
    await meanings.prepare(QUESTION);
    await meanings.prepare(QUESTION);
    await meanings.prepare('когда открывается библиотека');
    expect(encoder.given.slice(1)).toEqual([[QUESTION]]);
    expect(meanings.of('когда открывается библиотека')).toBeUndefined();
  });

  it('of texts are kept, and read at the next start; what is damaged is encoded again', async () => {
    const first = await opened();
    await first.meanings.follow(first.library, ENTRIES);
    const second = await opened(madeEncoder(GROUPS), first.cacheDir);
    await second.meanings.follow(second.library, ENTRIES);
    expect(second.encoder.given).toEqual([]);
    await second.meanings.prepare(QUESTION);
    expect(second.meanings.of(QUESTION)).toBeDefined();
    const folder = path.join(first.cacheDir, 'meanings');
    const [file = ''] = readdirSync(folder);
    writeFileSync(path.join(folder, file), 'damaged');
    const third = await opened(madeEncoder(GROUPS), first.cacheDir);
    await third.meanings.follow(third.library, ENTRIES);
    expect(third.encoder.given).toHaveLength(1);
  });

  it('are none while the encoder gives nothing, and what could not be encoded is tried again', async () => {
    let isDown = true;
    const { library, meanings, errors } = await opened(madeEncoder(GROUPS, { isDown: () => isDown }));
    await meanings.follow(library, ENTRIES);
    await meanings.prepare(QUESTION);
    expect(meanings.of(QUESTION)).toBeUndefined();
    isDown = false;
    await meanings.follow(library, ENTRIES);
    await meanings.prepare(QUESTION);
    expect(meanings.of(QUESTION)).toBeDefined();
    expect(errors).toEqual([]);
  });

  it('are waited for as long as whoever asks can wait', async () => {
    const encoder = madeEncoder(GROUPS);
    const slow: MadeEncoder = {
      ...encoder,
      encode: (texts, patience = 250) => (patience > 1000 ? encoder.encode(texts) : Promise.resolve(undefined)),
    };
    const meant = async (patience?: number) => {
      const { library, meanings } = await opened(slow, temporaryFolder({}), patience);
      await meanings.follow(library, ENTRIES);
      await meanings.prepare(QUESTION);
      return meanings.of(QUESTION);
    };
    expect(await meant()).toBeUndefined();
    expect(await meant(Number.POSITIVE_INFINITY)).toBeDefined();
  });

  it('of old questions are forgotten', async () => {
    const { library, meanings } = await opened();
    await meanings.follow(library, ENTRIES);
    for (let n = 0; n <= 300; n++) await meanings.prepare(`where is the bicycle number ${'x'.repeat(n)}`);
    expect(meanings.of('where is the bicycle number ')).toBeUndefined();
    expect(meanings.of(`where is the bicycle number ${'x'.repeat(300)}`)).toBeDefined();
  });

  it('cannot be kept where nothing can be written, and are there all the same', async () => {
    const blocked = path.join(temporaryFolder({ file: '' }), 'file');
    const { library, meanings, errors } = await opened(madeEncoder(GROUPS), blocked);
    await meanings.follow(library, ENTRIES);
    await meanings.prepare(QUESTION);
    expect(meanings.of(QUESTION)).toBeDefined();
    expect(errors).toEqual([]);
  });
});
