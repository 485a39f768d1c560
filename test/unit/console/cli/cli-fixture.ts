import { readFileSync } from 'node:fs';
import { runRoutes, type Printed } from '../../../../console/cli/run-routes.ts';
import { silentProgress } from '../../../../console/cli/terminal/progress.ts';
import type { Files, Workplace } from '../../../../console/cli/workplace.ts';
import { MemoryRoutingTableStore } from '../../../../shared/adapters/memory/memory-routing-table-store.ts';
import { TimersFake } from '../../../support/timers-fake.ts';

/** Two rules, a branch file, nothing that check would complain about. */
export const bankFile = `name: example-bank
callerId: "+14255550100"
dialling: { allow: ["+1"] }
reasons:
  lost-card: { name: a lost card, synonyms: [my lost card, a stolen card] }
  visit: { name: a visit to a branch, synonyms: [an appointment] }
contactCenters:
  support: { voiceConnector: "arn:aws:chime:us-east-1:111122223333:vc/abcdef1ghij2klmno3pqr4", user: "+12065550150" }
branches: branches.csv # all of them
rules:
  - id: lost-cards
    when: { reason: [lost-card] }
    attempts:
      - contactCenter: support
        timeout: 20
  - id: visits
    when: { reason: [visit] }
    attempts:
      - nearestBranch: { within: 50 }
      - contactCenter: support
default:
  attempts:
    - contactCenter: support
`;

export const branchRows = `id,name,number,latitude,longitude,services,schedule
seattle,Seattle,+12065550141,47.608,-122.3351,accounts,always
tacoma,Tacoma,+12535550143,47.2529,-122.4443,accounts;cards,always
`;

/** Files that are only thought of. */
export class FilesFake implements Files {
  readonly texts: Map<string, string>;

  constructor(texts: Readonly<Record<string, string>>) {
    this.texts = new Map(Object.entries(texts));
  }

  async read(path: string): Promise<string> {
    return this.#textOf(path);
  }

  async *lines(path: string): AsyncGenerator<string> {
    yield* this.#textOf(path).replace(/\n$/, '').split('\n');
  }

  async size(path: string): Promise<number> {
    return Buffer.byteLength(this.#textOf(path));
  }

  async exists(path: string): Promise<boolean> {
    return this.texts.has(path);
  }

  async write(path: string, text: string): Promise<void> {
    this.texts.set(path, text);
  }

  #textOf(path: string): string {
    const text = this.texts.get(path);
    if (text === undefined) throw Object.assign(new Error('no such file'), { code: 'ENOENT', syscall: 'open' });
    return text;
  }
}

/** A desk at which one can type commands. */
export class Desk {
  readonly clock = new TimersFake(Date.parse('2026-11-20T18:00:00Z'));
  readonly store = new MemoryRoutingTableStore();
  readonly files: FilesFake;

  constructor(texts: Readonly<Record<string, string>> = {}) {
    this.files = new FilesFake({ 'bank.yaml': bankFile, 'branches.csv': branchRows, ...texts });
  }

  run(line: string, changes: Partial<Workplace> = {}): Promise<Printed> {
    const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
    return runRoutes(words, {
      clock: this.clock,
      files: this.files,
      readInput: () => Promise.resolve(''),
      progress: silentProgress,
      openStore: () => Promise.resolve(this.store),
      user: 'mallory',
      tableName: undefined,
      ...changes,
    });
  }

  /** The one object of a run with --json. */
  async json(line: string, changes: Partial<Workplace> = {}): Promise<Record<string, unknown> & { exitCode: number }> {
    const { exitCode, text } = await this.run(`${line} --json`, changes);
    return { ...(JSON.parse(text) as Record<string, unknown>), exitCode };
  }
}

export function demoFile(): string {
  return readFileSync(new URL('../../../../infra/local/demo/example-bank/routing-table.yaml', import.meta.url), 'utf8');
}
