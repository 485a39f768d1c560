/** What a command has to say: as lines for people, and as one object for `--json`. */
export interface Report {
  /** 0: all is well; 1: findings, a refusal, a store that does not answer; 2: called wrongly. */
  readonly exitCode: 0 | 1 | 2;
  readonly lines: readonly string[];
  readonly json: Readonly<Record<string, unknown>>;
}

/** A failure with a code that programs can act on. */
export function failure(
  exitCode: 1 | 2,
  code: string,
  lines: readonly string[],
  more: Readonly<Record<string, unknown>> = {},
): Report {
  return { exitCode, lines, json: { ok: false, code, message: lines[0] ?? code, ...more } };
}

/** `file-unreadable`: a file that was named is not there, or may not be read. */
export function unreadable(path: string, error: unknown): Report {
  return failure(2, 'file-unreadable', [
    `cannot read ${path}: ${error instanceof Error ? error.message : String(error)}`,
  ]);
}

/** What the file system says, as against a bug of ours. */
export function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}
