import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { VARIABLES } from '../src/variables.ts';

const lines = [...readFileSync('.env.example', 'utf8').matchAll(/^#?([A-Z][A-Z0-9_]*)=(.*)$/gm)].map(
  ([, name = '', value = '']): [string, string] => [name, value],
);

it('.env.example names every variable, once', () =>
  expect(lines.map(([name]) => name).sort()).toEqual(Object.keys(VARIABLES).sort()));

it('.env.example shows what holds by default', () => {
  const { web, ...rest } = readConfig(Object.fromEntries(lines));
  // That a port is written down is what it says.
  expect({ ...rest, web: { ...web, isAsked: false } }).toEqual(readConfig({}));
});
