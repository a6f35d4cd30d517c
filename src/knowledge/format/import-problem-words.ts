const BY_HAND = 'write an entry for it by hand where it is needed';
const OWN_HEADING = 'give it a heading of its own if it answers a question';
const WHOLE_CELL = 'put the whole cell in quotation marks, and write each one inside it twice';
const COLUMN_NAMES = 'name the columns: {columns}; question and answer are needed';
const QNABOT_FORM = 'an export of QnABot is {"qna": [{"qid": "...", "q": ["..."], "a": "..."}]}';
const LIST_FORM = 'a list is [{"question": "...", "answer": "..."}], or {"name": "answer"}';

/** Words of the problems of an import; see problem-words.ts. */
export const IMPORT_PROBLEM_WORDS = {
  // Import
  'no-such-file': ['there is no such file', 'check its name'],
  'address-for-file': [
    'this is an address, and the import fetches nothing',
    'save the page in your browser, and name the file; of a repository, name a clone',
  ],
  'unknown-file-kind': ['files of this kind cannot be imported', 'name a folder, or a file that ends in {endings}'],
  'spreadsheet-file': ['spreadsheets cannot be imported', 'save each sheet as CSV, and import that'],
  'markup-file': [
    'AsciiDoc, reStructuredText and Org cannot be imported',
    'turn it into HTML, for example with "pandoc FAQ.rst -o FAQ.html" or "asciidoctor FAQ.adoc", and import that',
  ],
  'document-file': ['documents cannot be imported', 'save it as HTML or plain text, and import that'],
  'nothing-to-import': [
    'the folder holds nothing that can be imported',
    'name a pack, a folder of packs, or files that end in {endings}',
  ],
  'many-source-files': ['the folder has more than {most} files', 'import it folder by folder'],
  'passed-over-files': [
    '{what} are passed over: {names}',
    'import such a file by its own name if it answers questions',
  ],
  'passed-over-folder': ['the folder lies too deep and is passed over', 'nest at most {most} folders'],
  'too-large-import': ['with this file the import is too large', 'import the rest by itself'],
  'not-an-archive': ['this is no ZIP archive that can be read', 'pack the files again, as a plain ZIP'],
  'large-archive': ['unpacked, the archive has more than {most} bytes', 'import its folders one by one'],
  'many-archived-files': ['the archive holds {count} files', 'import at most {most} at once'],
  'unsafe-archived-name': [
    'the archive names "{name}", which leads out of it, is a link, or is there twice',
    'pack the folder of the files alone',
  ],
  'locked-archived-file': [
    '"{name}" in the archive is encrypted, or packed in an unusual way',
    'pack the files again, as a plain ZIP without a password',
  ],
  'large-archived-file': ['"{name}" in the archive has {count} bytes', 'split it into files of at most {most}'],
  'broken-archived-file': [
    '"{name}" in the archive is damaged, or is not what the archive says of it',
    'pack the files again',
  ],
  'large-source-file': ['the file has {count} bytes', 'split it into files of at most {most}'],
  'other-encoding': ['the file was read as {encoding}', 'save it as UTF-8 where letters look wrong'],
  'unlike-its-encoding': ['the file is not {encoding}, as it seems at first', 'save it as UTF-8'],
  'not-a-language-tag': ['"{language}" is not the tag of a language', '{cure}'],
  'empty-source-title': ["the source's title is empty", 'write one, or leave it out'],
  'not-a-web-address': [
    '"{what}" is no web address',
    'write a whole address such as https://example.org/page, or leave it out',
  ],
  'unsafe-pack-name': ['"{name}" is no name for a pack', 'write one that can be the name of a folder'],
  'many-questions': ['the file has {count} questions', 'import at most {most} at once'],

  // Import of texts, tables, lists and pages
  'many-lines': ['the file has more than {most} lines', 'split it'],
  'unreadable-foreign-matter': [
    'the text between the lines `---` cannot be read, and is not imported',
    'put a value with special characters in quotes',
  ],
  'unheaded-text': ['the text above the first heading is not imported', OWN_HEADING],
  'moved-page': ['"{what}" only says that a page moved', 'import the page to which it moved'],
  'question-in-answer': [
    '"{question}" became a part of the answer to "{what}"',
    'make it a heading if it is a question of its own',
  ],
  'unread-question': ['the question "{question}" is not imported', 'make it a heading, and write its answer below it'],
  'asking-chapter': [
    'the question "{what}" has no answer of its own, only further questions below it',
    'write one right below it, or word it as the name of a chapter',
  ],
  'cut-answer': [
    'the answer to "{what}" is cut: {count} characters are left out, from "{begin}"',
    'give it headings, at which it is split, and --source-url, so that the answer leads to the rest',
  ],
  'links-only': [
    'the answer to "{what}" is hardly more than links',
    'leave it out if it is a menu or an index, or say what is there',
  ],
  'question-in-code': [
    'the question "{question}" is in code for the page, and is not imported',
    'save it as JSON with its answer, and import that',
  ],
  'question-in-markup': ['the question "{question}" is not imported', 'turn the file into HTML, and import that'],
  'text-below-heading': ['the text right below "{what}" is not imported', OWN_HEADING],
  'unanswered-heading': ['no answer below the question "{what}"', 'write one, or take the heading out'],
  'text-without-questions': ['no questions were found', 'write each question as a heading, and its answer below it'],
  'many-columns': ['the first row has {count} cells', 'keep at most {most} columns'],
  'no-question-column': ['the first row names no question: "{row}"', COLUMN_NAMES],
  'no-answer-column': ['the first row names no answer: "{row}"', COLUMN_NAMES],
  'no-question-or-answer-column': ['the first row names no question and no answer: "{row}"', COLUMN_NAMES],
  'repeated-column': ['the column "{column}" is repeated here', 'keep one of the two'],
  'unknown-column': ['the column "{column}" is not imported', '{cure}'],
  'extra-cells': [
    'the row has {count} cells, the first one {columns}',
    'put a cell that holds a separator in quotation marks',
  ],
  'unsafe-id': ['"{id}" is no id for an entry', 'write one such as questions/why-banned, of at most {most} bytes'],
  'unreadable-table': ['the table cannot be read: {reason}', WHOLE_CELL],
  'endless-quotation': ['a quotation mark is opened here and never closed', WHOLE_CELL],
  'rows-above-columns': [
    'the rows above the names of the columns are not imported',
    'take them out where they say nothing',
  ],
  'long-row': ['the row that begins here has more than {most} bytes', 'look for a quotation mark that is not closed'],
  'table-without-questions': [
    'no questions were found',
    'write each question and its answer in a row below the names of the columns',
  ],
  'deep-data': ['the file is nested too deeply', 'nest at most {most} lists and groups'],
  'long-yaml': ['the file has {count} characters', 'split it into files of at most {most}, or save it as JSON'],
  'not-yaml': ['the file cannot be read: {reason}', 'put a value with special characters in quotes'],
  'json-without-questions': ['no questions were found', `${QNABOT_FORM}; ${LIST_FORM}`],
  'yaml-without-questions': ['no questions were found', LIST_FORM],
  'large-page': ['the page has more than {most} elements', 'copy its text into a Markdown file'],
  'deep-page': ['the page has more than {most} elements inside one another', 'copy its text into a Markdown file'],
  'page-without-questions': [
    'no questions were found',
    'write each question as a heading, a summary or a term, and its answer below it',
  ],

  // Import of items; `{item}` is the item's name in quotation marks, or what else it goes by
  'unanswered-item': ['no answer to {item}', 'write one, or leave the question out'],
  'unasked-answer': ['no question to the answer "{what}"', 'write one beside it, or leave the answer out'],
  'text-beside-list': [
    'the text "{key}" beside the list is not imported',
    'make it an item of the list if it answers a question',
  ],
  'several-answers': [
    'of {count} answers to {item} the first is imported',
    'put them together by hand where all are needed',
  ],
  'silent-item': ['{item} is left out: it says nothing', BY_HAND],
  'picture-item': ['{item} is left out: it is a file or a picture', BY_HAND],
  'disabled-item': ['{item} is left out: it is switched off', BY_HAND],
  'unpublished-item': ['{item} is left out: it is a draft', BY_HAND],
  'wordless-trigger': ['{item} is left out: it is not set off by words', BY_HAND],
  'other-item-type': ['{item} is left out: it is of the type "{type}"', BY_HAND],
  'no-hits-item': ['{item} is left out: it is for questions without an answer', BY_HAND],
  'function-answer': ['{item} is left out: a function works its answer out', BY_HAND],
  'computed-answer': ['{item} is left out: its answer is worked out when it is asked for', BY_HAND],
  'computed-markdown': [
    'the Markdown answer of {item} is not imported: it is worked out when it is asked for',
    'its plain answer is taken instead',
  ],
  'unusable-markdown': [
    'the Markdown answer of {item} is not imported: it cannot be shown',
    'its plain answer is taken instead',
  ],

  // Import of entries
  'draft-without-answer': ['no answer', 'write one, or leave the question out'],
  'long-question': ['the question has {count} characters', 'shorten it to {most}'],
  'quote-first': ['the answer begins with a quote', 'write a sentence before it'],
  'repeated-id': ['the id "{id}" is on line {before}, too', 'give each entry its own'],
  'repeated-entry': ['"{what}" is left out, because it says the same as on line {place}', 'keep one of the two'],
  'repeated-question': ['the question "{what}" is on line {before}, too', 'keep it where the answer fits'],
  'question-in-other-file': [
    'the question "{what}" is on line {before} of {other}, too',
    'keep it where the answer fits',
  ],
  'repeated-phrasing': [
    'the phrasing "{what}" is left out, because it is on line {place}, too',
    'keep it where the answer fits',
  ],
  'id-in-other-pack': [
    'the entry "{id}" is in the pack "{pack}", too',
    'rename one of the two; ids are unique across all packs',
  ],
  'related-left-out': ['the related entry "{id}" is not in the pack "{pack}", so it is left out', 'import it as well'],
  'unexplained-source': [
    'the pack "{pack}" has no source "{id}"',
    "name the source's title with the import, or import the whole pack",
  ],

  // Import into a folder
  'unsafe-folder-name': ['"{name}" is no name for a pack', 'name a folder that every system can have'],
  'copy-beside': [
    'beside it lies "{name}" with {count} of the same entries',
    'it looks like a copy: move it elsewhere, for packs with the same entries cannot be loaded together',
  ],
  'comma-in-path': ['KNOWLEDGE_DIR parts its folders at commas', 'choose a path without one'],
  'not-a-readable-folder': ['this is not a folder that can be read', 'name a new folder'],
  'foreign-folder': ['the folder is no pack, and not empty', 'name a new folder, or that of a pack'],
  'folder-of-packs': [
    'the folder is no pack, and not empty',
    'name one of the packs in it, such as {pack}, or a new folder in it',
  ],
  'already-a-pack': ['this is a pack already', 'copy its folder; only what is no pack is put into another'],
  'kept-entry': ['the entry "{id}" says something else, and stays as it is', 'add --force to replace it, or rename it'],
} as const;
