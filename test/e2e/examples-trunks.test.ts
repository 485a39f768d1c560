import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { promptTones } from '../../infra/local/pstn-audio/examples/prompts/prompt-files.ts';
import { openRtpEndpoint } from '../../infra/local/pstn-audio/media/rtp-endpoint.ts';
import { audioOffer } from '../../infra/local/pstn-audio/sip/audio-session.ts';
import { listenTls } from '../../infra/local/pstn-audio/sip/transport/tls.ts';
import { startSipUserAgent } from '../../infra/local/pstn-audio/sip/user-agent.ts';
import { PhoneCall } from '../../infra/local/phone/phone-call.ts';
import { systemIds } from '../../shared/adapters/system/system-ids.ts';
import { systemTimers } from '../../shared/adapters/system/system-timers.ts';
import { exampleForEachTest, ringing, voices } from './examples-fixture.ts';

const run = promisify(execFile);
const ports = { timers: systemTimers, ids: systemIds };
const [welcomeHz] = promptTones['welcome.wav'];
const [wrongHz] = promptTones['wrong.wav'];

describe('the example termination', () => {
  const start = exampleForEachTest('termination');
  const toOffice = {
    requestUri: 'sip:+12065550141@office.voiceconnector.chime.aws',
    credentials: { username: 'office', password: 'example-only' },
  };

  it("brings the office's calls to the function, with its headers", async () => {
    const example = await start();

    const withExtension = await example.call({ ...toOffice, headers: { 'X-Extension': '4711' } });
    const heard = await withExtension.hears(welcomeHz);
    const without = await example.call(toOffice);
    const heardWithout = await without.hears(wrongHz);

    expect([heard, heardWithout]).toEqual([true, true]);
  });

  it('keeps out who has another password', async () => {
    const example = await start();

    const dialled = await example.dial({ ...toOffice, credentials: { username: 'office', password: 'guessed' } });

    expect(await dialled.outcome).toMatchObject({ kind: 'refused', status: 407 });
    expect(example.told).toEqual([]);
  });

  it("lets the warehouse call out, showing the account's number", async () => {
    const example = await start({ phones: { 5070: 'bob' } });
    const rings = ringing(example.phone(5070));

    const dialled = await example.dial({ requestUri: 'sip:+12065550141@warehouse.voiceconnector.chime.aws' });
    const ring = await rings;
    const bob = await ring.answer();
    const heard = await bob?.hears(voices.alice);
    const { kind } = await dialled.outcome;

    expect([heard, kind]).toEqual([true, 'connected']);
    expect(ring.invite.headers.find(({ name }) => name === 'From')?.value).toContain('+12065550101');
  });

  it('does not let it call abroad', async () => {
    const example = await start({ phones: { 5070: 'bob' } });

    const dialled = await example.dial({ requestUri: 'sip:+442079460100@warehouse.voiceconnector.chime.aws' });

    expect(await dialled.outcome).toMatchObject({ kind: 'refused', status: 403 });
  });
});

describe('the example failover', () => {
  const start = exampleForEachTest('failover');

  it('goes to the second Region while the first is down, and the caller does not notice', async () => {
    const example = await start();

    const call = await example.call();
    const heard = await call.hears(promptTones['west.wav'][0]);

    expect(heard).toBe(true);
  });

  it('goes to the first when it is up', async () => {
    const example = await start({
      change: (config) => {
        const [east, west] = config['Functions'] as readonly { Environment: object }[];
        return { ...config, Functions: [{ ...east, Environment: { ...east?.Environment, IS_DOWN: 'false' } }, west] };
      },
    });

    const call = await example.call();
    const heard = await call.hears(promptTones['east.wav'][0]);

    expect(heard).toBe(true);
  });
});

describe('the example tls', () => {
  const start = exampleForEachTest('tls');
  const requestUri = 'sip:+12065550141@secure.voiceconnector.chime.aws';
  const makeCertificate = async (folder: string): Promise<void> =>
    void (await run(join(folder, 'make-certificate.sh'), { timeout: 10_000 }));

  it('takes calls over TLS with the certificate that the script makes', async () => {
    const example = await start({ prepare: makeCertificate });
    const own = {
      certificate: await readFile(join(example.folder, 'certificate.pem'), 'utf8'),
      privateKey: await readFile(join(example.folder, 'key.pem'), 'utf8'),
    };
    // It believes this certificate and no other.
    const exchange = await startSipUserAgent({
      ...ports,
      transports: [await listenTls({ ...own, timers: systemTimers, ca: own.certificate })],
    });
    const audio = await openRtpEndpoint(ports);

    const call = exchange.invite({
      target: example.standalone.addresses.get('TLS')!,
      requestUri: `${requestUri};transport=tls`,
      from: 'sip:+12065550101@office.test',
      sdp: audioOffer(audio.address),
    });
    const outcome = await call.answered;
    const heard = await new PhoneCall({ call, audio, voiceHz: voices.alice, codecs: undefined }).hears(welcomeHz);
    await exchange.close();

    expect([outcome.kind, heard]).toEqual(['answered', true]);
  });

  it('refuses calls that are not encrypted', async () => {
    const example = await start({ prepare: makeCertificate });

    const dialled = await example.dial({ requestUri });

    expect(await dialled.outcome).toMatchObject({ kind: 'refused', status: 403 });
  });
});
