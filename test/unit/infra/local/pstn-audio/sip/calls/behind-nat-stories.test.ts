import { rawRequest } from '../../../../../../support/sip-raw-peer.ts';
import { sdpAt } from '../../../../../../support/sip-stories.ts';
import { carolAndBob, type CarolsCall } from './raw-dialog-fixture.ts';

let story: CarolsCall;

beforeEach(async () => {
  story = await carolAndBob();
});

/** Carol calls with an address of hers in Via and Contact, is answered, and Bob hangs up; where his BYE goes. */
async function byeTo(via: string, contact: string, headers: string[] = []): Promise<string | undefined> {
  const { carol, timers } = story;
  const own = { Via: via.replace('PORT', String(carol.address.port)), Contact: `<sip:carol@${contact}>` };
  carol.send(rawRequest(carol.address, { body: sdpAt(4000), replace: own, headers }));
  await timers.advanceBy(20);
  story.ringing().answer(sdpAt(5000));
  await timers.advanceBy(20);
  await story.ask({ method: 'ACK', replace: { ...own, Via: `${own.Via}-ack` } });
  story.ringing().hangUp();
  await timers.advanceBy(20);
  return story.network.log.find((line) => line.endsWith('BYE'));
}

describe('a caller behind address translation', () => {
  it('gets our requests where its own come from', async () => {
    expect(await byeTo('SIP/2.0/UDP 192.168.1.7:PORT;rport;branch=z9hG4bK-1', '192.168.1.7:5060')).toBe(
      'bob → carol BYE',
    );
  });

  it.each([
    { case: 'its responses are wanted elsewhere', via: 'SIP/2.0/UDP 192.168.1.7:PORT;branch=z9hG4bK-1' },
    {
      case: 'it wants to be reached elsewhere',
      via: 'SIP/2.0/UDP 192.168.1.7:PORT;rport;branch=z9hG4bK-1',
      contact: '192.0.2.1:5060',
    },
    {
      case: 'a proxy has passed it on',
      via: 'SIP/2.0/UDP 192.168.1.7:PORT;rport;branch=z9hG4bK-1',
      headers: ['Record-Route: <sip:192.0.2.1;lr>'],
    },
  ])('gets them where it says when $case', async ({ via, contact = '192.168.1.7:5060', headers = [] }) => {
    expect(await byeTo(via, contact, headers)).toBe('bob → ? BYE');
  });
});
