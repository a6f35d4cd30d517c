import { encodedPath, pageOf } from '../../bot/answers/on-site.ts';
import type { Search } from './search.ts';

/** Loads the search when somebody begins to use it, and lists its results. Without a script, the form is hidden. */
function prepare(form: HTMLFormElement): void {
  const { base = '', language = '' } = form.dataset;
  const field = form.querySelector('input');
  const list = document.querySelector<HTMLElement>('[data-found]');
  const [nothing, failed] = ['[data-nothing]', '[data-failed]'].map((name) =>
    document.querySelector<HTMLElement>(name),
  );
  if (!field || !list || !nothing || !failed) return;
  form.hidden = false;
  let loading: Promise<Search> | undefined;
  const load = (): Promise<Search> => {
    loading ??= import('./search.ts').then(({ openSearch }) => openSearch(`${base}${language}/search.json`));
    return loading;
  };
  const show = async (): Promise<void> => {
    const text = field.value.trim();
    try {
      const search = await load();
      // The text has changed during the search.
      if (text !== field.value.trim()) return;
      const found = text === '' ? [] : search(text);
      failed.hidden = true;
      nothing.hidden = text === '' || found.length > 0;
      list.hidden = found.length === 0;
      list.replaceChildren(...found.map(({ id, title }) => item(base + encodedPath(pageOf(language, id)), title)));
    } catch {
      loading = undefined;
      failed.hidden = false;
    }
  };
  field.addEventListener('focus', () => void load().catch(() => (loading = undefined)));
  field.addEventListener('input', () => void show());
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void show();
  });
}

function item(address: string, title: string): HTMLElement {
  const link = Object.assign(document.createElement('a'), { href: address, textContent: title, dir: 'auto' });
  const one = document.createElement('li');
  one.append(link);
  return one;
}

/** Redirects from the first page to the edition in the browser's language. */
function choose(links: readonly HTMLAnchorElement[]): void {
  for (const wanted of navigator.languages) {
    const locale = new Intl.Locale(wanted).maximize();
    const own = links.filter(({ lang }) => new Intl.Locale(lang).language === locale.language);
    const best = own.find(({ lang }) => new Intl.Locale(lang).maximize().script === locale.script) ?? own[0];
    if (best) {
      location.replace(best.href);
      return;
    }
  }
}

const form = document.querySelector<HTMLFormElement>('[data-search]');
if (form) prepare(form);
choose([...document.querySelectorAll<HTMLAnchorElement>('[data-choose] a')]);
