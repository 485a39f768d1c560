import { readFile } from 'node:fs/promises';
import type { AliasOptions, Plugin } from 'vite';

// Libraries as the browser gets them: without what the console never does, so that a page is there soon.

/** The words of react-aria's own widgets, in thirty languages: the console speaks English. */
const otherLanguages = /\/react-(?:aria|stately|aria-components)\/.*\/intl\/.*\/(?!en-US)[a-z]{2}-[A-Z]{2}\.m?js$/;
const englishOnly: Plugin = {
  name: 'english-only',
  enforce: 'pre',
  load: (id) => (otherLanguages.test(id) ? 'export default {};' : undefined),
};

/**
 * zod looks whether it may compile schemas with `new Function` when the first is made; the content security policy forbids it, and
 * browsers report the attempt. Told so before, it does not look (zod, `z.config({ jitless: true })`).
 */
const zodWithoutEval: Plugin = {
  name: 'zod-without-eval',
  enforce: 'pre',
  transform: (code, id) =>
    id.endsWith('/zod/v4/core/core.js') ? `(globalThis.__zod_globalConfig ??= {}).jitless = true;\n${code}` : undefined,
};

/** Each schema of zod brings the way to JSON Schema along, and no page makes any: all functions of these two files do nothing there. */
const jsonSchema = /\/zod\/v4\/core\/(?:to-json-schema|json-schema-processors)\.js$/;
const zodWithoutJsonSchema: Plugin = {
  name: 'zod-without-json-schema',
  enforce: 'pre',
  async load(id) {
    if (!jsonSchema.test(id)) return undefined;
    const code = await readFile(id, 'utf8');
    const names = [...code.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name);
    return [
      'const nothing = () => undefined;',
      ...names.map((name) => `export const ${name} = nothing;`),
      ...(code.includes('as process }') ? ['export { nothing as process };'] : []),
    ].join('\n');
  },
};

/**
 * react-aria counts on React in two places: it renders the items of a list into a document of its own, which has what React asks of
 * the DOM (https://github.com/preactjs/preact/issues/4539), and it copies events, which are React's objects there and the browser's
 * with Preact.
 */
const madeForPreact: readonly { readonly file: RegExp; readonly changes: readonly (readonly [string, string])[] }[] = [
  {
    file: /\/react-aria\/.*\/collections\/Document\.m?js$/,
    changes: [
      [
        'createElement(type) {',
        'createElementNS(_namespace, type) { return this.createElement(type); }\n    createElement(type) {',
      ],
      ['addEventListener() {', 'remove() { this.parentNode?.removeChild(this); }\n    addEventListener() {'],
      // Its elements pass for comments, in whose text Preact looks for marks.
      ['hasAttribute() {', "get data() { return ''; }\n    hasAttribute() {"],
    ],
  },
  {
    file: /\/react-aria\/.*\/interactions\/createEventHandler\.m?js$/,
    // What the browser's events tell is inherited, which `...` leaves out and `in` does not.
    changes: [['...e,', '...(() => { const all = {}; for (const key in e) all[key] = e[key]; return all; })(),']],
  },
];
const ariaForPreact: Plugin = {
  name: 'aria-for-preact',
  enforce: 'pre',
  transform(code, id) {
    const made = madeForPreact.find(({ file }) => file.test(id));
    return made?.changes.reduce((text, [before, after]) => {
      if (!text.includes(before)) this.error(`${id} has no "${before}" any more: see whether Preact can do without`);
      return text.replace(before, after);
    }, code);
  },
};

export const libraryPlugins: Plugin[] = [englishOnly, zodWithoutEval, zodWithoutJsonSchema, ariaForPreact];

/** Workers have no widgets. */
export const workerPlugins = (): Plugin[] => [zodWithoutEval, zodWithoutJsonSchema];

export const libraryAliases: AliasOptions = [
  // The parser's usual build is for Node, and fast there; a browser has no Buffer, and takes the one that brings its own.
  { find: 'csv-parse/sync', replacement: 'csv-parse/browser/esm/sync' },
  // What is written for React runs on Preact: 10 kB, compressed, for 65.
  { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
  { find: /^react(?:-dom)?$/, replacement: 'preact/compat' },
  { find: /^react\/jsx-runtime$/, replacement: 'preact/jsx-runtime' },
];
