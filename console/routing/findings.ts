import type { Witness } from '../../shared/contracts/caller-file.ts';

/** Where in a table file: keys and list indexes, from the root. */
export type FilePath = readonly (string | number)[];

/** Errors refuse the table; warnings are most likely mistakes; notes are worth knowing. */
export type Severity = 'error' | 'warning' | 'note';

/** What a finding says beside where it is. */
export interface FindingDetails {
  /** The rule that it is about. */
  readonly rule?: string;
  /** Rules that together take every caller of this one. */
  readonly coveredBy?: readonly string[];
  /** A caller, a moment and a seed that show it: what `decide` says of them is the finding. */
  readonly witness?: Witness;
}

/** Something that an operator should know about a table file. */
export interface Finding extends FindingDetails {
  readonly severity: Severity;
  /** Stable, kebab-case. */
  readonly code: string;
  /** What is wrong, and what to do. */
  readonly message: string;
  /** "rules[0].when.reason[1]"; empty for the whole file. */
  readonly path: string;
  /** The file it is in, when that is not the table's own: "branches.csv". */
  readonly file?: string;
  /** From 1. */
  readonly line?: number;
  /** From 1; of a CSV file, the character in the line. */
  readonly column?: number;
}

export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where something stands in the text, or the nearest thing around it that does; and in which file, when not in the table's own. */
export type Locate = (path: FilePath) => (Position & { readonly file?: string }) | undefined;

/** Collects findings, so that an operator sees all of them at once. */
export class FindingList {
  readonly #locate: Locate;
  readonly #findings: Finding[] = [];

  constructor(locate: Locate) {
    this.#locate = locate;
  }

  error(code: string, path: FilePath, message: string, details?: FindingDetails): void {
    this.#add('error', code, path, message, details);
  }

  warning(code: string, path: FilePath, message: string, details?: FindingDetails): void {
    this.#add('warning', code, path, message, details);
  }

  note(code: string, path: FilePath, message: string, details?: FindingDetails): void {
    this.#add('note', code, path, message, details);
  }

  /** In the order of the files, the table's own first. */
  get all(): readonly Finding[] {
    return this.#findings.toSorted(
      (a, b) =>
        compareText(a.file ?? '', b.file ?? '') || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
    );
  }

  get hasErrors(): boolean {
    return this.#findings.some(({ severity }) => severity === 'error');
  }

  #add(severity: Severity, code: string, path: FilePath, message: string, details: FindingDetails = {}): void {
    this.#findings.push({ severity, code, message, path: describePath(path), ...this.#locate(path), ...details });
  }
}

/** `file:12:5 error rules[0].id is used twice (rule-id-twice)`. */
export function formatFinding(
  tableFile: string,
  { severity, code, message, path, file, line, column }: Finding,
): string {
  const name = file ?? tableFile;
  const where = line === undefined ? name : `${name}:${line}:${column ?? 1}`;
  return `${where} ${severity} ${[path, message].filter((part) => part !== '').join(' ')} (${code})`;
}

export function describePath(path: FilePath): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${step}`))
    .join('');
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
