import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

interface Service {
  readonly profiles?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly volumes: readonly (string | { readonly type: string })[];
  readonly depends_on?: Readonly<Record<string, { readonly required?: boolean }>>;
}

const text = readFileSync('compose.yaml', 'utf8');
const { services } = parse(text) as { services: Readonly<Record<string, Service>> };

describe('compose.yaml', () => {
  const always = Object.entries(services).filter(([, { profiles }]) => profiles === undefined);

  it('starts one container, with SQLite and one volume', () => {
    expect(always.map(([name]) => name)).toEqual(['wenda']);
    const [[, wenda] = []] = always;
    const named = wenda?.volumes.filter((volume) => typeof volume === 'string');
    expect(named).toEqual(['data:/data']);
    expect(wenda?.environment).toMatchObject({
      DATABASE_URL: `\${DATABASE_URL:-sqlite:/data/wenda.db}`,
      WENDA_CACHE: '/data/cache',
    });
  });

  it('needs no variable and no .env, and no database unless its profile is named', () => {
    // Compose fills in the whole file, also services that do not start.
    expect(text).not.toMatch(/\$\{\w+:?\?/);
    expect(text).toMatch(/path: \.env\n\s+required: false/);
    expect(services.wenda?.depends_on?.postgres).toMatchObject({ required: false });
    expect(services.postgres?.profiles).toEqual(['postgres']);
  });
});

describe('the image', () => {
  it('keeps everything that it writes in its volume', () => {
    const image =
      readFileSync('Dockerfile', 'utf8')
        .split(/^FROM /m)
        .at(-1) ?? '';
    const [, volume = 'none'] = /^VOLUME (\S+)$/m.exec(image) ?? [];
    const [, database] = /DATABASE_URL=sqlite:(\S+)/.exec(image) ?? [];
    const [, cache] = /WENDA_CACHE=(\S+)/.exec(image) ?? [];
    expect([database, cache].map((path) => path?.startsWith(`${volume}/`))).toEqual([true, true]);
    expect(image).toContain(`/cache ${cache}\n`);
  });
});

it('the container and the unit tell Node what `npm start` tells it: later ones take 100 MB more for its default', () => {
  const started = [
    JSON.parse(readFileSync('package.json', 'utf8')).scripts.start,
    readFileSync('Dockerfile', 'utf8').match(/^ENTRYPOINT .*/m)?.[0],
    readFileSync('ops/wenda.service', 'utf8').match(/^ExecStart=.*/m)?.[0],
  ];
  expect(started.map((command) => command?.match(/--[\w=-]+/g))).toEqual(
    started.map(() => ['--max-semi-space-size=16']),
  );
});
