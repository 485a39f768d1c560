import { emfMetrics } from '../../../../shared/observability/emf-metrics.ts';
import { metricNames, type Measure } from '../../../../shared/observability/metrics.ts';
import { TimersFake } from '../../../support/timers-fake.ts';

interface Directive {
  readonly Namespace: string;
  readonly Dimensions: readonly (readonly string[])[];
  readonly Metrics: readonly { readonly Name: string; readonly Unit: string }[];
}
type EmfDocument = Record<string, unknown> & {
  readonly _aws: { readonly Timestamp: number; readonly CloudWatchMetrics: readonly Directive[] };
};

function documentsOf(...measures: readonly Measure[]): EmfDocument[] {
  const lines: string[] = [];
  emfMetrics({ clock: new TimersFake(), namespace: 'Bridge', write: (line) => void lines.push(line) }).add(measures);
  return lines.map((line) => JSON.parse(line) as EmfDocument);
}

/** What the specification demands of a document, as far as it can be seen in it. */
function problems(document: EmfDocument): string[] {
  return document._aws.CloudWatchMetrics.flatMap(({ Namespace, Dimensions, Metrics }) => [
    ...(/^[\w.\-/#:]{1,255}$/.test(Namespace) ? [] : ['namespace']),
    ...(Metrics.length >= 1 && Metrics.length <= 100 ? [] : ['number of metrics']),
    ...Dimensions.flat().filter((name) => !/^[!-~]{1,1024}$/.test(String(document[name]))),
    ...Metrics.map(({ Name }) => Name).filter((name) => {
      const value = document[name];
      const values: unknown[] = Array.isArray(value) ? value : [value];
      return values.length > 100 || !values.every(Number.isFinite);
    }),
  ]);
}

describe('metrics in the embedded metric format', () => {
  it('are one line, with what the specification wants', () => {
    expect(documentsOf({ name: 'Calls', value: 1 }, { name: 'InvariantBreaches', value: 0 })).toEqual([
      {
        _aws: {
          Timestamp: Date.parse('2026-11-18T15:00:00Z'),
          CloudWatchMetrics: [
            {
              Namespace: 'Bridge',
              Dimensions: [[]],
              Metrics: [
                { Name: 'Calls', Unit: 'Count' },
                { Name: 'InvariantBreaches', Unit: 'Count' },
              ],
            },
          ],
        },
        Calls: 1,
        InvariantBreaches: 0,
      },
    ]);
  });

  it('count what is about a destination with and without it', () => {
    const about = { destinationKind: 'contactCenter', destinationId: 'support' };
    const [document] = documentsOf(
      { name: 'AttemptsAnswered', value: 1, ...about },
      { name: 'TimeToAnswer', value: 4200, ...about },
    );

    expect(document).toMatchObject({ ...about, AttemptsAnswered: 1, TimeToAnswer: 4200 });
    expect(document?._aws.CloudWatchMetrics).toMatchObject([
      {
        Dimensions: [[], ['destinationKind', 'destinationId']],
        Metrics: [
          { Name: 'AttemptsAnswered', Unit: 'Count' },
          { Name: 'TimeToAnswer', Unit: 'Milliseconds' },
        ],
      },
    ]);
  });

  it('count branches together, for each would be a metric of its own, and tell in the line which it was', () => {
    const [document] = documentsOf({
      name: 'AttemptsFailed',
      value: 1,
      destinationKind: 'branch',
      destinationId: 'tacoma',
    });

    expect(document?._aws.CloudWatchMetrics[0]?.Dimensions).toEqual([[], ['destinationKind']]);
    expect(document).toMatchObject({ destinationKind: 'branch', destinationId: 'tacoma' });
  });

  it('have a line for each destination, and for what is about none', () => {
    const documents = documentsOf(
      { name: 'InvariantBreaches', value: 0 },
      { name: 'AttemptsFailed', value: 1, destinationKind: 'phone', destinationId: 'a' },
      { name: 'AttemptsMade', value: 1, destinationKind: 'phone', destinationId: 'b' },
      { name: 'ContextSent', value: 1, destinationKind: 'phone', destinationId: 'b' },
    );

    expect(documents.map((document) => ({ ...document, _aws: undefined }))).toEqual([
      { InvariantBreaches: 0 },
      { AttemptsFailed: 1, destinationKind: 'phone', destinationId: 'a' },
      { AttemptsMade: 1, ContextSent: 1, destinationKind: 'phone', destinationId: 'b' },
    ]);
  });

  it('keep every value of a metric that comes twice, 100 at most', () => {
    const twice = documentsOf({ name: 'TimeToAnswer', value: 1 }, { name: 'TimeToAnswer', value: 2 });
    const often = documentsOf(...Array.from({ length: 150 }, (): Measure => ({ name: 'Calls', value: 1 })));

    expect(twice).toMatchObject([{ TimeToAnswer: [1, 2] }]);
    expect(often[0]?.['Calls']).toHaveLength(100);
    expect(twice[0]?._aws.CloudWatchMetrics[0]?.Metrics).toHaveLength(1);
  });

  it.each(metricNames.map((name) => ({ name })))('write a document for $name that CloudWatch takes', ({ name }) => {
    for (const destinationId of ['support', '', 'Filiale Zürich', '+12065550147', 'x'.repeat(2000)]) {
      const [document] = documentsOf({ name, value: 1, destinationKind: 'phone', destinationId });

      expect(document && problems(document)).toEqual([]);
    }
  });

  it('leave out a value that is no number, and write nothing for nothing', () => {
    const [document] = documentsOf({ name: 'TimeToAnswer', value: Number.NaN }, { name: 'Calls', value: 1 });

    expect(document).toMatchObject({ Calls: 1 });
    expect(document).not.toHaveProperty('TimeToAnswer');
    expect(documentsOf()).toEqual([]);
  });

  it('hold no number of anybody', () => {
    const document = documentsOf({ name: 'Calls', value: 1, destinationKind: 'phone', destinationId: '+12065550147' });

    expect(JSON.stringify(document)).not.toContain('12065550147');
  });

  it('never throw', () => {
    const metrics = emfMetrics({
      clock: new TimersFake(),
      namespace: 'Bridge',
      write: () => {
        throw new Error('the pipe is closed');
      },
    });

    expect(() => metrics.add([{ name: 'Calls', value: 1 }])).not.toThrow();
  });
});
