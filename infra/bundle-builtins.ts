import { builtinModules } from 'node:module';
import type { Plugin } from 'esbuild';

const names = new Set(builtinModules.map(withoutScheme));
const isIdentifier = /^[A-Za-z_$][\w$]*$/;

/** How a Node module is given to those who import it, and to those who require it. import() is left to Node. */
const forms: Partial<Record<string, string>> = {
  'import-statement': 'builtin-by-name',
  'require-call': 'builtin-whole',
};

/**
 * Takes Node's own modules from process.getBuiltinModule() instead of importing them.
 * An ES module that imports one has Node read every export of it, those behind getters included: `import 'node:http'` loads
 * undici for a WebSocket that nobody uses, which takes 25 ms here against 3 (nodejs/node issue 59686).
 */
export const builtinModulesAsNeeded: Plugin = {
  name: 'builtin-modules-as-needed',
  setup: (build) => {
    build.onResolve({ filter: /.*/ }, (asked) => {
      const path = withoutScheme(asked.path);
      const namespace = forms[asked.kind];
      return namespace === undefined || !names.has(path) ? undefined : { path, namespace, sideEffects: false };
    });
    build.onLoad({ filter: /.*/, namespace: 'builtin-by-name' }, ({ path }) => ({ contents: exportsByName(path) }));
    build.onLoad({ filter: /.*/, namespace: 'builtin-whole' }, ({ path }) => ({
      contents: `module.exports = ${moduleNamed(path)};`,
    }));
  },
};

/** An ES module of which only those exports are left in the bundle, and read when it is loaded, that somebody imports. */
function exportsByName(name: string): string {
  const exported = Object.keys(process.getBuiltinModule(`node:${name}`) ?? {});
  const named = exported.filter((each) => isIdentifier.test(each) && each !== 'default');
  return [
    `const it = /* @__PURE__ */ ${moduleNamed(name)};`,
    'export default it;',
    ...named.map((each, at) => `const e${at} = /* @__PURE__ */ (() => it.${each})(); export { e${at} as ${each} };`),
  ].join('\n');
}

function moduleNamed(name: string): string {
  return `process.getBuiltinModule('node:${name}')`;
}

function withoutScheme(name: string): string {
  return name.startsWith('node:') ? name.slice('node:'.length) : name;
}
