import { type Html, html } from '../render/html.ts';

export interface Tab {
  /** Lower-case letters. */
  readonly name: string;
  readonly label: string;
  readonly body: Html;
}

/**
 * Several looks of the same in one place: chosen by radio buttons, so that no script is needed. @param id unique on the
 * page
 */
export function tabs(id: string, label: string, all: readonly Tab[]): Html {
  const names = all.map(
    ({ name, label: words }, at) =>
      html`<label class="tab-name"><input type="radio" name="tab-${id}" value="${name}" data-tab="${name}"
        ${at === 0 && html`checked`} autocomplete="off"><span>${words}</span></label>`,
  );
  return html`<div class="tabs"><fieldset class="tab-names"><legend class="unseen">${label}</legend>${names}</fieldset>
    ${all.map(({ body }) => html`<div class="tab">${body}</div>`)}</div>`;
}
