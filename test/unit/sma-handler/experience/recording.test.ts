import type { RecordingPolicy } from '../../../../shared/domain/routing/call-service.ts';
import { CallUnderWay } from '../../../support/call-under-way.ts';
import { spokenIn, typesOf } from '../../../support/sma-actions.ts';
import { smaFunction } from '../../../support/sma-call.ts';

const recordings = 'recordings-of-example-bank/calls';

async function aCall(
  recording: RecordingPolicy,
  options: { recordings?: string } = { recordings },
): Promise<CallUnderWay> {
  return new CallUnderWay(
    await smaFunction(
      {
        rules: [
          {
            id: 'all',
            when: [],
            attempts: [{ kind: 'contactCenter', id: 'support', timeoutSeconds: 20 }],
            service: { recording },
          },
        ],
      },
      options,
    ),
  );
}

describe('a conversation that a rule wants recorded', () => {
  it('is recorded when somebody answers, and the caller is told before', async () => {
    const call = await aCall('always');

    const first = await call.begins();
    const talking = await call.succeeds('CallAndBridge');

    expect(typesOf(first)).toEqual(['Speak', 'Speak', 'CallAndBridge']);
    expect(spokenIn(first)[0]).toMatch(/record/i);
    expect(talking).toEqual([
      {
        Type: 'StartCallRecording',
        Parameters: { CallId: expect.any(String), Track: 'BOTH', Destination: { Type: 'S3', Location: recordings } },
      },
    ]);
  });

  it('is recorded when the caller agrees by pressing 1', async () => {
    const call = await aCall('ask');

    const question = await call.begins();
    const ringing = await call.presses('1');
    const talking = await call.succeeds('CallAndBridge');

    expect(typesOf(question)).toEqual(['SpeakAndGetDigits']);
    expect(typesOf(ringing)).toEqual(['Speak', 'CallAndBridge']);
    expect(typesOf(talking)).toEqual(['StartCallRecording']);
  });

  it.each(['', '2'])('is not recorded when the caller presses %p', async (digits) => {
    const call = await aCall('ask');
    await call.begins();
    await call.presses(digits);

    expect(await call.succeeds('CallAndBridge')).toEqual([]);
  });

  it('is not recorded when the question could not be asked', async () => {
    const call = await aCall('ask');
    await call.begins();

    expect(typesOf(await call.fails('SystemException'))).toEqual(['Speak', 'CallAndBridge']);
    expect(await call.succeeds('CallAndBridge')).toEqual([]);
  });

  it('is neither recorded nor asked about where there is no bucket', async () => {
    const call = await aCall('ask', {});

    expect(typesOf(await call.begins())).toEqual(['Speak', 'CallAndBridge']);
  });

  it('goes on when it cannot be recorded', async () => {
    const call = await aCall('always');
    await call.begins();
    await call.succeeds('CallAndBridge');

    expect(await call.fails('SystemException', 'StartCallRecording')).toEqual([]);
    expect(call.phase).toBe('connected');
  });
});
