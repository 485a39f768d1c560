import {
  CreateSipMediaApplicationCallCommand,
  UpdateSipMediaApplicationCallCommand,
} from '@aws-sdk/client-chime-sdk-voice';
import { startBaresip } from './support/baresip.ts';
import { act } from './support/answering-function.ts';
import { closedAfterEach } from './support/closed-after-each.ts';
import { startCompleteService, type CompleteService, type CompleteServiceOptions } from './support/complete-service.ts';
import { dialIn, otherNumber, promptHz, promptSeconds } from './support/constants.ts';
import { handFiredTimers } from './support/hand-fired-timers.ts';
import { startSipp, type Sipp } from './support/sipp.ts';
import { toneMilliseconds } from './support/tone-files.ts';
import { describeWith } from './support/tools.ts';

/** How long the service lets a call ring that it has placed. */
const ringsForMs = 60_000;
const sayAndGoodbye = { CALL_ANSWERED: [act.play, act.hangUp] };

const place = async ({ voice }: CompleteService, SipHeaders?: Record<string, string>): Promise<string> => {
  const { SipMediaApplicationCall: call } = await voice.send(
    new CreateSipMediaApplicationCallCommand({
      SipMediaApplicationId: 'a1',
      FromPhoneNumber: dialIn,
      ToPhoneNumber: otherNumber,
      ...(SipHeaders === undefined ? {} : { SipHeaders }),
    }),
  );
  return call?.TransactionId ?? '';
};

const hangupCode = ({ events }: CompleteService): unknown => events.at(-1)?.ActionData?.Parameters?.['SipResponseCode'];

describeWith(['sipp'], 'a call to sipp that CreateSipMediaApplicationCall places', () => {
  const keep = closedAfterEach();
  const serviceCalling = async ({ address: pstn }: Sipp, rest: CompleteServiceOptions): Promise<CompleteService> =>
    keep(await startCompleteService({ ...rest, pstn }));

  it('is told of as it begins, rings, is answered and ends, and brings its SIP headers', async () => {
    const callee = keep(await startSipp({ scenario: 'uas-placed-call-talks-until-hung-up', voiceHz: 520 }));
    const service = await serviceCalling(callee, { replies: sayAndGoodbye });

    const transactionId = await place(service, { 'X-Order': 'order-4711' });
    await callee.finished;
    await service.idle();

    expect(service.titles()).toEqual(['NEW_OUTBOUND_CALL', 'RINGING', 'CALL_ANSWERED', 'HANGUP Hangup']);
    expect(new Set(service.events.map(({ CallDetails }) => CallDetails.TransactionId))).toEqual(
      new Set([transactionId]),
    );
    expect(hangupCode(service)).toBe(0);
  });

  const refusing = [
    { scenario: 'uas-busy-486', code: 486 },
    { scenario: 'uas-declined-603', code: 603 },
    { scenario: 'uas-unavailable-503', code: 503 },
  ];

  it.each(refusing)('ends with the code that the callee gave: $scenario', async ({ scenario, code }) => {
    const callee = keep(await startSipp({ scenario }));
    const service = await serviceCalling(callee, { replies: sayAndGoodbye });

    await place(service);
    await callee.finished;
    await service.idle();

    expect(service.titles()).toEqual(['NEW_OUTBOUND_CALL', 'HANGUP Hangup']);
    expect(hangupCode(service)).toBe(code);
  });

  it('is cancelled when nobody answers', async () => {
    const callee = keep(await startSipp({ scenario: 'uas-rings-until-cancelled-487' }));
    const { timers, runOut } = handFiredTimers(ringsForMs);
    const service = await serviceCalling(callee, { replies: sayAndGoodbye, timers });

    await place(service);
    await service.told('RINGING');
    runOut();
    await callee.finished;
    await service.idle();

    expect(service.titles()).toEqual(['NEW_OUTBOUND_CALL', 'RINGING', 'HANGUP Hangup']);
    expect(hangupCode(service)).toBe(480);
  });

  it('is hung up by UpdateSipMediaApplicationCall in the middle of an action', async () => {
    const callee = keep(await startSipp({ scenario: 'uas-waits-until-hung-up' }));
    const pausing = Promise.withResolvers<void>();
    const service = await serviceCalling(callee, {
      replies: { CALL_ANSWERED: [act.pause], CALL_UPDATE_REQUESTED: [act.hangUp] },
      observers: [{ onAction: () => pausing.resolve() }],
    });

    const TransactionId = await place(service);
    await pausing.promise;
    await service.voice.send(
      new UpdateSipMediaApplicationCallCommand({
        SipMediaApplicationId: 'a1',
        TransactionId,
        Arguments: { end: 'now' },
      }),
    );
    await callee.finished;
    await service.idle();

    expect(service.titles()).toEqual([
      'NEW_OUTBOUND_CALL',
      'CALL_ANSWERED',
      'CALL_UPDATE_REQUESTED CallUpdateRequest',
      'ACTION_INTERRUPTED Pause',
      'HANGUP Hangup',
    ]);
  });

  const lossy = [
    { scenario: 'uas-lost-invite-sent-again', retransmits: false },
    { scenario: 'uas-lost-ack-sent-again', retransmits: false },
    { scenario: 'uas-lost-bye-sent-again', retransmits: false },
    { scenario: 'uas-rings-reliably-answered', retransmits: true },
  ];

  it.each(lossy)('survives what networks do: $scenario', async ({ scenario, retransmits }) => {
    const callee = keep(await startSipp({ scenario, retransmits }));
    const service = await serviceCalling(callee, { replies: sayAndGoodbye });

    await place(service);
    await callee.finished;
    await service.idle();

    expect(service.titles().filter((title) => title !== 'RINGING')).toEqual([
      'NEW_OUTBOUND_CALL',
      'CALL_ANSWERED',
      'HANGUP Hangup',
    ]);
  });
});

describeWith(['baresip'], 'a call to baresip that CreateSipMediaApplicationCall places', () => {
  const keep = closedAfterEach();

  it('lets it hear the prompt to its end', async () => {
    const callee = keep(await startBaresip({ user: otherNumber, voiceHz: 710 }));
    const service = keep(await startCompleteService({ pstn: callee.address, replies: sayAndGoodbye }));

    await place(service);
    await service.told('HANGUP Hangup');
    const recording = await callee.recording();

    expect(Math.round(toneMilliseconds(recording, promptHz) / 200)).toBe((promptSeconds * 1000) / 200);
    expect(toneMilliseconds(recording, 710)).toBe(0);
  });

  it('presses keys, which baresip understands', async () => {
    const callee = keep(await startBaresip({ user: otherNumber, voiceHz: 710 }));
    const service = keep(
      await startCompleteService({
        pstn: callee.address,
        replies: { CALL_ANSWERED: [act.sendDigits('47*1#'), act.pause] },
      }),
    );

    await place(service);
    const digits = await callee.digits(5);

    expect(digits).toBe('47*1#');
  });

  it('ends as busy when it declines', async () => {
    const callee = keep(await startBaresip({ user: otherNumber, voiceHz: 710, answers: 'never' }));
    const service = keep(await startCompleteService({ pstn: callee.address, replies: sayAndGoodbye }));

    await place(service);
    await callee.rings();
    await callee.hangUp();
    await service.told('HANGUP Hangup');

    expect(hangupCode(service)).toBe(486);
  });
});
