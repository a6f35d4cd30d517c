import type { Community } from './community/community.ts';

/** The language of those of whom nothing is known: the community's choice, else that of the installation. */
export function homeLanguage({ state }: Pick<Community, 'state'>, { defaultLanguage }: { readonly defaultLanguage: string }): string {
  const own = state.get('setting', 'language');
  return typeof own === 'string' ? own : defaultLanguage;
}
