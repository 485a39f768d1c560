import type { AlarmDefinition } from './alarm-definition.ts';
import { ofAllCallsIn } from './call-metrics.ts';

const common = { periodMinutes: 5, silence: 'fine', stands: 'inEachRegion' } as const;
const atOnce = { over: 1, of: 1 } as const;
const twiceInThree = { over: 2, of: 3 } as const;

/** Of so few, one who hangs up early would be a fifth of all. */
const fewest = 3;

/** By what the SMA function counts: the symptoms that callers and agents notice. */
export function callAlarms(metricsNamespace: string): readonly AlarmDefinition[] {
  const ofAllCalls = ofAllCallsIn(metricsNamespace);
  return [
    {
      ...common,
      name: 'callers-not-answered',
      article: 'callers-not-answered',
      watches: {
        kind: 'metrics',
        expression: `IF(FILL(unanswered, 0) >= ${fewest}, 100 * FILL(unanswered, 0) / (FILL(unanswered, 0) + FILL(answered, 0)), 0)`,
        metrics: { unanswered: ofAllCalls('CallsUnanswered'), answered: ofAllCalls('CallsAnswered') },
      },
      threshold: 20,
      because: `Per cent of calls. Some callers always hang up while it rings; more than one in five, and ${fewest} at least, do not do so by themselves.`,
      datapoints: twiceInThree,
      severity: 'page',
    },
    {
      ...common,
      name: 'context-not-delivered',
      article: 'context-not-delivered',
      watches: {
        kind: 'metrics',
        expression: `IF(FILL(missed, 0) >= ${fewest}, 100 * FILL(missed, 0) / (FILL(missed, 0) + FILL(delivered, 0)), 0)`,
        metrics: { missed: ofAllCalls('ContextNotDelivered'), delivered: ofAllCalls('ContextDelivered') },
      },
      threshold: 20,
      because: `Per cent of answered calls with a context. An agent may pass one over; more than one in five, and ${fewest} at least, means that screens stay empty.`,
      datapoints: twiceInThree,
      severity: 'ticket',
    },
    {
      ...common,
      name: 'invariant-breach',
      article: 'invariant-breach',
      watches: { kind: 'metrics', metrics: { breaches: ofAllCalls('InvariantBreaches') } },
      threshold: 1,
      because:
        'A breach is a fault of the program that its last guard caught: there is no number of them that is normal.',
      datapoints: atOnce,
      severity: 'page',
    },
    {
      ...common,
      name: 'fallback-used',
      article: 'fallback-used',
      watches: { kind: 'metrics', metrics: { fallbacks: ofAllCalls('FallbackUsed') } },
      threshold: 1,
      because:
        'A call went to the default destination because no routing table could be had: callers reach somebody, but not the right one.',
      datapoints: atOnce,
      severity: 'page',
    },
    {
      ...common,
      name: 'commands-refused',
      article: 'commands-refused',
      watches: { kind: 'metrics', metrics: { refused: ofAllCalls('CommandsRefused') } },
      threshold: 5,
      because:
        'One is an operator who came too late; five in as many minutes are keys that do not agree, or somebody who tries.',
      datapoints: atOnce,
      severity: 'ticket',
    },
  ];
}
