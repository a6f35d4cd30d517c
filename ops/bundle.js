import { build } from 'rolldown';

/**
 * Puts each program that people start into a few files under `dist/app`: reading hundreds of small ones takes a third
 * of a start, and more if the disk or the processor is busy. Measurements of these programs use the files that `tsc`
 * builds.
 */
await build({
  input: {
    wenda: 'src/wenda.ts',
    main: 'src/main.ts',
    cli: 'src/cli.ts',
    'learn-worker': 'src/knowledge/live/learn-worker.ts',
  },
  platform: 'node',
  // Its other build finds its parts by a function that no bundle has.
  resolve: { alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' } },
  // Packages with parts that are no JavaScript, or that look for others beside them, stay where they are. So does
  // opencc-js, whose tables would take three times the room escaped.
  external: [/^@photostructure\/sqlite/, /^discord\.js/, /^grammy/, /^opencc-js/, /^pg$/],
  output: {
    dir: 'dist/app',
    cleanDir: true,
    // One letter beyond Latin-1 anywhere in a file, and the process holds all of it at two bytes a letter.
    charset: 'ascii',
    comments: { annotation: false, jsdoc: false, legal: true },
  },
});

/** Scripts of the site that is made of the knowledge: the search comes when somebody begins to use it. */
await build({
  input: { site: 'src/site/assets/site.ts' },
  platform: 'browser',
  output: { dir: 'dist/site', cleanDir: true, minify: true, chunkFileNames: '[name].js' },
});
