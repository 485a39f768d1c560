import { CallUnderWay } from '../../../support/call-under-way.ts';
import { branchOf } from '../../../support/routing-table-builder.ts';
import { typesOf, uriOf } from '../../../support/sma-actions.ts';
import { smaFunction } from '../../../support/sma-call.ts';

const table = {
  branches: [branchOf({ id: 'downtown' })],
  rules: [
    {
      id: 'all',
      when: [],
      attempts: [
        { kind: 'contactCenter', id: 'support', timeoutSeconds: 20 },
        { kind: 'branch', id: 'downtown', timeoutSeconds: 20 },
      ],
      service: {
        afterwards: 'anotherTry',
        recording: 'always',
        keys: { '1': 'nextPerson', '4': 'pauseRecording', '5': 'resumeRecording' },
      },
    },
  ],
} as const;

async function talking(): Promise<CallUnderWay> {
  const call = new CallUnderWay(await smaFunction(table, { recordings: 'recordings-of-example-bank' }));
  await call.begins();
  await call.succeeds('CallAndBridge');
  await call.succeeds('StartCallRecording');
  return call;
}

describe('news of something that is over', () => {
  it('does not end the ringing of the next person: the agent was gone before we could hang them up', async () => {
    const call = await talking();
    await call.pressesWhileTalking('*1');
    const ringing = await call.hangsUp('LEG-B');

    expect(uriOf(ringing)).toBe('+12065550141');
    expect(await call.fails('InvalidActionParameter', 'Hangup')).toEqual([]);
    expect(call.phase).toBe('trying');
  });

  it('does not answer a question that is being asked', async () => {
    const call = await talking();
    await call.hangsUp('LEG-B');

    expect(await call.fails('SystemException', 'StartCallRecording')).toEqual([]);
    expect(call.phase).toBe('offering');
  });
});

describe('a recording', () => {
  it('that could not be paused can be paused by pressing again', async () => {
    const call = await talking();
    await call.pressesWhileTalking('*4');

    expect(typesOf(await call.fails('SystemException', 'PauseCallRecording'))).toEqual(['ReceiveDigits']);
    expect(typesOf(await call.pressesWhileTalking('*4'))).toEqual(['PauseCallRecording', 'ReceiveDigits']);
  });

  it('goes on through another try, and can be paused there', async () => {
    const call = await talking();
    await call.hangsUp('LEG-B');
    await call.presses('1');
    await call.succeeds('CallAndBridge');

    expect(typesOf(await call.pressesWhileTalking('*4'))).toEqual(['PauseCallRecording', 'ReceiveDigits']);
  });
});
