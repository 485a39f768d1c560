import { selfSigned } from '../unit/infra/local/pstn-audio/sip/transport/self-signed.ts';
import { act } from './support/answering-function.ts';
import { startBaresip } from './support/baresip.ts';
import { closedAfterEach } from './support/closed-after-each.ts';
import { startCompleteService } from './support/complete-service.ts';
import { dialIn, promptHz } from './support/constants.ts';
import { startSipp } from './support/sipp.ts';
import { toneIsIn } from './support/tone-files.ts';
import { describeWith } from './support/tools.ts';

const connectorArn = 'arn:aws:chime:us-east-1:111122223333:vc/office';

describeWith(['sipp'], 'SIP over TCP', () => {
  const keep = closedAfterEach();

  it('is taken from sipp, and spoken to a Voice Connector route that wants it', async () => {
    const callee = keep(await startSipp({ scenario: 'uas-waits-until-hung-up', protocol: 'TCP' }));
    const service = keep(
      await startCompleteService({
        replies: {
          NEW_INBOUND_CALL: [act.bridgeToConnector(connectorArn)],
          'ACTION_SUCCESSFUL CallAndBridge': [act.hangUp],
        },
        config: {
          VoiceConnectors: [
            {
              VoiceConnectorId: 'office',
              Origination: {
                Routes: [{ Host: callee.address.host, Port: callee.address.port, Protocol: 'TCP' }],
              },
            },
          ],
        },
      }),
    );

    const caller = keep(
      await startSipp({
        scenario: 'uac-waits-until-hung-up',
        target: service.address,
        number: dialIn,
        protocol: 'TCP',
      }),
    );
    await Promise.all([caller.finished, callee.finished]);
    await service.idle();

    expect(await callee.messages()).toContain('Via: SIP/2.0/TCP');
    expect(service.titles()).toEqual([
      'NEW_INBOUND_CALL',
      'ACTION_SUCCESSFUL CallAndBridge',
      'ACTION_SUCCESSFUL Hangup',
      'HANGUP Hangup',
    ]);
  });

  it('brings calls that the service has placed', async () => {
    const callee = keep(await startSipp({ scenario: 'sipp:uas', protocol: 'TCP' }));
    const service = keep(
      await startCompleteService({
        pstn: { ...callee.address, protocol: 'TCP' },
        replies: { NEW_INBOUND_CALL: [act.bridge] },
      }),
    );

    const caller = keep(await startSipp({ scenario: 'sipp:uac', target: service.address, number: dialIn }));
    await Promise.all([caller.finished, callee.finished]);
    await service.idle();

    expect(service.titles().slice(0, 2)).toEqual(['NEW_INBOUND_CALL', 'ACTION_SUCCESSFUL CallAndBridge']);
  });
});

describeWith(['baresip'], 'SIP over TLS', () => {
  const keep = closedAfterEach();

  it('is taken from baresip, which hears the prompt', async () => {
    const { certificate, privateKey } = selfSigned();
    const service = keep(
      await startCompleteService({
        replies: { NEW_INBOUND_CALL: [act.play, act.hangUp] },
        files: { 'certificate.pem': certificate, 'key.pem': privateKey },
        config: {
          Sip: { Port: 0, Tls: { Port: 0, CertificateFile: './certificate.pem', PrivateKeyFile: './key.pem' } },
        },
      }),
    );
    const caller = keep(await startBaresip({ user: 'caller', voiceHz: 710, trusts: certificate }));

    await caller.dial(`sip:${dialIn}@127.0.0.1:${service.tlsAddress?.port};transport=tls`);
    const recording = await caller.recording();

    expect(toneIsIn(recording, promptHz)).toBe(true);
  });
});
