#!/usr/bin/env node
// The command `wenda`: the bot, or another command. Only the one that is called is loaded.
const [command] = process.argv.slice(2);
if (command === undefined || command === 'start') await import('./main.ts');
else await import('./cli.ts');
