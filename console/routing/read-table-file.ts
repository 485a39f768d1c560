import { LineCounter, parseDocument, type Document, type YAMLError } from 'yaml';
import { routingTableFileSchema, type RoutingTableFile } from '../../shared/contracts/routing-table-file.ts';
import { FindingList, type Finding, type Locate } from './findings.ts';
import { locateIn } from './locate.ts';
import { addSchemaFindings } from './schema-findings.ts';

export type TableFileReading =
  | { readonly kind: 'read'; readonly file: RoutingTableFile; readonly locate: Locate }
  | { readonly kind: 'invalid'; readonly findings: readonly Finding[] };

/** Reads a table file, YAML or JSON, as far as its shape goes. What it names is checked by `compileTable`. */
export function readTableFile(text: string): TableFileReading {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const findings = new FindingList(locateIn(document, lines));
  // Warnings are about tags that YAML does not know: nothing that a table means.
  const problems = [...document.errors, ...document.warnings];
  if (problems.length > 0)
    return { kind: 'invalid', findings: problems.map((problem) => syntaxFinding(problem, lines)) };

  const content = contentOf(document);
  if (content.kind === 'unreadable') findings.error('not-yaml', [], content.problem);
  else {
    const read = routingTableFileSchema.safeParse(content.value);
    if (read.success) return { kind: 'read', file: read.data, locate: locateIn(document, lines) };
    addSchemaFindings(read.error.issues, findings);
  }
  return { kind: 'invalid', findings: findings.all };
}

function syntaxFinding({ message, pos }: YAMLError, lines: LineCounter): Finding {
  const { line, col } = lines.linePos(pos[0]);
  return {
    severity: 'error',
    code: 'not-yaml',
    path: '',
    line,
    column: col,
    message: `neither YAML nor JSON: ${message}`,
  };
}

type Content =
  { readonly kind: 'content'; readonly value: unknown } | { readonly kind: 'unreadable'; readonly problem: string };

function contentOf(document: Document.Parsed): Content {
  if (document.contents === null)
    return {
      kind: 'unreadable',
      problem: 'the file is empty: a table has at least name, callerId, dialling and default',
    };
  try {
    return { kind: 'content', value: document.toJS() };
  } catch (error) {
    // Aliases that refer to nothing, to themselves, or to far too much.
    return {
      kind: 'unreadable',
      problem: `YAML aliases cannot be resolved: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}
