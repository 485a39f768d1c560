import type { FileBranch } from '../../../../shared/contracts/table-file/branches.ts';
import type { Simulation } from '../../../../shared/contracts/simulation.ts';
import type { FindingAnswer, SimulateRequest, TableSourceBody } from '../../../../shared/contracts/tables-api.ts';
import type { JsonMap } from '../json-value.ts';
import type { TableEdit } from '../table-edit.ts';
import type { TableFacts } from './table-facts.ts';

/** What the page asks of a bench. A revision is a state of the table: each edit makes another, and an old one can be gone on from. */
export type BenchRequest =
  | { readonly kind: 'open'; readonly revision: number; readonly source: TableSourceBody }
  | {
      readonly kind: 'edit';
      readonly revision: number;
      /** The revision that it changes. */
      readonly on: number;
      readonly edits: readonly TableEdit[];
    }
  /** Its texts are wanted again: somebody has taken back what came after. */
  | { readonly kind: 'recall'; readonly revision: number }
  /** Nobody can go back to them any more. */
  | { readonly kind: 'forget'; readonly revisions: readonly number[] }
  | { readonly kind: 'check'; readonly id: number; readonly name: string; readonly source: TableSourceBody }
  | {
      readonly kind: 'simulate';
      readonly id: number;
      /** Absent: the same as last time. It may have some megabytes. */
      readonly source?: TableSourceBody;
      readonly question: SimulationQuestion;
      readonly wantsFacts: boolean;
    };

export type BenchAnswer =
  /** Of a text that was opened or typed: what it says. */
  | ({ readonly kind: 'read'; readonly revision: number } & Reading)
  /** Of the last revision that was asked about: those before it are not written. */
  | { readonly kind: 'texts'; readonly revision: number; readonly source: TableSourceBody }
  | {
      readonly kind: 'checked';
      readonly id: number;
      readonly findings: readonly FindingAnswer[];
      readonly isTable: boolean;
    }
  | { readonly kind: 'simulated'; readonly id: number; readonly result: SimulationResult }
  /** A bug: the words are for a log. */
  | { readonly kind: 'failed'; readonly id?: number; readonly message: string };

/** What a table's files say; see PlainTable. */
export interface Reading {
  readonly file?: JsonMap;
  readonly branches?: ReadonlyMap<string, FileBranch>;
}

/** A call that is played: its caller and everything else but the table. */
export type SimulationQuestion = Omit<SimulateRequest, 'source'>;

export type SimulationResult =
  /** `facts`: when they were asked for. */
  | { readonly kind: 'simulated'; readonly simulation: Simulation; readonly facts?: TableFacts }
  /** The table has so many errors, and nobody can be routed by it. */
  | { readonly kind: 'refused'; readonly errors: number };
