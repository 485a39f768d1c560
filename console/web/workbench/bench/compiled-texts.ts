import type { FindingAnswer, TableSourceBody } from '../../../../shared/contracts/tables-api.ts';
import type { EpochMs } from '../../../../shared/domain/time.ts';
import { compileReading, type TextsCompilation } from '../../../routing/compile-texts.ts';
import { readTableFile } from '../../../routing/read-table-file.ts';
import { sameSource } from '../saving/draft-server.ts';
import { findingsOf } from './check.ts';

/** Opening hours are compiled for a year and more from some moment on; so far beyond it they are compiled anew. */
const compiledForMs = 90 * 24 * 60 * 60 * 1000;
/** The draft and the version in force, between which somebody goes to and fro. */
const mostKept = 2;

interface Kept {
  readonly source: TableSourceBody;
  readonly from: EpochMs;
  readonly compilation: TextsCompilation;
}

/** Compiles the texts of tables, and keeps the last: it takes seconds for a large one. */
export class CompiledTexts {
  #kept: readonly Kept[] = [];

  /** `isTable`: whether they can be read as one, however wrong it is. */
  check(
    source: TableSourceBody,
    { name, now }: { readonly name: string; readonly now: EpochMs },
  ): { readonly findings: readonly FindingAnswer[]; readonly isTable: boolean } {
    const reading = readTableFile(source.table.text);
    const compilation = compileReading(reading, { source, now });
    this.#keep(source, now, compilation);
    return { findings: findingsOf(reading, compilation, name), isTable: reading.kind === 'read' };
  }

  /** As of that moment. */
  compiled(source: TableSourceBody, at: EpochMs): TextsCompilation {
    const known = this.#kept.find(
      (kept) => at >= kept.from && at < kept.from + compiledForMs && sameSource(kept.source, source),
    );
    if (known !== undefined) return known.compilation;
    return this.#keep(source, at, compileReading(readTableFile(source.table.text), { source, now: at }));
  }

  #keep(source: TableSourceBody, from: EpochMs, compilation: TextsCompilation): TextsCompilation {
    this.#kept = [{ source, from, compilation }, ...this.#kept].slice(0, mostKept);
    return compilation;
  }
}
