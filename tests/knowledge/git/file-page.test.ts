import { expect, it } from 'vitest';
import { pageOfFile } from '../../../src/knowledge/git/file-page.ts';

const FILE = 'club/en/questions/what is $&?.md';
const WRITTEN = 'club/en/questions/what%20is%20%24%26%3F.md';

it.each([
  ['https://git.example.org/club/knowledge.git', {}, 'https://git.example.org/club/knowledge/blob/HEAD/'],
  ['https://someone@git.example.org:8443/k/', {}, 'https://git.example.org:8443/k/blob/HEAD/'],
  ['git@git.example.org:club/k.git', { branch: 'next/2' }, 'https://git.example.org/club/k/blob/next/2/'],
  ['ssh://git@git.example.org:22/club/k', {}, 'https://git.example.org/club/k/blob/HEAD/'],
])('a file of %s has a page', (url, more, page) => expect(pageOfFile({ url, ...more }, FILE)).toBe(page + WRITTEN));

it('a host with other addresses has a pattern, and a folder has no pages', () => {
  const url = 'file:///srv/club.git';
  expect(pageOfFile({ url }, FILE)).toBeUndefined();
  expect(pageOfFile({ url }, FILE, 'https://git.example.org/src/main/{file}')).toBe(
    `https://git.example.org/src/main/${WRITTEN}`,
  );
});
