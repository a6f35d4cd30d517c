/** Strings that have broken pages: markup, attributes, templates, addresses, directions, halves of letters. */
const SEEDS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' autofocus onfocus=alert(1) x='",
  '" onmouseover="alert(1)" style="position:fixed;inset:0',
  '</textarea><script>alert(1)</script>',
  '</title><script>alert(1)</script>',
  '</style><script>alert(1)</script>',
  '<!--<script>alert(1)//-->',
  ']]><script>alert(1)</script>',
  '<iframe srcdoc="<script>parent.alert(1)</script>">',
  '<a href="javascript:alert(1)">x</a>',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '<base href="https://evil.example/">',
  '<meta http-equiv=refresh content="0;url=https://evil.example">',
  '<link rel=stylesheet href=https://evil.example/x.css>',
  '<form action=https://evil.example><button>x',
  '<input name=csrf value=x>',
  '<math><mtext></mtext><mglyph><style><img src=x onerror=alert(1)>',
  '<template><script>alert(1)</script></template>',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: that is the string
  '${alert(1)}',
  '{{constructor.constructor("alert(1)")()}}',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;img src=x onerror=alert(1)&#62;',
  '\u202eevil\u202c<b>',
  '\ud800<script>alert(1)</script>\udc00',
  '\u0000<\u0000script>alert(1)</script>',
  '<scr\u0000ipt>alert(1)</scr\u0000ipt>',
  '\u001b[31m<b>x',
  '<ſcript>alert(1)</ſcript>',
  '＜script＞alert(1)＜/script＞',
  '`<b>` ``` *x* _y_ ||z|| @everyone <@1>',
  '[x](javascript:alert(1))',
  '__proto__',
  'constructor',
  'A\u0301'.repeat(200),
  'x'.repeat(500),
];

/** So many different strings, the same at every run. */
export function hostileStrings(count: number): string[] {
  let state = 4711;
  const random = (below: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  const pick = (): string => SEEDS[random(SEEDS.length)] ?? '';
  const found = new Set(SEEDS);
  while (found.size < count) {
    const [one, other] = [pick(), pick()];
    const cut = random(one.length + 1);
    found.add(
      `${one.slice(0, cut)}${['', ' ', '\n', '"', "'", '<', '>', '&', '`', '\\'][random(10)]}${other.slice(random(other.length + 1))}${random(2) === 0 ? one.slice(cut) : ''}`,
    );
  }
  return [...found];
}
