import { actions, connected, pstnAudioForEachTest, respond } from '../support/pstn-audio-fixture.ts';

const between = pstnAudioForEachTest();

describe('a caller who has not been answered yet', () => {
  it('is sent no audio while the function lets a Pause pass, and is heard afterwards', async () => {
    const sent: string[] = [];
    const remember = (what: string): void => void (sent.at(-1) === what || sent.push(what));
    const pause = { Type: 'Pause', Parameters: { DurationInMilliseconds: 200 } };
    const listen = {
      Type: 'ReceiveDigits',
      Parameters: {
        InputDigitsRegex: '^7$',
        InBetweenDigitsDurationInMilliseconds: 100,
        FlushDigitsDurationInMilliseconds: 1000,
      },
    };
    const fixture = await between(
      ({ InvocationEventType: type }) => {
        if (type === 'NEW_INBOUND_CALL') return respond(listen, pause, actions.speak);
        return respond(...(type === 'DIGITS_RECEIVED' ? [actions.hangup()] : []));
      },
      {
        speech: { name: 'long', say: () => Promise.resolve(new Int16Array(8000 * 5)) },
        observer: {
          onSip: ({ direction, message }) =>
            direction === 'out' && remember(/^SIP\/2\.0 (\d+)/.exec(message)?.[1] ?? 'a request'),
          onRtp: ({ direction }) => direction === 'out' && remember('audio'),
        },
      },
    );

    const alice = await connected(fixture);
    const heard = await alice.hearsSilence();
    await alice.press('7');
    await alice.ended;
    await fixture.service.idle();

    expect(heard).toBe(true);
    expect(sent.slice(0, 3)).toEqual(['100', '200', 'audio']);
    expect(fixture.told.map(({ InvocationEventType: type }) => type)).toContain('DIGITS_RECEIVED');
  });
});
