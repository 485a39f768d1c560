import { idsFake } from '../../../../../../support/ids-fake.ts';
import { TimersFake } from '../../../../../../support/timers-fake.ts';
import { parsePstnAudioConfig } from '../../../../../../../infra/local/pstn-audio/config/config.ts';
import { openObjects } from '../../../../../../../infra/local/pstn-audio/objects/open-objects.ts';
import type { Registry } from '../../../../../../../infra/local/pstn-audio/objects/registry.ts';
import { noteTerminationHealth } from '../../../../../../../infra/local/pstn-audio/service/trunk/termination-health.ts';
import { wholeConfig } from '../../config/config-fixture.ts';

const uri = 'sip:Office.voiceconnector.chime.aws:5060;transport=udp';
const source = { host: '127.0.0.1' };

function aRegistry(clock = new TimersFake()): Registry {
  return openObjects(parsePstnAudioConfig(wholeConfig), { ids: idsFake(), clock }).registry;
}

describe('the health of a Voice Connector’s termination', () => {
  it('is when its private branch exchange last asked by OPTIONS, and from where', async () => {
    const clock = new TimersFake();
    const registry = aRegistry(clock);

    noteTerminationHealth(registry, { uri }, source);
    await clock.advanceBy(30_000);
    noteTerminationHealth(registry, { uri }, { host: '127.0.0.2' });

    expect(registry.voiceConnectors.get('office')?.TerminationHealth).toEqual({
      Timestamp: registry.now(),
      Source: '127.0.0.2',
    });
    expect(registry.voiceConnectors.get('sealed')?.TerminationHealth).toBeUndefined();
  });

  it.each([
    { case: 'from an address that may not call', asked: { uri }, from: { host: '192.0.2.1' } },
    { case: 'to another host', asked: { uri: 'sip:127.0.0.1' }, from: source },
    { case: 'to a connector that takes no calls', asked: { uri: 'sip:sealed.example.test' }, from: source },
    { case: 'to a number', asked: { uri: 'tel:+12065550141' }, from: source },
  ])('is not told by an OPTIONS $case', ({ asked, from }) => {
    const registry = aRegistry();

    noteTerminationHealth(registry, asked, from);

    expect([...registry.voiceConnectors.values()].map(({ TerminationHealth }) => TerminationHealth)).toEqual([
      undefined,
      undefined,
    ]);
  });
});
