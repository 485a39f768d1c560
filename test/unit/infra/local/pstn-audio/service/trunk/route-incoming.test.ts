import { idsFake } from '../../../../../../support/ids-fake.ts';
import { TimersFake } from '../../../../../../support/timers-fake.ts';
import { parsePstnAudioConfig } from '../../../../../../../infra/local/pstn-audio/config/config.ts';
import type { ManagedObjects } from '../../../../../../../infra/local/pstn-audio/objects/managed-objects.ts';
import { openObjects } from '../../../../../../../infra/local/pstn-audio/objects/open-objects.ts';
import { summarizeInvite } from '../../../../../../../infra/local/pstn-audio/service/inbound-invite.ts';
import {
  routeIncoming,
  type IncomingRoute,
} from '../../../../../../../infra/local/pstn-audio/service/trunk/route-incoming.ts';
import { TrunkGate } from '../../../../../../../infra/local/pstn-audio/service/trunk/trunk-gate.ts';
import { changed, type Json } from '../../config/config-fixture.ts';
import { callerWith, inviteTo } from './invite-fixture.ts';

const clock = new TimersFake();
const ids = idsFake();

type Change = readonly [path: string, value: Json | undefined];

/** Without credentials, so that only the routing is looked at. */
function objectsOf(...changes: readonly Change[]): ManagedObjects {
  const open = changed('VoiceConnectors[0].TerminationCredentials', []);
  const config = changes.reduce((config, [path, value]) => changed(path, value, config), open);
  return openObjects(parsePstnAudioConfig(config), { ids, clock });
}

function routeOf(
  uri: string,
  { from = '+12065550123', objects = objectsOf(), headers = [] as readonly string[] } = {},
): IncomingRoute {
  const request = inviteTo(uri, { from, headers });
  return routeIncoming({
    call: callerWith(request),
    invite: summarizeInvite(request),
    objects,
    gate: new TrunkGate({ ids, clock }),
  });
}

const withoutHostRule: Change = ['SipRules[1].Disabled', true];
const office = 'office.voiceconnector.chime.aws';

describe('a call from the telephone network', () => {
  it('goes to the applications of the rule for its number', () => {
    expect(routeOf('sip:+16075550111@127.0.0.1')).toMatchObject({
      kind: 'application',
      match: { rule: { SipRuleId: 'dial-in' }, applications: [{ AwsRegion: 'us-east-1' }, { AwsRegion: 'us-west-2' }] },
    });
  });

  it('finds nobody at a number whose rule is disabled', () => {
    expect(routeOf('sip:+16075550111@127.0.0.1', { objects: objectsOf(['SipRules[0].Disabled', true]) })).toEqual({
      kind: 'refused',
      status: 404,
    });
  });

  it.each(['sip:+12025550199@127.0.0.1', 'sip:127.0.0.1', 'sip:alice@127.0.0.1'])('finds nobody at %s', (uri) => {
    expect(routeOf(uri)).toEqual({ kind: 'refused', status: 404 });
  });

  it('goes through the connector of its number to the exchange behind it, with its headers', () => {
    expect(
      routeOf('sip:+16075550122@127.0.0.1', {
        headers: ['X-Order: 7', 'Subject: none of this', 'Diversion: <sip:a@b>'],
      }),
    ).toEqual({
      kind: 'trunk',
      via: 'vc/office',
      peers: [{ host: '127.0.0.1', port: 5080, protocol: 'UDP' }],
      callee: '+16075550122',
      callerId: '+12065550123',
      headers: { 'X-Order': '7', Diversion: '<sip:a@b>' },
    });
  });

  it('goes through a group of connectors, one after the other', () => {
    expect(routeOf('sip:+16075550133@127.0.0.1')).toMatchObject({
      kind: 'trunk',
      peers: [{ host: '127.0.0.1' }, { host: 'pbx.example.test', protocol: 'TLS' }],
    });
  });

  it('finds nobody there while origination is disabled', () => {
    expect(
      routeOf('sip:+16075550122@127.0.0.1', { objects: objectsOf(['VoiceConnectors[0].Origination.Disabled', true]) }),
    ).toEqual({ kind: 'refused', status: 480, reason: 'No origination route' });
  });

  it('finds nobody at a number that rings nothing', () => {
    const objects = objectsOf();
    const number = objects.registry.phoneNumbers.get('+16075550122')!;
    objects.registry.phoneNumbers.set('+16075550122', { ...number, Associations: [] });

    expect(routeOf('sip:+16075550122@127.0.0.1', { objects })).toEqual({ kind: 'refused', status: 404 });
  });
});

describe('a call from a private branch exchange', () => {
  it('goes to the rule for the connector’s host, whatever number it names', () => {
    expect(routeOf(`sip:+12065550141@${office}`)).toMatchObject({
      kind: 'application',
      match: { rule: { SipRuleId: 'trunk' } },
    });
    expect(routeOf(`sip:support@${office.toUpperCase()}`)).toMatchObject({ kind: 'application' });
  });

  it('goes to the telephone network when there is no such rule, showing a number of the account', () => {
    const objects = objectsOf(withoutHostRule);

    expect(routeOf(`sip:+12065550141@${office}`, { objects, from: '+16075550133' })).toEqual({
      kind: 'trunk',
      via: 'Pstn',
      peers: [{ host: '127.0.0.1', port: 5090, protocol: 'UDP' }],
      callee: '+12065550141',
      callerId: '+16075550133',
      headers: {},
    });
  });

  it('shows the connector’s number when the caller’s is not the account’s', () => {
    const objects = objectsOf(withoutHostRule);

    expect(routeOf(`sip:+12065550141@${office}`, { objects })).toMatchObject({ callerId: '+16075550122' });
  });

  it('is refused when there is no number to show', () => {
    const objects = objectsOf(withoutHostRule, ['VoiceConnectors[0].Termination.DefaultPhoneNumber', undefined]);

    expect(routeOf(`sip:+12065550141@${office}`, { objects })).toMatchObject({ kind: 'refused', status: 403 });
  });

  it.each([
    { number: '+12065550141', country: 'the United States', goes: 'trunk' },
    { number: '+14165550123', country: 'Canada', goes: 'trunk' },
    { number: '+18765550123', country: 'Jamaica, which shares the calling code', goes: 'refused' },
    { number: '+442079460000', country: 'the United Kingdom', goes: 'refused' },
  ])('to $country, where the calling plan has the United States and Canada: $goes', ({ number, goes }) => {
    expect(routeOf(`sip:${number}@${office}`, { objects: objectsOf(withoutHostRule) }).kind).toBe(goes);
  });

  it('to a number of the account comes back to its rule', () => {
    expect(routeOf(`sip:+16075550111@${office}`, { objects: objectsOf(withoutHostRule) })).toMatchObject({
      kind: 'application',
      match: { rule: { SipRuleId: 'dial-in' } },
    });
  });

  it('finds nobody where the telephone network does not lead', () => {
    const objects = objectsOf(withoutHostRule, ['Pstn.Routes', []]);

    expect(routeOf(`sip:+12065550141@${office}`, { objects })).toEqual({ kind: 'refused', status: 404 });
    expect(routeOf(`sip:4711@${office}`, { objects })).toEqual({ kind: 'refused', status: 404 });
  });

  it('is let in before anything else is looked at', () => {
    const objects = objectsOf(['VoiceConnectors[0].Termination.Disabled', true]);

    expect(routeOf(`sip:+16075550111@${office}`, { objects })).toMatchObject({ kind: 'refused', status: 403 });
  });
});
