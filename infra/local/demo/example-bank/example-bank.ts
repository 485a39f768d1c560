import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Tenant } from '../../cloud/tenant.ts';
import { parsePstnAudioConfig } from '../../pstn-audio/config/config.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** A bank that does not exist, with numbers that nobody has (555-0100 to 555-0199 are reserved for fiction). */
export async function exampleBank(): Promise<Tenant> {
  return {
    region: 'us-east-1',
    skill: {
      id: 'amzn1.ask.skill.5d1c2b3a-4e5f-4a6b-8c7d-9e0f1a2b3c4d',
      clientId: 'amzn1.application-oa2-client.0123456789abcdef0123456789abcdef',
      modelsFolder: here('../../../../skill/skill-package/interactionModels/custom'),
      locale: 'en-US',
    },
    account: {
      userId: 'amzn1.ask.account.EXAMPLEBANKCUSTOMER',
      customer: {
        name: 'Maria Lopez',
        givenName: 'Maria',
        mobileNumber: { countryCode: '+1', phoneNumber: '206-555-0123' },
      },
      device: {
        deviceId: 'amzn1.ask.device.EXAMPLEKITCHENECHO',
        address: {
          addressLine1: '400 Broad Street',
          city: 'Seattle',
          stateOrRegion: 'WA',
          postalCode: '98109',
          countryCode: 'US',
        },
      },
      grantedPermissions: [
        'alexa::profile:name:read',
        'alexa::profile:mobile_number:read',
        'alexa::devices:all:address:full:read',
        'amazon_communication::calling',
      ],
      region: 'NA',
    },
    businessName: 'Example Bank',
    reasonsWithPlace: ['branch-visit'],
    waitingMusic: 'sounds/waiting-music.wav',
    smaPhoneNumber: '+14255550100',
    routingTable: { name: 'example-bank', file: here('routing-table.yaml') },
    defaultDestination: 'voice-connector:arn:aws:chime:us-east-1:111122223333:vc/abcdef1ghij2klmno3pqr4#+12065550150',
    pstnAudio: parsePstnAudioConfig({
      ...(JSON.parse(await readFile(here('pstn-audio.json'), 'utf8')) as object),
      // What may be played to callers: `waitingMusic: 'sounds/waiting-music.wav'`, say.
      Buckets: { sounds: here('sounds') },
    }),
    hosts: { contactCenter: 'support.example-bank.test', telephoneNetwork: 'telephone-network.test' },
    contactCenterId: 'support',
    branches: [
      { id: 'queen-anne', number: '+12065550140', behaviour: 'ringOut' },
      { id: 'seattle-downtown', number: '+12065550141', behaviour: 'answer' },
      { id: 'bellevue', number: '+14255550142', behaviour: 'answer' },
      { id: 'tacoma', number: '+12535550143', behaviour: 'answer' },
      { id: 'spokane', number: '+15095550144', behaviour: 'answer' },
    ],
  };
}
