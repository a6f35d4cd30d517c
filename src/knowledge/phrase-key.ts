export { phraseKey } from '../core/phrase-key.ts';
