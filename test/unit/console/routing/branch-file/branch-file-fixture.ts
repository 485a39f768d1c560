import fc from 'fast-check';
import { readBranchFile } from '../../../../../console/routing/branch-file/read-branch-file.ts';
import type { FileBranch } from '../../../../../shared/contracts/table-file/branches.ts';
import { textSchema } from '../../../../../shared/contracts/table-file/parts.ts';

/** `3:12 row 2, column number must be …`, a line for each thing that is wrong with a file. */
export function problemsOf(name: string, text: string): string[] {
  const reading = readBranchFile({ name, text });
  if (reading.kind === 'read') return [];
  return reading.findings.map(({ file, line, column, path, message }) => {
    if (file !== name) throw new Error(`the finding is about ${String(file)}, not about ${name}`);
    return `${line}:${column} ${path} ${message}`;
  });
}

/** @throws Error when the file has errors. */
export function branchesOf(name: string, text: string): [string, FileBranch][] {
  const reading = readBranchFile({ name, text });
  if (reading.kind === 'invalid') throw new Error(JSON.stringify(reading.findings));
  return [...reading.entries];
}

/** The text that stands at a position such as "3:12" or "branches.csv 3:12", as long as `like`. */
export function textAt(text: string, position: string, like: string): string {
  const [line, column] = /(\d+):(\d+)/.exec(position)?.slice(1).map(Number) ?? [];
  const start = (column ?? 0) - 1;
  return text.split(/\r\n|\n|\r/)[(line ?? 0) - 1]?.slice(start, start + like.length) ?? '';
}

/** `branches.csv 2:19`; undefined where nothing is known. */
export function positionOf(file: { readonly name: string; readonly text: string }, id: string, field?: string): string {
  const reading = readBranchFile(file);
  const position = reading.kind === 'read' ? reading.locate(id, field) : undefined;
  return `${position?.file} ${position?.line}:${position?.column}`;
}

const ids = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
const names = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.constantFrom('a, "b"', '"', "it's; b|c", '#1', '- x: y', 'null'),
  )
  .map((name) => `${name.trim()}x`.trim())
  .filter((name) => textSchema.safeParse(name).success);
const numbers = fc.stringMatching(/^\+[1-9]\d{6,13}$/);
/** -0 is 0 to everybody but a computer. */
const degrees = (limit: number): fc.Arbitrary<number> =>
  fc.double({ min: -limit, max: limit, noNaN: true }).map((value) => value + 0);

const placed = fc.oneof(
  fc.record({ coordinates: fc.tuple(degrees(90), degrees(180)) }),
  fc.record({ postalCode: fc.constantFrom('98101', '00501', '2E10', 'K1A 0B1'), country: fc.constantFrom('US', 'no') }),
);

/** Branches by id, as any branch file may have them. */
export const anyBranches: fc.Arbitrary<ReadonlyMap<string, FileBranch>> = fc
  .uniqueArray(
    fc.tuple(
      fc.oneof(ids, fc.constantFrom('true', 'null', 'no', 'type', 'constructor')),
      fc
        .tuple(
          fc.record(
            {
              name: names,
              number: numbers,
              services: fc.array(fc.oneof(ids, fc.constant('yes')), { minLength: 1, maxLength: 4 }),
              schedule: fc.oneof(ids, fc.constant('always')),
              capacity: fc.integer({ min: 1, max: 65_535 }),
            },
            { requiredKeys: ['name', 'number', 'services', 'schedule'] },
          ),
          placed,
        )
        .map(([branch, place]): FileBranch => ({ ...branch, ...place })),
    ),
    { selector: ([id]) => id, maxLength: 12 },
  )
  .map((entries) => new Map(entries));
