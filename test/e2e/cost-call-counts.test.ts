import { callCounts } from '../../infra/aws/cost/call-counts.ts';
import { startConversationBench } from '../bench/conversation/conversation-bench.ts';
import { wholeConversation } from '../bench/conversation/stories.ts';
import { playedCalls } from '../bench/lambda/calls.ts';
import type { RecordedRequest } from '../bench/lambda/recorded-requests.ts';
import { Recorder } from '../bench/lambda/recording-proxy.ts';
import { startSmaBench } from '../bench/lambda/sma-bench.ts';

/** What a table bills of these requests. */
function billed(requests: readonly RecordedRequest[]): { readonly reads: number; readonly writes: number } {
  const operations = requests.filter(({ service }) => service === 'dynamodb').map(({ operation }) => operation);
  const count = (...names: readonly string[]): number => operations.filter((each) => names.includes(each)).length;
  const billedFor = { reads: count('GetItem', 'Query'), writes: count('PutItem', 'UpdateItem', 'DeleteItem') };
  // What is not counted here would be missing in the estimate, too.
  expect(operations).toHaveLength(billedFor.reads + billedFor.writes);
  return billedFor;
}

describe('what the estimate of costs says of a call', () => {
  it('is what the SMA bundle asks for, from the first event to the last', async () => {
    const bench = await startSmaBench();
    try {
      // The first call loads the routing table, as each function does once.
      await playedCalls.skillCall(bench);

      const invocations = await playedCalls.skillCall(bench);

      expect({ invocations: invocations.length, ...billed(invocations.flatMap(({ requests }) => requests)) }).toEqual(
        callCounts.sma,
      );
    } finally {
      await bench.close();
    }
  }, 90_000);

  it('is what the skill bundle asks for in a whole conversation', async () => {
    const bench = await startConversationBench();
    try {
      const recorder = new Recorder();
      const alexa = await bench.meet(recorder);
      recorder.take();

      const turns = Object.values(wholeConversation);
      for (const words of turns) await alexa.say(words);

      expect({ invocations: turns.length, ...billed(recorder.take()) }).toEqual(callCounts.skill);
      await alexa.close();
    } finally {
      await bench.close();
    }
  }, 90_000);
});
