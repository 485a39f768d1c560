import { judged, type Figure } from '../report.ts';
import type { BenchInvocation } from './bench-call.ts';
import { meetingCall, playedCalls } from './calls.ts';
import { longestChain } from './recorded-requests.ts';
import type { SmaBench } from './sma-bench.ts';

/** Longer than the function takes between two requests that it could have sent together. */
const holdMs = 60;

interface Count {
  readonly label: string;
  readonly trips: number;
}

/** How many round trips whoever waits for an answer waits for, one after the other; every call once cold, once warm. */
export async function roundTripFigures(bench: SmaBench): Promise<Figure[]> {
  bench.recorder.holdMs = holdMs;
  const counts = { decides: [] as Count[], knows: [] as Count[], unawaited: [] as Count[] };
  for (const [name, play] of Object.entries(playedCalls))
    for (const cold of [true, false]) {
      if (cold) bench.coldStartNext();
      for (const invocation of await play(bench)) counts[kindOf(name, invocation)].push(countOf(name, invocation));
    }
  const meeting = (await meetingCall(bench)).map((each) => countOf('meeting', each));
  bench.recorder.holdMs = 0;

  return [
    judged(
      {
        name: 'sma-sequential-round-trips-max',
        value: most(counts.decides),
        unit: 'count',
        how: `longest chain of requests that do not overlap, answers held back ${holdMs} ms, in an invocation that needs data: ${listed(counts.decides)}`,
      },
      { atMost: 2 },
    ),
    judged(
      {
        name: 'sma-round-trips-without-need-max',
        value: most(counts.knows),
        unit: 'count',
        how: `the same for events that need none, while a caller waits: ${listed(counts.knows)}`,
      },
      { exactly: 0 },
    ),
    {
      name: 'sma-round-trips-nobody-waits-max',
      value: most(counts.unawaited),
      unit: 'count',
      how: `the same where nobody waits for the answer: none is given, or a leg has hung up: ${listed(counts.unawaited)}`,
    },
    {
      name: 'sma-round-trips-meeting-max',
      value: most(meeting),
      unit: 'count',
      how: `the same where the destination is a meeting, which has to be opened: ${listed(meeting)}`,
    },
  ];
}

function kindOf(call: string, { event, reportedOn, actions }: BenchInvocation): 'decides' | 'knows' | 'unawaited' {
  if (actions.length === 0 || event === 'HANGUP') return 'unawaited';
  if (event === 'NEW_INBOUND_CALL' || event === 'CALL_ANSWERED') return 'decides';
  // What a caller chose from the menu decides where the call goes, too; other keys are known what to do with.
  return call === 'plainCall' && reportedOn === 'SpeakAndGetDigits' ? 'decides' : 'knows';
}

function countOf(call: string, { event, coldStart, requests }: BenchInvocation): Count {
  const chain = longestChain(requests);
  const operations = chain.length === 0 ? '' : ` ${chain.map(({ operation }) => operation).join('→')}`;
  return { label: `${call} ${event}${coldStart ? ' cold' : ''}${operations}`, trips: chain.length };
}

function most(counts: readonly Count[]): number {
  return Math.max(0, ...counts.map(({ trips }) => trips));
}

/** Each once, the most first. */
function listed(counts: readonly Count[]): string {
  const byLabel = new Map(counts.map((count) => [count.label, count.trips]));
  const worst = [...byLabel].toSorted(([, a], [, b]) => b - a).slice(0, 4);
  return worst.map(([label, trips]) => `${label}: ${trips}`).join('; ');
}
