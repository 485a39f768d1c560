import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import type { Timers } from '../../shared/ports/timers.ts';
import type { SipAddress } from '../../infra/local/pstn-audio/sip/user-agent.ts';
import { act } from './support/answering-function.ts';
import { closedAfterEach } from './support/closed-after-each.ts';
import { startCompleteService, type CompleteService } from './support/complete-service.ts';
import { dialIn, otherNumber } from './support/constants.ts';
import { handFiredTimers } from './support/hand-fired-timers.ts';
import { startSipp, type Sipp, type SippOptions } from './support/sipp.ts';
import { describeWith } from './support/tools.ts';

const arn = (id: string): string => `arn:aws:chime:us-east-1:111122223333:${id}`;
const bridged = ['NEW_INBOUND_CALL', 'ACTION_SUCCESSFUL CallAndBridge', 'ACTION_SUCCESSFUL Hangup', 'HANGUP Hangup'];
/** How long a route may stay silent at least. */
const silenceMs = 5000;

const originatingTo = (VoiceConnectorId: string, ...peers: readonly SipAddress[]) => ({
  VoiceConnectorId,
  Origination: { Routes: peers.map(({ host, port }, n) => ({ Host: host, Port: port, Priority: n + 1 })) },
});

/** Takes calls and never says a word. */
async function silentPeer(): Promise<{ address: SipAddress; called: Promise<void>; close(): Promise<void> }> {
  const socket = createSocket('udp4');
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return {
    address: { host: '127.0.0.1', port: socket.address().port },
    called: once(socket, 'message').then(() => undefined),
    async close() {
      const over = once(socket, 'close');
      socket.close();
      await over;
    },
  };
}

describeWith(['sipp'], 'the routes of a Voice Connector', () => {
  const keep = closedAfterEach();

  const bridgingTo = async (target: string, config: Record<string, unknown>, timers?: Timers) =>
    keep(
      await startCompleteService({
        replies: {
          NEW_INBOUND_CALL: [act.bridgeToConnector(arn(target), 8)],
          'ACTION_SUCCESSFUL CallAndBridge': [act.hangUp],
        },
        config,
        ...(timers === undefined ? {} : { timers }),
      }),
    );
  const callFrom = async ({ address: target }: CompleteService): Promise<Sipp> =>
    keep(await startSipp({ scenario: 'uac-waits-until-hung-up', target, number: dialIn }));

  it('are tried in turn: the second rings when the first says 503', async () => {
    const first = keep(await startSipp({ scenario: 'uas-unavailable-503' }));
    const second = keep(await startSipp({ scenario: 'uas-waits-until-hung-up' }));
    const service = await bridgingTo('vc/office', {
      VoiceConnectors: [originatingTo('office', first.address, second.address)],
    });

    const caller = await callFrom(service);
    await Promise.all([first.finished, second.finished, caller.finished]);
    await service.idle();

    expect(service.titles()).toEqual(bridged);
  });

  it('are tried in turn: the second rings when the first stays silent', async () => {
    const first = keep(await silentPeer());
    const second = keep(await startSipp({ scenario: 'uas-waits-until-hung-up' }));
    const { timers, runOut } = handFiredTimers(silenceMs);
    const config = { VoiceConnectors: [originatingTo('office', first.address, second.address)] };
    const service = await bridgingTo('vc/office', config, timers);

    const caller = await callFrom(service);
    await first.called;
    runOut();
    await Promise.all([second.finished, caller.finished]);

    expect(service.titles().slice(0, 2)).toEqual(bridged.slice(0, 2));
  });

  it('are those of the next connector when a whole connector of a group is down', async () => {
    const first = keep(await startSipp({ scenario: 'uas-unavailable-503' }));
    const second = keep(await startSipp({ scenario: 'uas-waits-until-hung-up' }));
    const service = await bridgingTo('vcg/offices', {
      VoiceConnectors: [originatingTo('seattle', first.address), originatingTo('boston', second.address)],
      VoiceConnectorGroups: [
        {
          VoiceConnectorGroupId: 'offices',
          VoiceConnectorItems: [
            { VoiceConnectorId: 'seattle', Priority: 1 },
            { VoiceConnectorId: 'boston', Priority: 2 },
          ],
        },
      ],
    });

    const caller = await callFrom(service);
    await Promise.all([first.finished, second.finished, caller.finished]);
    await service.idle();

    expect(service.titles()).toEqual(bridged);
  });
});

describeWith(['sipp'], 'a private branch exchange that calls out through its Voice Connector', () => {
  const keep = closedAfterEach();
  const own = '+14255550122';

  const office = async (pstn: SipAddress | undefined, allowed: string) =>
    keep(
      await startCompleteService({
        replies: {},
        ...(pstn === undefined ? {} : { pstn }),
        config: {
          PhoneNumbers: [
            { E164PhoneNumber: dialIn, ProductType: 'SipMediaApplicationDialIn' },
            { E164PhoneNumber: own, ProductType: 'VoiceConnector', VoiceConnectorId: 'office' },
          ],
          VoiceConnectors: [
            {
              VoiceConnectorId: 'office',
              Termination: { CpsLimit: 10, CidrAllowedList: [allowed], DefaultPhoneNumber: own },
              TerminationCredentials: [{ Username: 'office', Password: 'open sesame' }],
            },
          ],
        },
      }),
    );
  const callOut = async (
    { address: target }: CompleteService,
    options: Pick<SippOptions, 'scenario' | 'credentials'>,
  ): Promise<Sipp> => keep(await startSipp({ ...options, target, number: otherNumber }));

  it('is let out with its password, without any function', async () => {
    const callee = keep(await startSipp({ scenario: 'sipp:uas' }));
    const service = await office(callee.address, '127.0.0.0/8');

    const exchange = await callOut(service, {
      scenario: 'uac-private-exchange-password-accepted',
      credentials: { username: 'office', password: 'open sesame' },
    });
    await Promise.all([exchange.finished, callee.finished]);
    await service.idle();

    expect(await callee.messages()).toContain(`From: <sip:${own}@`);
    expect(service.titles()).toEqual([]);
  });

  it('is asked again when the password is another', async () => {
    const service = await office(undefined, '127.0.0.0/8');

    const exchange = await callOut(service, {
      scenario: 'uac-private-exchange-password-407-again',
      credentials: { username: 'office', password: 'open barley' },
    });

    await expect(exchange.finished).resolves.toBeUndefined();
  });

  it('is refused when its address is not on the list', async () => {
    const service = await office(undefined, '192.0.2.0/24');

    const exchange = await callOut(service, { scenario: 'uac-private-exchange-address-403' });

    await expect(exchange.finished).resolves.toBeUndefined();
  });
});
