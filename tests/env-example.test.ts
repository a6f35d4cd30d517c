import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { allVariables, readConfig } from '../src/config.ts';

const lines = [...readFileSync('.env.example', 'utf8').matchAll(/^#?([A-Z][A-Z0-9_]*)=(.*)$/gm)].map(
  ([, name = '', value = '']): [string, string] => [name, value],
);

it('.env.example names every variable, once', () =>
  expect(lines.map(([name]) => name).sort()).toEqual(Object.keys(allVariables()).sort()));

it('.env.example shows what holds by default', () => {
  const { web, chats, ...rest } = readConfig(Object.fromEntries(lines));
  // That a port is written down is what it says.
  expect({ ...rest, web: { ...web, isAsked: false }, chats: {} }).toEqual({ ...readConfig({}), chats: {} });
  const variables = allVariables();
  for (const [name, words] of Object.entries(chats).filter(([, words]) => words !== undefined))
    expect([name, variables[name]?.safeParse(words)]).toEqual([name, variables[name]?.safeParse(undefined)]);
});
