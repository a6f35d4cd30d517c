export { phraseKey } from '../core/text/phrase-key.ts';
