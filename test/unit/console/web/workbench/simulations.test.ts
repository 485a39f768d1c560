import { Bench } from '../../../../../console/web/workbench/bench/bench.ts';
import { Simulations, type BenchPort } from '../../../../../console/web/workbench/bench/benches.ts';
import type { BenchAnswer, BenchRequest } from '../../../../../console/web/workbench/bench/messages.ts';
import type { TableSourceBody } from '../../../../../shared/contracts/tables-api.ts';
import { epochMs } from '../../../../../shared/domain/time.ts';
import { smallTableFile } from '../../../../support/table-file-builder.ts';
import { TimersFake } from '../../../../support/timers-fake.ts';

const now = epochMs(Date.parse('2026-11-21T18:00:00Z'));
const sourceOf = (text: string): TableSourceBody => ({ table: { name: 'table.yaml', text } });
const source = sourceOf(smallTableFile);

describe('calls that are played by a bench', () => {
  it('are answered, with what the table has where that is asked for', async () => {
    const { simulations, asked } = simulationsFixture();

    const first = await simulations.simulate({ source, question: { caller: { reason: 'billing' } }, wantsFacts: true });
    const second = await simulations.simulate({ source, question: { caller: {} }, wantsFacts: false });

    expect(first).toMatchObject({ kind: 'simulated', facts: { reasons: [{ id: 'billing' }] } });
    expect(second).toMatchObject({ kind: 'simulated' });
    expect(second).not.toHaveProperty('facts');
    expect(asked.map((request) => 'source' in request)).toEqual([true, false]);
  });

  it('know opening hours of long ago and of next year', async () => {
    const { simulations } = simulationsFixture();

    for (const at of ['2026-11-21T18:00:00Z', '2025-01-02T12:00:00Z', '2027-09-02T12:00:00Z']) {
      const result = await simulations.simulate({ source, question: { caller: {}, at }, wantsFacts: false });

      expect(result).toMatchObject({ kind: 'simulated', simulation: { at: at.replace('Z', '.000Z') } });
    }
  });

  it('go nowhere by a table with errors, and somewhere again when it is mended', async () => {
    const { simulations } = simulationsFixture();
    const question = { caller: {} };

    const refused = await simulations.simulate({ source: sourceOf('name: 7'), question, wantsFacts: true });
    const mended = await simulations.simulate({ source, question, wantsFacts: true });

    expect(refused).toMatchObject({ kind: 'refused', errors: expect.any(Number) });
    expect(mended.kind).toBe('simulated');
  });

  it('are given up when the bench breaks down', async () => {
    const { port, answer } = portFixture(() => undefined);
    const simulations = new Simulations(port);
    const playing = simulations.simulate({ source, question: { caller: {} }, wantsFacts: false });

    answer({ kind: 'failed', message: 'out of memory' });

    await expect(playing).rejects.toThrow('out of memory');
  });
});

function portFixture(take: (request: BenchRequest) => void): {
  readonly port: BenchPort;
  readonly asked: readonly BenchRequest[];
  readonly answer: (answer: BenchAnswer) => void;
} {
  const asked: BenchRequest[] = [];
  const listeners: ((answer: BenchAnswer) => void)[] = [];
  return {
    asked,
    answer: (answer) => {
      for (const listener of listeners) listener(structuredClone(answer));
    },
    port: {
      ask: (request) => {
        asked.push(request);
        take(structuredClone(request));
      },
      listen: (listener) => void listeners.push(listener),
      close: () => undefined,
    },
  };
}

function simulationsFixture(): { readonly simulations: Simulations; readonly asked: readonly BenchRequest[] } {
  const { port, asked, answer } = portFixture((request) => bench.take(request));
  const bench = new Bench({ answer, timers: new TimersFake(), now: () => now });
  return { simulations: new Simulations(port), asked };
}
