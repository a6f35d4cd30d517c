import MiniSearch from 'minisearch';
import { analyzer } from '../../core/text/analyze.ts';
import { bestOf, optionsFor, type SearchData, type SearchDocument, searchFor } from '../tokens.ts';

/** Entries for a text, the best first. */
export type Search = (text: string) => { readonly id: string; readonly title: string }[];

/** @param address URL of the search.json of an edition @throws if it cannot be fetched */
export async function openSearch(address: string): Promise<Search> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const { language, index } = (await response.json()) as SearchData;
  const reader = analyzer(language);
  const search = MiniSearch.loadJS<SearchDocument>(index, optionsFor(reader));
  return (text) =>
    bestOf(search.search(text, searchFor(reader))).map(({ id, title }) => ({ id: String(id), title: String(title) }));
}
