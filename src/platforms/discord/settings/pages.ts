import type { Call } from '../../../bot/command.ts';
import { hasScope, rowOf, SECTIONS, SETTING_NAMES, type Setting } from '../../../bot/settings/table.ts';
import { saySection } from '../../../bot/settings/words.ts';

/** Settings that a panel shows at a time: all settings are more than a message holds. */
export interface PanelPage {
  readonly id: string;
  readonly title: string;
  readonly settings: readonly Setting[];
  /** Whether it shows what holds for one channel. */
  readonly isOfChannel: boolean;
}

/** The page of what holds for one channel; the others bear the names of sections. */
export const CHANNEL_PAGE = 'channel';

/**
 * With nine settings of three components each, and the buttons of two forms, there is room for all else in the forty
 * that Discord allows.
 */
const MOST_ON_PAGE = 9;

/** The pages of a panel, by section, and at last that of one channel. */
export function pagesOf(call: Pick<Call, 'say' | 'settings'>): readonly PanelPage[] {
  const { settings = SETTING_NAMES, say } = call;
  const ofPlace = settings.filter((one) => (rowOf(one).scopes ?? ['community']).some((scope) => scope !== 'channel'));
  const ofChannel = settings.filter((one) => hasScope(one, 'channel'));
  return [
    ...SECTIONS.flatMap((section) => {
      const own = ofPlace.filter((one) => rowOf(one).section === section);
      return chunks({ id: section, title: saySection(call, section), settings: own, isOfChannel: false });
    }),
    ...chunks({ id: CHANNEL_PAGE, title: say('panel-channel'), settings: ofChannel, isOfChannel: true }),
  ];
}

/** One page, or several that are numbered. */
function chunks(page: PanelPage): PanelPage[] {
  const count = Math.ceil(page.settings.length / MOST_ON_PAGE);
  return Array.from({ length: count }, (_, at) => ({
    ...page,
    id: at === 0 ? page.id : `${page.id}.${at + 1}`,
    title: at === 0 ? page.title : `${page.title} (${at + 1})`,
    settings: page.settings.slice(at * MOST_ON_PAGE, (at + 1) * MOST_ON_PAGE),
  }));
}
