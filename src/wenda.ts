#!/usr/bin/env node
// The command `wenda`: the bot itself, or one of the commands beside it. Each is loaded only if it is called.
const [command] = process.argv.slice(2);
if (command === undefined || command === 'start') await import('./main.ts');
else await import('./cli.ts');
