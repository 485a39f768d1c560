import { unservedOperations } from '../../pstn-audio/api/operations/not-served.ts';
import { voiceApiOperations } from '../../pstn-audio/api/start-voice-api.ts';
import type { Row } from '../support.ts';

const stored = 'Kept and given back; nothing follows from it here.';

/** What is to be said of an operation beside that it is served. */
const notes: Readonly<Partial<Record<string, string>>> = {
  CreateSipMediaApplicationCall:
    'An application or a number of the account’s that is not there: BadRequestException; AWS’s wording is not known. A call to +17035550122 with the SIP header X-chime-join-token joins that meeting, as samples of AWS’s rely on; 403 for a token that admits nobody is ours.',
  UpdateSipMediaApplicationCall: 'A call that is over: NotFoundException with the text that was seen.',
  CreateSipRule: 'A RequestUriHostname is the host of a Voice Connector of the account.',
  UpdateSipRule: 'Answers 202 and takes effect at once.',
  DeleteSipRule:
    'An enabled rule is refused with ConflictException as the page says; clients were seen to delete enabled ones.',
  UpdateVoiceConnectorGroup: 'Answers 202 and takes effect at once.',
  PutVoiceConnectorTermination: 'Any IPv4 block; AWS takes public ones from /27 to /32 only.',
  PutVoiceConnectorOrigination: 'Up to 20 routes, loopback and private hosts too.',
  GetVoiceConnectorTerminationHealth: 'When the last OPTIONS came, once one has.',
  PutVoiceConnectorStreamingConfiguration: stored,
  PutVoiceConnectorLoggingConfiguration: stored,
  PutVoiceConnectorEmergencyCallingConfiguration: stored,
  PutVoiceConnectorExternalSystemsConfiguration: stored,
  PutSipMediaApplicationLoggingConfiguration: stored,
  PutSipMediaApplicationAlexaSkillConfiguration: `Withdrawn by AWS. ${stored}`,
  UpdateGlobalSettings: stored,
  SearchAvailablePhoneNumbers:
    'Numbers that nobody has (555-0100 to 555-0199), by area code, state or toll-free prefix; United States only.',
  CreatePhoneNumberOrder: 'Processing at first, done at the next look; any number can be had.',
  DeletePhoneNumber: 'In the deletion queue for seven days. One that is assigned is refused.',
  UpdatePhoneNumber: 'A calling name is there at once; on AWS it takes up to three days.',
};

/** Every operation of the Chime SDK Voice API that its client knows. */
export const operations: Readonly<Record<string, Row>> = Object.fromEntries([
  ...voiceApiOperations.map((name): [string, Row] => {
    const note = notes[name];
    return [
      name,
      {
        support: note === stored || note?.endsWith(stored) === true ? '🕒' : '✅',
        evidence: name === 'UpdateSipMediaApplicationCall' ? 'seen' : 'docs',
        ...(note === undefined ? {} : { note }),
        shownBy: 'test/unit/infra/local/pstn-audio/api/voice-api-operations.test.ts',
      },
    ];
  }),
  ...Object.keys(unservedOperations).map((name): [string, Row] => [name, { support: '❌', evidence: 'docs' }]),
]);

/** Notes of operations that are not served, or not there: they would be lost in silence. */
export function idleNotes(): readonly string[] {
  return Object.keys(notes).filter((name) => !(voiceApiOperations as readonly string[]).includes(name));
}
