import { startBaresip } from './support/baresip.ts';
import { act, type Replies } from './support/answering-function.ts';
import { closedAfterEach } from './support/closed-after-each.ts';
import { startCompleteService, type CompleteService } from './support/complete-service.ts';
import { dialIn, otherNumber } from './support/constants.ts';
import { startSipp } from './support/sipp.ts';
import { describeWith } from './support/tools.ts';

const menu: Replies = { NEW_INBOUND_CALL: [act.getDigits], ACTION_SUCCESSFUL: [act.hangUp] };
/** Bridges, and listens for keys of the caller meanwhile. */
const bridgeAndListen: Replies = {
  NEW_INBOUND_CALL: [act.bridge],
  'ACTION_SUCCESSFUL CallAndBridge': [act.receiveDigits('LEG-A', '^4711$')],
  DIGITS_RECEIVED: [act.hangUp],
};

const uriOf = ({ address: { host, port } }: CompleteService): string => `sip:${dialIn}@${host}:${port}`;
const received = async (service: CompleteService, title: string): Promise<unknown> =>
  Object(Object(await service.told(title)).ActionData).ReceivedDigits;

describeWith(['sipp', 'raw sockets'], 'keys that sipp presses', () => {
  const keep = closedAfterEach();

  it('are taken over the prompt, up to the terminator', async () => {
    const service = keep(await startCompleteService({ replies: menu }));

    const caller = keep(
      await startSipp({ scenario: 'uac-presses-digits-until-hung-up', target: service.address, number: dialIn }),
    );
    const digits = await caller.unlessItFails(received(service, 'ACTION_SUCCESSFUL PlayAudioAndGetDigits'));
    await caller.finished;
    await service.idle();

    expect(digits).toBe('4711');
    expect(service.titles()).toEqual(['NEW_INBOUND_CALL', 'ACTION_SUCCESSFUL PlayAudioAndGetDigits', 'HANGUP Hangup']);
  });
});

describeWith(['sipp'], 'keys that sipp presses in the audio itself', () => {
  const keep = closedAfterEach();

  it('are understood where the telephone knows no other way', async () => {
    const service = keep(await startCompleteService({ replies: menu }));

    const caller = keep(
      await startSipp({
        scenario: 'uac-in-band-keys-until-hung-up',
        target: service.address,
        number: dialIn,
        keysInBand: '4711#',
      }),
    );
    const digits = await caller.unlessItFails(received(service, 'ACTION_SUCCESSFUL PlayAudioAndGetDigits'));
    await caller.finished;

    expect(digits).toBe('4711');
  });
});

describeWith(['baresip'], 'keys that baresip presses', () => {
  const keep = closedAfterEach();

  it('are taken over the prompt, up to the terminator', async () => {
    const service = keep(await startCompleteService({ replies: menu }));
    const caller = keep(await startBaresip({ user: 'caller', voiceHz: 710 }));

    await caller.dial(uriOf(service));
    await caller.press('4711#');
    const digits = await received(service, 'ACTION_SUCCESSFUL PlayAudioAndGetDigits');
    await caller.closed();

    expect(digits).toBe('4711');
  });
});

describeWith(['sipp', 'baresip'], 'keys that baresip presses while it talks with sipp', () => {
  const keep = closedAfterEach();

  it('are told to the function, once', async () => {
    const callee = keep(await startSipp({ scenario: 'uas-waits-until-hung-up' }));
    const service = keep(await startCompleteService({ pstn: callee.address, replies: bridgeAndListen }));
    const caller = keep(await startBaresip({ user: 'caller', voiceHz: 710 }));

    await caller.dial(uriOf(service));
    await service.told('ACTION_SUCCESSFUL ReceiveDigits');
    await caller.press('4711');
    const digits = await received(service, 'DIGITS_RECEIVED ReceiveDigits');
    await caller.closed();
    await callee.finished;
    await service.idle();

    expect(digits).toBe('4711');
    expect(service.titles().filter((title) => title.startsWith('DIGITS_RECEIVED'))).toHaveLength(1);
  });
});

describeWith(['baresip'], 'keys between two who are bridged', () => {
  const keep = closedAfterEach();

  it('are passed on to the other side', async () => {
    const callee = keep(await startBaresip({ user: otherNumber, voiceHz: 520 }));
    const service = keep(
      await startCompleteService({ pstn: callee.address, replies: { NEW_INBOUND_CALL: [act.bridge] } }),
    );
    const caller = keep(await startBaresip({ user: 'caller', voiceHz: 710 }));

    await caller.dial(uriOf(service));
    await service.told('ACTION_SUCCESSFUL CallAndBridge');
    await caller.press('90#');
    const digits = await callee.digits(3);

    expect(digits).toBe('90#');
  });
});
