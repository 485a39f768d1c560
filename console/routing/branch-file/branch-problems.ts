import type { Finding, Position } from '../findings.ts';
import { furtherFindings, mostFindings } from '../limited.ts';

export interface BranchProblem {
  readonly code: string;
  /** "row 16, column number", "features[15].properties.number"; empty for the whole file. */
  readonly path: string;
  readonly message: string;
  /** Asked for the problems that are told. */
  readonly position?: (() => Position | undefined) | undefined;
}

/** What is wrong with a branch file: the first hundred problems are told, the others counted. */
export class BranchProblems {
  readonly #file: string;
  readonly #findings: Finding[] = [];
  #further = 0;

  constructor(file: string) {
    this.#file = file;
  }

  add({ code, path, message, position }: BranchProblem): void {
    if (this.#findings.length === mostFindings) {
      this.#further += 1;
      return;
    }
    this.#findings.push({ severity: 'error', code, path, message, file: this.#file, ...position?.() });
  }

  get any(): boolean {
    return this.#findings.length > 0;
  }

  /** In the order of the file. */
  get findings(): readonly Finding[] {
    const inOrder = this.#findings.toSorted(
      (a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
    );
    return this.#further === 0 ? inOrder : [...inOrder, furtherFindings(this.#further, this.#file)];
  }
}
