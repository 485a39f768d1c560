import { startDevice, type PlacedCall } from '../../../../../../infra/local/alexa/device/device.ts';
import type { DeviceCall } from '../../../../../../infra/local/alexa/service/device-call.ts';
import type { Dialled, DialRequest, SoftPhone } from '../../../../../../infra/local/phone/soft-phone.ts';

const pstnAudio = { host: '127.0.0.1', port: 5060 };
const ordered: DeviceCall = {
  from: '+12065550100',
  to: '+12065550199',
  userToUser: '6373693d31;encoding=hex',
  alexaClientId: 'amzn1.application-oa2-client.0123456789abcdef0123456789abcdef',
  deviceId: 'amzn1.ask.device.KITCHEN',
  sessionId: 'session-1',
};
const overTheTrunk: DeviceCall = {
  from: '101',
  to: '9000',
  alexaClientId: '',
  deviceId: 'amzn1.ask.device.KITCHEN',
  sessionId: 'session-2',
  via: { kind: 'trunk', host: 'hotel.voiceconnector.chime.aws' },
};

type Outcome = Awaited<Dialled['outcome']>;

/** A telephone of which nothing is heard but what it dials, and what comes of that. */
function aDevice(outcome: Outcome = { kind: 'timedOut' }): {
  place: (call: DeviceCall) => PlacedCall;
  dialled: DialRequest[];
  hungUp: () => boolean;
} {
  const dialled: DialRequest[] = [];
  const placed: PlacedCall[] = [];
  let isHungUp = false;
  const phone: SoftPhone = {
    address: { host: '127.0.0.1', port: 40_000 },
    onRing: undefined,
    dial: (request) => {
      dialled.push(request);
      return Promise.resolve({ outcome: Promise.resolve(outcome), hangUp: () => (isHungUp = true) });
    },
    close: () => Promise.resolve(),
  };
  const order = startDevice({ phone, pstnAudio, stopwatch: () => 0, onCall: (call) => placed.push(call) });
  const place = (call: DeviceCall): PlacedCall => {
    order(call);
    return placed.at(-1)!;
  };
  return { place, dialled, hungUp: () => isHungUp };
}

describe('a device that has been told to call', () => {
  it('calls the number at PSTN Audio, with the skill’s session', () => {
    const { place, dialled } = aDevice();

    const call = place(ordered);

    expect(dialled).toEqual([
      {
        target: pstnAudio,
        requestUri: 'sip:+12065550199@127.0.0.1:5060',
        from: 'sip:+12065550100@127.0.0.1:40000',
        headers: { 'User-to-User': ordered.userToUser, 'X-Alexa-LWA-ClientId': ordered.alexaClientId },
      },
    ]);
    expect(call).toMatchObject({
      requestUri: 'sip:+12065550199',
      userToUser: ordered.userToUser,
      alexaClientId: ordered.alexaClientId,
    });
  });

  it('calls over the trunk by the name of its other end, and with nothing of the skill', () => {
    const { place, dialled } = aDevice();

    const call = place(overTheTrunk);

    expect(dialled).toEqual([
      {
        target: pstnAudio,
        requestUri: 'sip:9000@hotel.voiceconnector.chime.aws',
        from: 'sip:101@127.0.0.1:40000',
        headers: {},
      },
    ]);
    expect(call).toMatchObject({
      requestUri: 'sip:9000@hotel.voiceconnector.chime.aws',
      userToUser: '',
      alexaClientId: '',
    });
  });

  it('shows the session over a trunk that carries it', () => {
    const { place, dialled } = aDevice();

    place({ ...overTheTrunk, userToUser: '6373693d31;encoding=hex' });

    expect(dialled[0]?.headers).toEqual({ 'User-to-User': '6373693d31;encoding=hex' });
  });

  it.each<{ outcome: Outcome; because: string }>([
    { outcome: { kind: 'refused', status: 404, reason: 'Not Found', response: {} as never }, because: '404 Not Found' },
    { outcome: { kind: 'timedOut' }, because: 'timedOut' },
  ])('says why nobody was reached: $because', async ({ outcome, because }) => {
    const { place } = aDevice(outcome);

    expect(await place(ordered).outcome).toEqual({ kind: 'notConnected', because });
  });

  it('hangs up when told to', async () => {
    const { place, hungUp } = aDevice();
    const call = place(ordered);

    call.hangUp();
    await call.outcome;

    expect(hungUp()).toBe(true);
  });
});
