import { build } from 'rolldown';

/**
 * Bundles each program that people start into a few files below `dist/app`: reading hundreds of small files takes a
 * third of a start, and more if the disk or the processor is busy. Programs that measure these use the files that `tsc`
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
  // Its CommonJS build finds its parts in a way that no bundler can follow.
  resolve: { alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' } },
  // Not bundled: packages with parts that are not JavaScript, or that look for files beside their own; and opencc-js,
  // whose tables would take three times the room if escaped.
  external: [/^@photostructure\/sqlite/, /^discord\.js/, /^grammy/, /^opencc-js/, /^pg$/],
  output: {
    dir: 'dist/app',
    cleanDir: true,
    // With a single letter beyond Latin-1, a file would be kept in memory at two bytes for every letter.
    charset: 'ascii',
    comments: { annotation: false, jsdoc: false, legal: true },
  },
});

/**
 * Scripts of the site made of the knowledge. The search is a file of its own, loaded when somebody begins to use it.
 */
await build({
  input: { site: 'src/site/assets/site.ts' },
  platform: 'browser',
  output: { dir: 'dist/site', cleanDir: true, minify: true, chunkFileNames: '[name].js' },
});
