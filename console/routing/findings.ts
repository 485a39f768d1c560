/** Where in a table file: keys and list indexes, from the root. */
export type FilePath = readonly (string | number)[];

/** Something that an operator should know about a table file. */
export interface Finding {
  /** Errors refuse the table; warnings are shown. */
  readonly severity: 'error' | 'warning';
  /** Stable, kebab-case. */
  readonly code: string;
  /** What is wrong, and what to do. */
  readonly message: string;
  /** "rules[0].when.reason[1]"; empty for the whole file. */
  readonly path: string;
  /** From 1. */
  readonly line?: number;
  /** From 1. */
  readonly column?: number;
}

export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where something stands in the text, or the nearest thing around it that does. */
export type Locate = (path: FilePath) => Position | undefined;

/** Collects findings, so that an operator sees all of them at once. */
export class FindingList {
  readonly #locate: Locate;
  readonly #findings: Finding[] = [];

  constructor(locate: Locate) {
    this.#locate = locate;
  }

  error(code: string, path: FilePath, message: string): void {
    this.#add('error', code, path, message);
  }

  warning(code: string, path: FilePath, message: string): void {
    this.#add('warning', code, path, message);
  }

  /** In the order of the file. */
  get all(): readonly Finding[] {
    return this.#findings.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
  }

  get hasErrors(): boolean {
    return this.#findings.some(({ severity }) => severity === 'error');
  }

  #add(severity: Finding['severity'], code: string, path: FilePath, message: string): void {
    this.#findings.push({ severity, code, message, path: describePath(path), ...this.#locate(path) });
  }
}

/** `file:12:5 error rules[0].id is used twice (rule-id-twice)`. */
export function formatFinding(fileName: string, { severity, code, message, path, line, column }: Finding): string {
  const where = line === undefined ? fileName : `${fileName}:${line}:${column ?? 1}`;
  return `${where} ${severity} ${[path, message].filter((part) => part !== '').join(' ')} (${code})`;
}

export function describePath(path: FilePath): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${step}`))
    .join('');
}
