import { baseOf } from '../../../core/text/language.ts';
import type { Reader } from '../context.ts';
import { type Html, html } from '../render/html.ts';

/** Says to whoever reads another language that what follows is told in English, as files are spoken of. */
export const inEnglish = ({ language, say }: Reader): Html | undefined =>
  baseOf(language) === 'en' ? undefined : html`<p class="about">${say('page-in-english')}</p>`;
