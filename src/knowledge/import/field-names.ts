import { asksIn } from './lines.ts';

export type FieldPurpose =
  | 'question'
  | 'answer'
  | 'phrasings'
  | 'names'
  | 'tags'
  | 'source'
  | 'url'
  | 'language'
  | 'id';

/**
 * Usual names of columns and keys in lower case, the likeliest first. `phrasings` holds whole questions, `names` short
 * ones separated by commas.
 */
const NAMES: Readonly<Record<FieldPurpose, string>> = {
  question:
    'question|questions|q|faq|ask|query|prompt|title|heading|headline|subject|summary|问题|問題|问|問|提问|标题|標題|' +
    'вопрос|в|вопросы|заголовок|질문|문|문의|제목|pregunta|preguntas|título|titulo|domanda|frage|fragen|titel|' +
    'titre|pergunta|perguntas|domande|titolo|سؤال|س|سوال|پرسش|عنوان|السؤال|العنوان|trigger|command|name|' +
    'term|key',
  answer:
    'answer|answers|a|reply|response|responses|solution|content|text|body|message|description|value|' +
    'output|definition|答案|回答|答|答复|答覆|解答|回复|回覆|内容|內容|ответ|о|ответы|текст|답변|답|대답|내용|respuesta|respuestas|' +
    'contenido|risposta|antwort|antworten|réponse|réponses|resposta|respostas|risposte|contenuto|پاسخ|' +
    'جواب|ج|متن|الجواب|الإجابة|إجابة|اجابة|النص',
  phrasings:
    'phrasings|phrasing|other questions|similar questions|alternative questions|alternatives|variants|' +
    'variations|utterances|examples|相似问题|相似問題|相似问|其他问法|其他問法|问法|другие вопросы|варианты|формулировки|' +
    '유사 질문|유사질문|다른 질문|otras preguntas|variantes|altre domande|varianti|پرسش های مشابه|سؤالات مشابه|' +
    'أسئلة مشابهة|صيغ أخرى',
  names:
    'names|aliases|alias|keywords|keyword|synonyms|synonym|triggers|shortcuts|shortcut|关键词|關鍵詞|关键字|關鍵字|' +
    '别名|別名|同义词|同義詞|ключевые слова|синонимы|псевдонимы|키워드|별칭|동의어|palabras clave|sinónimos|sinonimos|' +
    'parole chiave|sinonimi|کلیدواژه ها|کلیدواژه|کلمات کلیدی|مترادف ها|كلمات مفتاحية|الكلمات المفتاحية|' +
    'مرادفات',
  tags:
    'tags|tag|category|categories|topic|topics|section|group|labels|label|label names|标签|標籤|分类|分類|类别|類別|' +
    '主题|主題|категория|категории|тема|раздел|теги|метки|태그|분류|카테고리|주제|etiquetas|categoría|categoria|' +
    'kategorie|thema|catégorie|tema|sección|etichette|argomento|sezione|برچسب|برچسب ها|دسته|دسته بندی|' +
    'موضوع|فئة|الفئة|تصنيف|التصنيف|وسوم|القسم',
  source: 'source|sources|来源|來源|источник|출처|fuente|fonte|quelle|منبع|المصدر|مصدر',
  // Addresses for people come before those for programs.
  url:
    'html url|url|link|source url|address|链接|連結|网址|網址|ссылка|링크|enlace|collegamento|پیوند|لینک|الرابط|' +
    'رابط',
  language: 'language|lang|locale|default locale|语言|語言|язык|언어|idioma|lingua|sprache|langue|زبان|اللغة|لغة',
  id: 'id|qid|slug|编号|編號',
};

const FIELDS = Object.keys(NAMES) as FieldPurpose[];
const BY_NAME = new Map(
  FIELDS.flatMap((field) => NAMES[field].split('|').map((name, at) => [name, { field, rank: at }] as const)),
);

