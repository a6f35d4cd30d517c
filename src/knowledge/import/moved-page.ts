import type { EntryDraft } from './draft.ts';
import { asksIn } from './lines.ts';

/** Characters: a longer text says something. */
const LONGEST = 400;
const NOTICE = new RegExp(
  '\\b(?:this|the|our|these)\\s+(?:[\\w-]+\\s+){0,3}(?:page|document|docs?|documentation|article|faq|section|content|guide|wiki|file|site)s?\\b' +
    '[^.!?]{0,30}\\b(?:has|have|was|were|is|are)\\s+(?:been\\s+)?(?:now\\s+)?(?:moved|relocated|migrated)\\b|^(?:page\\s+)?moved\\s+(?:here|to)\\b|' +
    '(?:本|此|该|該|这个|這個)(?:页|頁|文档|文檔|文章|内容|內容)[^。]{0,12}(?:移|迁|遷|搬)|' +
    '(?:страниц|стать|документац|раздел)[^.]{0,30}(?:перемещ|перенес|переех)|' +
    '(?:página|artículo|documento|contenido|documentación)[^.]{0,30}(?:se ha (?:movido|trasladado|mudado)|(?:ha|fue) (?:sido )?(?:movid|trasladad))|' +
    '(?:pagina|guida|articolo|documento|documentazione)[^.]{0,30}(?:stat[ao] (?:spostat|trasferit)|si è spostat)|' +
    '(?:페이지|문서|글)[^\\n]{0,60}(?:이동|옮겨|이전)(?:했|되|됐|하였|졌)|' +
    '(?:نُ?قلت|تم نقل|انتقلت)[^.]{0,20}(?:الصفحة|المقال|المحتوى|الوثائق)|(?:صفحه|مقاله|محتوا|مستندات)[^.]{0,30}منتقل شد',
  'iu',
);

/** Whether an entry only says that its page is elsewhere now; what a question asks for is an answer. */
export const isMoved = ({ title, answer }: Pick<EntryDraft, 'title' | 'answer'>): boolean =>
  answer.length <= LONGEST && !asksIn(title) && NOTICE.test(answer);
