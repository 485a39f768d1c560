import { dialIn, pstnAudioBetween, respond } from '../support/pstn-audio-fixture.ts';
import { bridgedLine } from './support/bridged-line.ts';
import { closedAfterEach } from './support/closed-after-each.ts';
import { startSipp } from './support/sipp.ts';
import { describeWith } from './support/tools.ts';

describeWith(['sipp'], 'a call from sipp that cannot be taken', () => {
  const keep = closedAfterEach();

  const refused = [
    { scenario: 'uac-unknown-number-404', number: '+14255550199', why: 'no rule takes its number' },
    { scenario: 'uac-malformed-sdp-488', number: dialIn, why: 'its offer cannot be read' },
    { scenario: 'uac-no-common-codec-488', number: dialIn, why: 'its offer has neither PCMU nor PCMA' },
    { scenario: 'uac-unsupported-extension-420', number: dialIn, why: 'it requires an extension' },
  ];

  it.each(refused)(
    'is refused before the function hears of it, because $why: $scenario',
    async ({ scenario, number }) => {
      const line = keep(await bridgedLine());

      const sipp = keep(await startSipp({ scenario, target: line.service.address, number }));
      await sipp.finished;
      await line.service.idle();

      expect(line.told).toEqual([]);
    },
  );

  it('gets 480 when the function fails twice', async () => {
    let deliveries = 0;
    const line = keep(
      await pstnAudioBetween(() => respond(), {
        invoke: () => {
          deliveries += 1;
          return Promise.resolve({ kind: 'error', errorType: 'Unhandled' });
        },
      }),
    );

    const sipp = keep(
      await startSipp({ scenario: 'uac-function-fails-480', target: line.service.address, number: dialIn }),
    );
    await sipp.finished;
    await line.service.idle();

    expect(deliveries).toBe(2);
  });
});
