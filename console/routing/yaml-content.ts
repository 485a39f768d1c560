import { LineCounter, parseDocument, type ErrorCode, type YAMLError } from 'yaml';
import type { Finding, Locate } from './findings.ts';
import { limited } from './limited.ts';
import { locateIn } from './locate.ts';
import { checkNodes, nestedTooDeeply, positionAt } from './yaml-nodes.ts';

export type YamlReading =
  | { readonly kind: 'content'; readonly value: unknown; readonly locate: Locate }
  | { readonly kind: 'invalid'; readonly findings: readonly Finding[] };

/** Where the parser's own words are of no help to somebody who writes a table. */
const helpfulWords: Partial<Record<ErrorCode, string>> = {
  TAB_AS_INDENT: 'has a tab where a line begins: indent with blanks',
  MULTIPLE_DOCS: 'has a second document: take out the line "---"',
};

/** Reads YAML 1.2, and so JSON, for what it says. `emptyProblem` is said of a file without content. Never throws. */
export function readYaml(text: string, emptyProblem: string): YamlReading {
  const lines = new LineCounter();
  // The parser would compare each key of a map with each other, minutes for a hundred thousand: `checkNodes` is quicker.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  // Warnings are about tags that YAML does not know: nothing that a table means.
  const problems = [...document.errors, ...document.warnings];
  // The parser has given up in the depth; what else it says, of brackets that nobody closed, comes from that.
  const tooDeep = problems.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
  if (tooDeep !== undefined) return { kind: 'invalid', findings: [nestedTooDeeply(positionAt(tooDeep.pos[0], lines))] };
  if (problems.length > 0)
    return { kind: 'invalid', findings: limited(problems.map((problem) => syntaxFinding(problem, lines))) };
  if (document.contents === null)
    return {
      kind: 'invalid',
      findings: [{ severity: 'error', code: 'not-yaml', path: '', message: emptyProblem }],
    };

  const findings = checkNodes(document.contents, lines);
  if (findings.length > 0) return { kind: 'invalid', findings: limited(findings) };
  // Aliases have been counted already; the parser's own limit refuses a harmless one that is used a hundred times.
  return { kind: 'content', value: document.toJS({ maxAliasCount: -1 }), locate: locateIn(document, lines) };
}

function syntaxFinding({ code, message, pos }: YAMLError, lines: LineCounter): Finding {
  return {
    severity: 'error',
    code: 'not-yaml',
    path: '',
    ...positionAt(pos[0], lines),
    message: `neither YAML nor JSON: ${helpfulWords[code] ?? message}`,
  };
}
