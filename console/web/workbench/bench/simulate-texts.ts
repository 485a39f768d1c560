import type { TableSourceBody } from '../../../../shared/contracts/tables-api.ts';
import { indexTable, type IndexedTable } from '../../../../shared/domain/routing/indexed-table.ts';
import type { RoutingTable } from '../../../../shared/domain/routing/table.ts';
import type { EpochMs } from '../../../../shared/domain/time.ts';
import { simulate } from '../../../routing/simulation/simulate.ts';
import { wishOfRequest } from '../../../routing/simulation/wish-of-request.ts';
import type { CompiledTexts } from './compiled-texts.ts';
import type { SimulationQuestion, SimulationResult } from './messages.ts';
import { factsOf } from './table-facts.ts';

export interface SimulationOf {
  readonly source: TableSourceBody;
  readonly question: SimulationQuestion;
  readonly wantsFacts: boolean;
}

const indexed = new WeakMap<RoutingTable, IndexedTable>();

/** What becomes of the call by that table. */
export function simulateTexts(
  { source, question, wantsFacts }: SimulationOf,
  texts: CompiledTexts,
  now: EpochMs,
): SimulationResult {
  const wish = wishOfRequest(question, now);
  const compilation = texts.compiled(source, wish.at);
  if (compilation.kind === 'invalid') {
    const errors = compilation.findings.filter(({ severity }) => severity === 'error').length;
    return { kind: 'refused', errors };
  }
  const { table, file } = compilation;
  const known = indexed.get(table) ?? indexTable(table);
  indexed.set(table, known);
  const facts = wantsFacts ? { facts: factsOf(table, file) } : {};
  return { kind: 'simulated', simulation: simulate(known, wish), ...facts };
}
