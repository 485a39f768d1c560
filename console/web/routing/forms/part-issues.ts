import type * as z from 'zod';
import type { Path } from '../../workbench/table-edit.ts';

/** What is wrong with a part of a table, by where in it: "attempts.0.timeout"; "" for the whole. The first that is said of a place. */
export type Issues = Readonly<Record<string, string>>;

/** Where a form is, and below: what is wrong there. */
export interface Errors {
  /** At exactly this place. */
  at(...path: Path): string | undefined;
  /** At exactly this place: what may be meant so, and is worth knowing. */
  noteAt(...path: Path): string | undefined;
  /** The same for a part of it. */
  below(...path: Path): Errors;
}

export function issuesOf(schema: z.ZodType, value: unknown): Issues {
  const read = schema.safeParse(value);
  if (read.success) return {};
  const issues: Record<string, string> = {};
  for (const { path, message } of read.error.issues) issues[placeKey(path)] ??= message;
  return issues;
}

/** @param notes what is said of a place beside errors. */
export function errorsOf(issues: Issues, notes: Issues = {}, prefix: Path = []): Errors {
  return {
    at: (...path) => issues[placeKey([...prefix, ...path])],
    noteAt: (...path) => notes[placeKey([...prefix, ...path])],
    below: (...path) => errorsOf(issues, notes, [...prefix, ...path]),
  };
}

/** What is wrong with a list, or with one of its values. */
export function errorInList(errors: Errors, values: readonly unknown[]): string | undefined {
  return errors.at() ?? values.map((_, index) => errors.at(index)).find((error) => error !== undefined);
}

/** The same for what is worth knowing. */
export function noteInList(errors: Errors, values: readonly unknown[]): string | undefined {
  return errors.noteAt() ?? values.map((_, index) => errors.noteAt(index)).find((note) => note !== undefined);
}

/** The key of a place among issues. */
export function placeKey(path: readonly PropertyKey[]): string {
  return path.map(String).join('.');
}