/** A column's name in one spelling: lower case, with spaces for underscores, without a colon or star at its end. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s_\u200c-]+/g, ' ')
    .replace(/ ?[:?*]$/, '');

/** The purpose of a column or key of this name; undefined if the name is not a usual one. */
export const fieldOf = (name: string): FieldPurpose | undefined =>
  name.length > LONGEST_NAME ? undefined : BY_NAME.get(plainName(name))?.field;

const LONGEST_NAME = 60;

/** Words by which a longer name shows its purpose. */
const WORDS_OF = {
  question: /question|问题|問題|提问|вопрос|질문|pregunta|domanda|frage|pergunta|سؤال|سوال|پرسش/iu,
  answer:
    /answer|reply|response|solution|答案|回答|解答|回复|回覆|ответ|답변|respuesta|risposta|antwort|réponse|resposta|پاسخ|جواب|إجابة/iu,
} as const;

/**
 * Replaces a longer name of a column ("The answer we give") by the usual one for questions or answers, if no column has
 * the usual name and only one has such a longer name. Other names stay.
 */
export function usualNames(names: readonly string[]): string[] {
  const open = (['question', 'answer'] as const).filter((field) => !names.some((name) => fieldOf(name) === field));
  const meant = (name: string) =>
    fieldOf(name) === undefined && name.length <= LONGEST_NAME
      ? (['question', 'answer'] as const).filter((field) => WORDS_OF[field].test(name))
      : [];
  const found = names.map(meant).map((fields) => (fields.length === 1 ? fields[0] : undefined));
  return names.map((name, at) => {
    const field = found[at];
    return field !== undefined && open.includes(field) && found.filter((one) => one === field).length === 1
      ? field
      : name;
  });
}

/** For each purpose the likeliest of the names. */
export function fieldsIn(names: readonly string[]): ReadonlyMap<FieldPurpose, string> {
  const found = new Map<FieldPurpose, { readonly name: string; readonly rank: number }>();
  for (const name of names) {
    const known = name.length > LONGEST_NAME ? undefined : BY_NAME.get(plainName(name));
    const before = known && found.get(known.field);
    if (known && (!before || known.rank < before.rank)) found.set(known.field, { name, rank: known.rank });
  }
  return new Map([...found].map(([field, { name }]) => [field, name]));
}

/**
 * Turns a name such as `getting-started` into words as a person would type them; a name with spaces stays. The prefix
 * of a command (`!`, `/`) is removed.
 */
export function readableName(name: string): string {
  const words = name.trim().replace(/^[!?/.;,$-]{1,2}(?=[\p{L}\p{N}])/u, '');
  return /\s/.test(words) ? words : words.replace(/(?<=[\p{L}\p{N}])[-_]+(?=[\p{L}\p{N}])/gu, ' ');
}

interface QuestionColumns {
  readonly question: number;
  readonly answer: number;
  /** Whether the header names them. If not, they were guessed, and the header may be a question itself. */
  readonly isNamed: boolean;
}

/**
 * Finds the columns that hold questions and answers: by their names, or, if every row has two cells, by whether most
 * cells of the first column ask. Undefined if neither helps.
 */
export function questionColumns(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): QuestionColumns | undefined {
  const fields = usualNames(header).map(fieldOf);
  const [question, answer] = [fields.indexOf('question'), fields.indexOf('answer')];
  if (question >= 0 && answer >= 0 && rows.length > 0) return { question, answer, isNamed: true };
  const asking = rows.filter(([first = '']) => asksIn(first)).length;
  const isPaired = rows.length > 1 && rows.every((cells) => cells.length === 2);
  return isPaired && asking * 2 > rows.length ? { question: 0, answer: 1, isNamed: false } : undefined;
}

/**
 * Splits a cell or value that holds several things. Whole questions are only split at `|` and line breaks, as they
 * contain commas.
 */
export const partsOf = (field: FieldPurpose, text: string): string[] =>
  text.split(field === 'phrasings' ? /[|\n]/ : /[|,;，、；\n]/).filter((part) => part.trim() !== '');

/** Whether the questions are names of a bot's commands. Only such bots have answers with placeholders to fill in. */
export const isCommandName = (name: string): boolean => /^(?:name|trigger|command)$/i.test(name.trim());
