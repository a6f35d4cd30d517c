import { isolated } from '../../../bot/answers/messages.ts';
import type { Begun, SetupDone, SetupPlatform, TokenCheck } from '../../../bot/ports/setup.ts';
import type { PageReader, WebContext } from '../context.ts';
import { type Html, html, raw } from '../render/html.ts';
import { hiddenFields } from '../render/reply.ts';
import { layout } from './layout.ts';

/** A token's field, with the result of the platform's check; undefined if it is empty. */
export interface TokenField {
  readonly platform: SetupPlatform;
  readonly token: string;
  readonly found?: TokenCheck;
}

/** Isolates names and paths in text of the opposite direction. */
const apartFor = ({ direction }: PageReader): ((words: string) => string) =>
  direction === 'rtl' ? isolated : (words) => words;

/** Asks for the code. @param trouble Default: no code was tried */
export const codePage = (context: WebContext, reader: PageReader, trouble?: string): Html =>
  page(
    context,
    reader,
    reader.say('setup-title'),
    html`<p class="lead">${reader.say('setup-code-about')}</p>
    ${trouble !== undefined && html`<p class="trouble" role="alert" id="trouble">${trouble}</p>`}
    <form method="post" action="/setup">${hiddenFields({ csrf: reader.csrf })}
      <p class="field"><label for="code">${reader.say('setup-code')}</label><input id="code" name="code" required
        autocomplete="off" autocapitalize="none" spellcheck="false" dir="ltr" autofocus
        ${trouble !== undefined && html`aria-describedby="trouble" aria-invalid="true"`}></p>
      <button class="primary">${reader.say('setup-open')}</button>
    </form>`,
  );

/** A field for each token, with the result of its check. @param isSaved whether *Save* was pressed without success */
export function setupPage(
  context: WebContext,
  reader: PageReader,
  asked: readonly TokenField[],
  isSaved: boolean,
): Html {
  const { say } = reader;
  const fields = asked.map(
    (one) => html`<fieldset><legend>${one.platform.title}</legend>
      <p class="about">${say(one.platform.words.where)}</p>
      <p class="field"><label for="${one.platform.name}">${say('setup-token', { name: one.platform.title })}</label>
        <input id="${one.platform.name}" name="${one.platform.name}" value="${one.token}" type="password"
        autocomplete="off" spellcheck="false" dir="ltr" aria-describedby="s-${one.platform.name}"></p>
      ${statusPart(reader, one)}</fieldset>`,
  );
  return page(
    context,
    reader,
    say('setup-title'),
    html`<p class="lead">${say('setup-about')}</p>
    ${isSaved && html`<p class="trouble" role="alert">${say('setup-nothing-good')}</p>`}
    <form method="post" action="/setup" data-setup>${hiddenFields({ csrf: reader.csrf })}${fields}
      <p class="buttons"><button class="primary" name="save" value="1">${say('setup-save')}</button>
        <button class="check">${say('setup-check')}</button></p>
    </form>`,
  );
}

/** The result of a token's check. A script fetches it again as long as something can still change. */
export function statusPart(reader: PageReader, { platform: { name, title, words }, found }: TokenField): Html {
  const { say } = reader;
  const apart = apartFor(reader);
  const again = found?.kind === 'unreached' || (found?.kind === 'good' && !found.readsAll);
  return html`<div class="status" id="s-${name}" role="status" data-status="${name}"${again && html` data-again`}>${
    found && wordsOf(found)
  }</div>`;

  function wordsOf(check: TokenCheck): Html {
    if (check.kind === 'malformed') return html`<p class="bad">${say('setup-malformed')}</p>`;
    if (check.kind === 'refused') return html`<p class="bad">${say('setup-refused', { name: title })}</p>`;
    if (check.kind === 'unreached')
      return html`<p class="bad">${say('setup-unreached', { name: title, why: check.why })}</p>`;
    return html`<p class="good">${say('setup-good', { name: apart(check.bot) })}</p>
      ${
        check.readsAll
          ? html`<p class="good">${say(words.reads)}</p>`
          : html`<p class="fair">${say(words.off)}</p>
      ${pictureOf(words.sketch, say(words.picture))}<p class="note">${say('setup-again')}</p>`
      }`;
  }
}

/** The page once the bot is running: how to invite it, and what comes next. */
export function donePage(context: WebContext, reader: PageReader, done: SetupDone): Html {
  const { say } = reader;
  const { started, file, unwritten, key } = done;
  const apart = apartFor(reader);
  const kept = unwritten
    ? html`<p class="trouble" role="alert">${say('setup-unwritten', { file: apart(file), why: unwritten.why })}</p>
      <pre tabindex="0" dir="ltr">${unwritten.lines.join('\n')}</pre>`
    : html`<p>${say('setup-written', { file: apart(file) })}</p>`;
  return page(
    context,
    reader,
    say('setup-done'),
    html`<ul class="started">${started.map((one) => startedItem(reader, one))}</ul>
    ${kept}
    ${key !== undefined && !unwritten && html`<p class="note">${say('setup-key')}</p>`}
    <h2>${say('setup-next')}</h2>
    <ul class="next">${NEXT.map(([path, words]) => html`<li><a href="${path}">${say(words)}</a></li>`)}</ul>`,
  );
}

const NEXT = [
  ['/dashboard/exchange', 'setup-next-import'],
  ['/dashboard/phrasings', 'setup-next-phrasings'],
  ['/', 'setup-next-ask'],
] as const;

const startedItem = ({ say }: PageReader, { platform: { title, words }, bot, invite, readsAll }: Begun): Html =>
  html`<li><strong>${title}</strong>: <bdi>${bot}</bdi><br>
    <a href="${invite}" rel="noopener noreferrer" target="_blank">${say(words.invite)}</a>
    ${!readsAll && html`<p class="fair">${say(words.later)}</p>`}</li>`;

const page = (context: WebContext, reader: PageReader, title: string, body: Html): Html =>
  layout(context, reader, {
    title,
    styles: ['dashboard.css', 'setup.css'],
    scripts: ['dashboard.js', 'setup.js'],
    body: html`<div class="gate setup"><h1>${title}</h1>${body}</div>`,
  });

/** A sketch of a platform's setting. @param words for those who see no pictures */
const pictureOf = (sketch: string, words: string): Html =>
  html`<svg class="picture" viewBox="0 0 340 150" role="img" aria-label="${words}" direction="ltr">${raw(sketch)}</svg>`;
