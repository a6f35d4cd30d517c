import { codeBlock, inlineText, plainMarkdown } from '../../core/entry/markdown-words.ts';
import { isWebAddress } from '../format/web-address.ts';

/** A part of a message with one format. */
export type Piece =
  | { readonly kind: 'plain' | 'bold' | 'italic' | 'code' | 'person'; readonly text: string }
  | { readonly kind: 'block'; readonly text: string; readonly language: string }
  | { readonly kind: 'link'; readonly text: string; readonly address: string };

export const markdownOf = (pieces: readonly Piece[]): string => pieces.map(markdownOfPiece).join('');

function markdownOfPiece(piece: Piece): string {
  const { kind, text } = piece;
  // Marks must touch letters, and must not span several lines.
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  if (words === '') return text;
  const isOneLine = !words.includes('\n');
  const marked = (mark: string) => (isOneLine ? `${mark}${inlineText(words)}${mark}` : plainMarkdown(words));
  if (kind === 'bold') return `${before}${marked('**')}${after}`;
  if (kind === 'italic') return `${before}${marked('*')}${after}`;
  if (kind === 'code') return isOneLine && !words.includes('`') ? `${before}\`${words}\`${after}` : codeBlock(words);
  if (kind === 'block') return codeBlock(words, /^[\w+#-]*$/.test(piece.language) ? piece.language : '');
  if (kind === 'link' && isOneLine && isWebAddress(piece.address))
    return `${before}[${inlineText(words)}](<${new URL(piece.address).href}>)${after}`;
  return `${before}${plainMarkdown(words)}${after}`;
}
