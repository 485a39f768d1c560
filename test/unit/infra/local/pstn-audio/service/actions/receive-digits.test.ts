import { receiveDigits } from '../../../../../../../infra/local/pstn-audio/service/actions/receive-digits.ts';
import { callIds, promptedCall } from '../fakes/prompted-call.ts';

const listen = {
  InputDigitsRegex: '^\\d{2}#$',
  InBetweenDigitsDurationInMilliseconds: 1000,
  FlushDigitsDurationInMilliseconds: 10_000,
};

describe('ReceiveDigits', () => {
  it('has succeeded as soon as it listens, with no digits yet', async () => {
    const { control, answers, received } = promptedCall();

    const result = await receiveDigits({ ...listen, FlushDigitsDurationInMilliseconds: '10000' }, control).done;

    expect(result).toEqual({
      kind: 'successful',
      parameters: { ...listen, CallId: callIds.a },
      outcome: { ReceivedDigits: '' },
    });
    expect(received).toEqual([]);
    expect(answers.count).toBe(0);
  });

  it('tells digits that match, after the pause', async () => {
    const { control, timers, caller, received } = promptedCall();
    receiveDigits(listen, control);

    caller.presses('12#');
    await timers.advanceBy(999);
    const before = received.length;
    await timers.advanceBy(1);

    expect(before).toBe(0);
    expect(received).toEqual([{ parameters: { ...listen, CallId: callIds.a }, digits: '12#' }]);
  });

  it('passes over what is pressed after a match, until it is armed anew', async () => {
    const { control, timers, caller, received } = promptedCall();
    receiveDigits(listen, control);

    caller.presses('12#');
    await timers.advanceBy(1000);
    caller.presses('34#');
    await timers.advanceBy(20_000);
    const listeners = caller.listeners;
    receiveDigits(listen, control);
    caller.presses('56#');
    await timers.advanceBy(1000);

    expect(listeners).toBe(0);
    expect(received.map(({ digits }) => digits)).toEqual(['12#', '56#']);
  });

  it('listens on after a match and after a flush, each time anew, where Behavior says Again', async () => {
    const { control, timers, caller, received } = promptedCall();
    Object.assign(control.parts, { behavior: { ...control.parts.behavior, ReceiveDigits: 'Again' } });
    receiveDigits(listen, control);

    caller.presses('12#');
    await timers.advanceBy(1000);
    caller.presses('3');
    await timers.advanceBy(9999);
    const beforeTheFlush = received.length;
    await timers.advanceBy(1);
    caller.presses('45#');
    await timers.advanceBy(30_000);

    expect(beforeTheFlush).toBe(1);
    expect(received.map(({ digits }) => digits)).toEqual(['12#', '3', '45#']);
  });

  it('tells nothing more while nothing is pressed', async () => {
    const { control, timers, caller, received } = promptedCall();
    const before = timers.pending;
    receiveDigits(listen, control);

    caller.presses('12#');
    await timers.advanceBy(60_000);

    expect(received).toHaveLength(1);
    expect(timers.pending).toBe(before);
  });

  it('keeps digits that do not match, and tells them at the flush, counted from the first', async () => {
    const { control, timers, caller, received } = promptedCall();
    receiveDigits(listen, control);

    await timers.advanceBy(60_000);
    caller.presses('1');
    await timers.advanceBy(5000);
    caller.presses('*');
    await timers.advanceBy(4999);
    const before = received.length;
    await timers.advanceBy(1);

    expect(before).toBe(0);
    expect(received).toMatchObject([{ digits: '1*' }]);
  });

  it('lets later digits make the earlier ones match', async () => {
    const { control, timers, caller, received } = promptedCall();
    receiveDigits(listen, control);

    caller.presses('1');
    await timers.advanceBy(2000);
    caller.presses('2#');
    await timers.advanceBy(1000);

    expect(received).toMatchObject([{ digits: '12#' }]);
  });

  it('gives way when it is armed anew on the same leg, and listens on each leg apart', async () => {
    const { control, timers, caller, callee, received } = promptedCall();
    receiveDigits(listen, control);
    receiveDigits({ ...listen, InputDigitsRegex: '^9$' }, control);
    receiveDigits({ ...listen, ParticipantTag: 'LEG-B' }, control);

    caller.presses('9');
    callee.presses('12#');
    await timers.advanceBy(1000);

    expect(received.map(({ digits }) => digits)).toEqual(['9', '12#']);
    expect(received[1]).toMatchObject({ parameters: { CallId: callIds.b } });
  });

  it('leaves no timer behind when it is disarmed', async () => {
    const { control, timers, caller, received } = promptedCall();
    const before = timers.pending;
    receiveDigits(listen, control);
    caller.presses('1');

    control.armedDigits.disarmAll();
    await timers.advanceBy(20_000);

    expect(received).toEqual([]);
    expect(caller.listeners).toBe(0);
    expect(timers.pending).toBe(before);
  });

  it.each(['InputDigitsRegex', 'InBetweenDigitsDurationInMilliseconds', 'FlushDigitsDurationInMilliseconds'])(
    'cannot do without %s',
    async (name) => {
      const { control } = promptedCall();

      const result = await receiveDigits({ ...listen, [name]: undefined }, control).done;

      expect(result).toMatchObject({
        errorType: 'InvalidActionParameter',
        errorMessage: `${name} parameter value is invalid.`,
      });
    },
  );

  it.each([{ InputDigitsRegex: '(' }, { CallId: callIds.meeting }])('refuses %o', async (change) => {
    const { control } = promptedCall();

    expect(await receiveDigits({ ...listen, ...change }, control).done).toMatchObject({
      errorType: 'InvalidActionParameter',
    });
  });
});
