import type { CallService } from '../../../../shared/domain/routing/call-service.ts';
import { CallUnderWay } from '../../../support/call-under-way.ts';
import { typesOf, uriOf } from '../../../support/sma-actions.ts';
import { branchOf } from '../../../support/routing-table-builder.ts';
import { smaFunction } from '../../../support/sma-call.ts';

const keys = { '1': 'nextPerson', '9': 'hangUp', '4': 'pauseRecording', '5': 'resumeRecording' } as const;

async function talking(service: CallService = { keys }): Promise<CallUnderWay> {
  const call = new CallUnderWay(
    await smaFunction(
      {
        branches: [branchOf({ id: 'downtown' })],
        rules: [
          {
            id: 'all',
            when: [],
            attempts: [
              { kind: 'contactCenter', id: 'support', timeoutSeconds: 20 },
              { kind: 'branch', id: 'downtown', timeoutSeconds: 20 },
            ],
            service,
          },
        ],
      },
      { recordings: 'recordings-of-example-bank/calls' },
    ),
  );
  await call.begins();
  return call;
}

describe('the keys that a caller has while they talk', () => {
  it('are listened for as soon as somebody answers', async () => {
    const call = await talking();

    expect(typesOf(await call.succeeds('CallAndBridge'))).toEqual(['ReceiveDigits']);
  });

  it('bring the next person: the agent is hung up, and the branch is rung', async () => {
    const call = await talking();
    await call.succeeds('CallAndBridge');

    const leaving = await call.pressesWhileTalking('*1');
    const next = await call.hangupSucceeds();

    expect(leaving).toEqual([expect.objectContaining({ Type: 'Hangup' })]);
    expect(uriOf(next)).toBe('+12065550141');
  });

  it('do not end the next call when the news of the agent’s end comes late', async () => {
    const call = await talking();
    await call.succeeds('CallAndBridge');
    await call.pressesWhileTalking('*1');
    await call.hangupSucceeds();

    expect(await call.hangsUp('LEG-B')).toEqual([]);
    expect(call.phase).toBe('trying');
  });

  it('end the call', async () => {
    const call = await talking();
    await call.succeeds('CallAndBridge');

    expect(typesOf(await call.pressesWhileTalking('*9'))).toEqual(['Hangup', 'Hangup']);
  });

  it.each(['*7', '5', '**', ''])('do nothing for %p, and are listened for again', async (digits) => {
    const call = await talking();
    await call.succeeds('CallAndBridge');

    expect(typesOf(await call.pressesWhileTalking(digits))).toEqual(['ReceiveDigits']);
    expect(call.phase).toBe('connected');
  });

  it('pause the recording and let it go on', async () => {
    const call = await talking({ keys, recording: 'always' });
    await call.succeeds('CallAndBridge');

    expect(typesOf(await call.pressesWhileTalking('*4'))).toEqual(['PauseCallRecording', 'ReceiveDigits']);
    expect(typesOf(await call.pressesWhileTalking('*4'))).toEqual(['ReceiveDigits']);
    expect(typesOf(await call.pressesWhileTalking('*5'))).toEqual(['ResumeCallRecording', 'ReceiveDigits']);
  });
});
