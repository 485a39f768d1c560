import type { Standalone } from './start-standalone.ts';
import { functionNameIn } from './ladder/invocation-rung.ts';

type Setup = Pick<Standalone['setup'], 'config'>;
type Started = Pick<Standalone, 'addresses' | 'meetingsApi' | 'voiceApi'> & { readonly setup: Setup };

/** What a developer wants to know when the service has started: where it listens, who takes which calls, how to call. */
export function banner({ addresses, meetingsApi, setup, voiceApi }: Started): readonly string[] {
  const { config } = setup;
  const udp = addresses.get('UDP');
  const listening = [...addresses].map(([protocol, { host, port }]) => `${protocol} ${host}:${port}`).join(', ');
  const callable = callableNumber(setup);
  return [
    'PSTN Audio is ready.',
    row('SIP', listening),
    ...config.PhoneNumbers.map(({ E164PhoneNumber }) =>
      row('number', `${E164PhoneNumber} ⇒ ${takerOf(E164PhoneNumber, setup)}`),
    ),
    ...config.SipRules.filter(({ TriggerType }) => TriggerType === 'RequestUriHostname').map((rule) =>
      row('host', `${rule.TriggerValue} ⇒ ${functionsOf(rule, setup)}`),
    ),
    ...Object.entries(config.Buckets).map(([name, folder]) => row('bucket', `${name} in ${folder}`)),
    row('Voice API', `${voiceApi} (AWS_ENDPOINT_URL_CHIME_SDK_VOICE)`),
    row('Meetings', `${meetingsApi} (AWS_ENDPOINT_URL_CHIME_SDK_MEETINGS)`),
    ...(isReachable(setup)
      ? []
      : [
          row('call it', 'nobody can: PhoneNumbers and SipRules say who takes which call; --init <folder> writes some'),
        ]),
    ...(udp === undefined || callable === undefined
      ? []
      : [row('call it', `sip:${callable}@${udp.host}:${udp.port} with any SIP telephone; Ctrl-C stops`)]),
  ];
}

function row(name: string, text: string): string {
  return `  ${name.padEnd(9)}  ${text}`;
}

/** Whether any call can come in: by a rule, or for a number that has a Voice Connector. */
function isReachable({ config: { PhoneNumbers, SipRules } }: Setup): boolean {
  const isTrunk = PhoneNumbers.some(
    ({ VoiceConnectorId, VoiceConnectorGroupId }) => (VoiceConnectorId ?? VoiceConnectorGroupId) !== undefined,
  );
  return isTrunk || SipRules.some(({ Disabled }) => !Disabled);
}

function callableNumber({ config: { PhoneNumbers, SipRules } }: Setup): string | undefined {
  const triggers = SipRules.filter(({ Disabled, TriggerType }) => !Disabled && TriggerType === 'ToPhoneNumber');
  const called = new Set(triggers.map(({ TriggerValue }) => TriggerValue));
  return PhoneNumbers.find(({ E164PhoneNumber }) => called.has(E164PhoneNumber))?.E164PhoneNumber;
}

function takerOf(number: string, setup: Setup): string {
  const { PhoneNumbers, SipRules } = setup.config;
  const entry = PhoneNumbers.find(({ E164PhoneNumber }) => E164PhoneNumber === number);
  const trunk = entry?.VoiceConnectorId ?? entry?.VoiceConnectorGroupId;
  if (trunk !== undefined) return `Voice Connector ${trunk}`;
  const rule = SipRules.find(
    ({ TriggerType, TriggerValue }) => TriggerType === 'ToPhoneNumber' && TriggerValue === number,
  );
  return rule === undefined ? 'nobody: no SIP rule names it' : functionsOf(rule, setup);
}

/** The functions that a rule's calls go to, in the order in which they are tried. */
function functionsOf(rule: Setup['config']['SipRules'][number], { config }: Setup): string {
  if (rule.Disabled) return `nobody: the SIP rule "${rule.Name}" is disabled`;
  return rule.TargetApplications.toSorted((a, b) => a.Priority - b.Priority)
    .map(({ SipMediaApplicationId: id, AwsRegion }) => {
      const application = config.SipMediaApplications.find(({ SipMediaApplicationId }) => SipMediaApplicationId === id);
      const arn = application?.Endpoints[0]?.LambdaArn;
      return `${arn === undefined ? id : functionNameIn(arn)} (${AwsRegion})`;
    })
    .join(', else ');
}
