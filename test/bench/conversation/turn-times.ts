import { judged, percentile, timed, type Figure } from '../report.ts';
import type { ConversationBench } from './conversation-bench.ts';
import type { EchoSkill } from './echo-skill.ts';
import { wholeConversation, type Step } from './stories.ts';

/** How long a person waits for Alexa's words in each turn of a whole conversation, on a function that is warm. */
export async function turnTimeFigures(bench: ConversationBench, echo: EchoSkill, rounds: number): Promise<Figure[]> {
  // Warm is what a function is after its first event; a few more, for the compiler of Node.
  const warmUps = Math.ceil(rounds / 10);
  const turns: [Step, number][] = [];
  const echoed: number[] = [];
  for (let round = 0; round < warmUps + rounds; round += 1) {
    // In turn, so that both meet the machine as it is.
    const conversation = await timedConversation(bench);
    const nothing = await timed(conversation.length, () => echo.turn());
    if (round < warmUps) continue;
    turns.push(...conversation);
    echoed.push(...nothing);
  }

  const all = turns.map(([, took]) => took);
  const steps = [...new Set(turns.map(([step]) => step))];
  const how = `from a person's words to Alexa's: understood, the bundle on the local Lambda host, DynamoDB, Alexa's API; ${all.length} turns of ${rounds} conversations of ${steps.length} each`;
  return [
    judged({ name: 'turn-warm-p99-ms', value: percentile(all, 0.99), unit: 'ms', how }, { atMost: 50 }),
    { name: 'turn-warm-p50-ms', value: percentile(all, 0.5), unit: 'ms', how: 'the same, median' },
    ...steps.flatMap((step): Figure[] => {
      const samples = turns.filter(([each]) => each === step).map(([, took]) => took);
      const said = `“${wholeConversation[step]}”`;
      return [
        { name: `turn-${step}-p50-ms`, value: percentile(samples, 0.5), unit: 'ms', how: `${said}, median` },
        { name: `turn-${step}-p99-ms`, value: percentile(samples, 0.99), unit: 'ms', how: said },
      ];
    }),
    {
      name: 'echo-turn-warm-p50-ms',
      value: percentile(echoed, 0.5),
      unit: 'ms',
      how: `the same Alexa, Lambda host and SDK, a skill of one handler that asks nobody anything: as many turns, in turn`,
    },
    { name: 'echo-turn-warm-p99-ms', value: percentile(echoed, 0.99), unit: 'ms', how: 'the same' },
  ];
}

/** How long each turn took, in milliseconds. @throws Error when the conversation does not end in a call. */
async function timedConversation({ cloud, ordered }: ConversationBench): Promise<[Step, number][]> {
  const before = ordered();
  const turns: [Step, number][] = [];
  for (const [step, words] of Object.entries(wholeConversation) as [Step, string][]) {
    const started = performance.now();
    const { sessionOpen } = await cloud.alexa.say(words);
    turns.push([step, performance.now() - started]);
    if (!sessionOpen) break;
  }
  if (ordered() !== before + 1) throw new Error('the conversation did not end in one call');
  return turns;
}
