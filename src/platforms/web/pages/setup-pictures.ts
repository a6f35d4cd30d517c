import { type Html, html } from '../render/html.ts';

/** Draws where a platform has its switch. @param name of the platform @param words for those who see no pictures */
export const pictureOf = (name: string, words: string): Html =>
  html`<svg class="picture" viewBox="0 0 340 150" role="img" aria-label="${words}" direction="ltr">${
    name === 'discord' ? DISCORD : TELEGRAM
  }</svg>`;

/** The developer portal: *Bot* in the list at the left, the switch at the right. */
const DISCORD = html`<rect class="frame" x="1" y="1" width="338" height="148" rx="8"/>
<line class="rule" x1="92" y1="1" x2="92" y2="149"/>
<text x="14" y="34">OAuth2</text><rect class="here" x="8" y="46" width="76" height="24" rx="5"/>
<text class="strong" x="14" y="62">Bot</text><text x="14" y="90">Installation</text>
<text class="strong" x="106" y="28">Privileged Gateway Intents</text>
<text x="106" y="62">Presence Intent</text><rect class="off" x="290" y="51" width="32" height="16" rx="8"/>
<text x="106" y="92">Server Members Intent</text><rect class="off" x="290" y="81" width="32" height="16" rx="8"/>
<text class="strong" x="106" y="122">Message Content Intent</text>
<rect class="on" x="290" y="111" width="32" height="16" rx="8"/><circle class="knob" cx="314" cy="119" r="6"/>
<rect class="ring" x="98" y="103" width="232" height="32" rx="8"/>`;

/** The chat with BotFather: the command, the bot, and the button. */
const TELEGRAM = html`<rect class="frame" x="1" y="1" width="338" height="148" rx="8"/>
<text class="strong" x="14" y="24">BotFather</text><line class="rule" x1="1" y1="34" x2="339" y2="34"/>
<rect class="mine" x="206" y="44" width="102" height="22" rx="10"/><text x="216" y="59">/setprivacy</text>
<rect class="theirs" x="12" y="72" width="172" height="22" rx="10"/><text x="22" y="87">Choose a bot</text>
<rect class="mine" x="206" y="80" width="102" height="22" rx="10"/><text x="216" y="95">@your_bot</text>
<rect class="key" x="12" y="112" width="144" height="26" rx="6"/><text x="66" y="129">Enable</text>
<rect class="key" x="164" y="112" width="144" height="26" rx="6"/><text class="strong" x="216" y="129">Disable</text>
<rect class="ring" x="160" y="108" width="152" height="34" rx="8"/>`;
