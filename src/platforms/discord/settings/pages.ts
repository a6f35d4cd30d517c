import type { Call } from '../../../bot/command.ts';
import { hasScope, rowOf, SECTIONS, SETTING_NAMES, type Setting } from '../../../bot/settings/table.ts';
import { saySection } from '../../../bot/settings/words.ts';

/** A page of the settings panel; one message cannot hold all settings. */
export interface PanelPage {
  readonly id: string;
  readonly title: string;
  readonly settings: readonly Setting[];
  /** Whether it shows the settings of one channel. */
  readonly isOfChannel: boolean;
}

/** The page with the settings of one channel; other pages have the names of sections. */
export const CHANNEL_PAGE = 'channel';

/**
 * Nine settings have at most three components each. With the buttons of two forms, that leaves room for everything else
 * within Discord's 40.
 */
const MOST_ON_PAGE = 9;

/** The panel's pages by section; the last is that of one channel. */
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

/** Splits a page with too many settings into numbered pages. */
function chunks(page: PanelPage): PanelPage[] {
  const count = Math.ceil(page.settings.length / MOST_ON_PAGE);
  return Array.from({ length: count }, (_, at) => ({
    ...page,
    id: at === 0 ? page.id : `${page.id}.${at + 1}`,
    title: at === 0 ? page.title : `${page.title} (${at + 1})`,
    settings: page.settings.slice(at * MOST_ON_PAGE, (at + 1) * MOST_ON_PAGE),
  }));
}
