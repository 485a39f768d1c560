import { CallUnderWay } from '../../../support/call-under-way.ts';
import { typesOf, uriOf } from '../../../support/sma-actions.ts';
import { branchOf } from '../../../support/routing-table-builder.ts';
import { smaFunction } from '../../../support/sma-call.ts';

async function talking(): Promise<CallUnderWay> {
  const call = new CallUnderWay(
    await smaFunction({
      branches: [branchOf({ id: 'downtown' })],
      rules: [
        {
          id: 'all',
          when: [],
          attempts: [{ kind: 'contactCenter', id: 'support', timeoutSeconds: 20 }],
        },
      ],
    }),
  );
  await call.begins();
  await call.succeeds('CallAndBridge');
  return call;
}

describe('a command for a call under way', () => {
  it('transfers it to a destination of the table', async () => {
    const call = await talking();

    const leaving = await call.isCommanded({ command: 'transfer', destination: 'branch:downtown', valid: true });
    const ringing = await call.hangupSucceeds();

    expect(typesOf(leaving)).toEqual(['Hangup']);
    expect(uriOf(ringing)).toBe('+12065550141');
  });

  it('transfers it when the end of the other side is told as HANGUP', async () => {
    const call = await talking();
    await call.isCommanded({ command: 'transfer', destination: 'branch:downtown', valid: true });

    expect(uriOf(await call.hangsUp('LEG-B'))).toBe('+12065550141');
  });

  it.each(['branch:atlantis', 'phone:somebody', 'contactCenter:nowhere'])(
    'changes nothing when the table has no %s',
    async (destination) => {
      const call = await talking();

      expect(await call.isCommanded({ command: 'transfer', destination, valid: true })).toEqual([]);
      expect(call.phase).toBe('connected');
    },
  );

  it('ends it', async () => {
    const call = await talking();

    expect(typesOf(await call.isCommanded({ command: 'hangUp', valid: true }))).toEqual(['Hangup', 'Hangup']);
  });

  it('changes nothing when nobody of ours has signed it', async () => {
    const call = await talking();

    expect(await call.isCommanded({ command: 'hangUp', valid: false })).toEqual([]);
    expect(call.phase).toBe('connected');
  });

  it('is done once when it is delivered twice', async () => {
    const call = await talking();
    const command = { command: 'transfer', destination: 'branch:downtown', valid: true, commandId: 'the-same-one' };
    await call.isCommanded(command);
    await call.hangupSucceeds();
    await call.succeeds('CallAndBridge');

    expect(await call.isCommanded(command)).toEqual([]);
  });

  it('mutes nobody who is not in a meeting', async () => {
    const call = await talking();

    expect(await call.isCommanded({ command: 'mute', valid: true })).toEqual([]);
  });
});
