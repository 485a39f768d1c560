import { longestChain, type RecordedRequest } from '../lambda/recorded-requests.ts';
import { Recorder } from '../lambda/recording-proxy.ts';
import { judged, type Figure } from '../report.ts';
import type { ConversationBench } from './conversation-bench.ts';
import { stories, type Story } from './stories.ts';

/** Longer than the function takes between two requests that it could have sent together, and far from its time limits. */
const holdMs = 60;

interface TurnCount {
  readonly label: string;
  /** In a row: what the person waits for. */
  readonly trips: number;
  /** All of them: what they would wait for if each were sent when the one before is answered. */
  readonly requests: number;
}

/**
 * How many round trips each turn waits for, one after the other; every story once with a cold function in each turn, once warm.
 * @throws Error when a story does not go as it is told.
 */
export async function turnRoundTripFigures(bench: ConversationBench): Promise<Figure[]> {
  const recorder = new Recorder();
  recorder.holdMs = holdMs;
  const counts: TurnCount[] = [];
  for (const story of stories)
    for (const cold of [true, false]) counts.push(...(await turnsOf(story, cold, recorder, bench)));

  return [
    judged(
      {
        name: 'turn-sequential-round-trips-max',
        value: Math.max(...counts.map(({ trips }) => trips)),
        unit: 'count',
        how: `longest chain of requests that do not overlap, answers held back ${holdMs} ms, in each of ${counts.length} turns of ${stories.length} conversations: ${worst(counts, 'trips')}`,
      },
      { atMost: 2 },
    ),
    {
      name: 'turn-requests-max',
      value: Math.max(...counts.map(({ requests }) => requests)),
      unit: 'count',
      how: `all requests of a turn, which are as many round trips for a skill that asks one thing after the other: ${worst(counts, 'requests')}`,
    },
  ];
}

async function turnsOf(
  { name, says, change, withoutCall = false }: Story,
  cold: boolean,
  recorder: Recorder,
  bench: ConversationBench,
): Promise<TurnCount[]> {
  const alexa = await bench.meet(recorder, change);
  const before = bench.ordered();
  const counts: TurnCount[] = [];
  for (const words of says) {
    if (cold) alexa.coldStartNext();
    recorder.take();
    const { sessionOpen } = await (words === '' ? alexa.keepSilent() : alexa.say(words));
    const requests = recorder.take();
    const chain = longestChain(requests);
    const label = `${name} “${words}”${cold ? ' cold' : ''}${chain.length === 0 ? '' : ` ${named(chain)}`}`;
    counts.push({ label, trips: chain.length, requests: requests.length });
    // A story that goes another way counts other turns than it says.
    if (sessionOpen === (counts.length === says.length)) throw new Error(`“${name}” went wrong at “${words}”`);
  }
  if (bench.ordered() - before !== (withoutCall ? 0 : 1)) throw new Error(`“${name}” did not end as it should`);
  await alexa.close();
  return counts;
}

function named(chain: readonly RecordedRequest[]): string {
  return chain.map(({ operation }) => operation).join('→');
}

function worst(counts: readonly TurnCount[], by: 'trips' | 'requests'): string {
  return counts
    .toSorted((a, b) => b[by] - a[by])
    .slice(0, 3)
    .map((count) => `${count.label}: ${count[by]}`)
    .join('; ');
}
