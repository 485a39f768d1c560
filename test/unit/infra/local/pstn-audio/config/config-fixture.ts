/** A configuration with something of everything, as the README shows it. */
export const wholeConfig = {
  AwsAccountId: '111122223333',
  Sip: {
    Host: '127.0.0.1',
    Port: 5060,
    Tls: { Port: 5061, CertificateFile: './sip.crt', PrivateKeyFile: './sip.key' },
  },
  Functions: [
    {
      FunctionArn: 'arn:aws:lambda:us-east-1:111122223333:function:sma',
      Module: './handler.js',
      Handler: 'handler',
      Timeout: 20,
      MemorySize: 512,
      Environment: { STAGE: 'local' },
    },
    { FunctionArn: 'arn:aws:lambda:us-west-2:111122223333:function:sma', Module: './handler.js' },
  ],
  SipMediaApplications: [
    {
      SipMediaApplicationId: 'east',
      AwsRegion: 'us-east-1',
      Name: 'main',
      Endpoints: [{ LambdaArn: 'arn:aws:lambda:us-east-1:111122223333:function:sma' }],
    },
    {
      SipMediaApplicationId: 'west',
      AwsRegion: 'us-west-2',
      Name: 'main',
      Endpoints: [{ LambdaArn: 'arn:aws:lambda:us-west-2:111122223333:function:sma:live' }],
    },
  ],
  SipRules: [
    {
      SipRuleId: 'dial-in',
      Name: 'main',
      Disabled: false,
      TriggerType: 'ToPhoneNumber',
      TriggerValue: '+16075550111',
      TargetApplications: [
        { SipMediaApplicationId: 'east', Priority: 1, AwsRegion: 'us-east-1' },
        { SipMediaApplicationId: 'west', Priority: 2, AwsRegion: 'us-west-2' },
      ],
    },
    {
      SipRuleId: 'trunk',
      Name: 'trunk',
      TriggerType: 'RequestUriHostname',
      TriggerValue: 'office.voiceconnector.chime.aws',
      TargetApplications: [{ SipMediaApplicationId: 'east', Priority: 1 }],
    },
  ],
  VoiceConnectors: [
    {
      VoiceConnectorId: 'office',
      AwsRegion: 'us-east-1',
      Name: 'office',
      Origination: {
        Routes: [{ Host: '127.0.0.1', Port: 5080, Protocol: 'UDP', Priority: 1, Weight: 1 }],
      },
      Termination: {
        CpsLimit: 2,
        DefaultPhoneNumber: '+16075550122',
        CallingRegions: ['US', 'CA'],
        CidrAllowedList: ['127.0.0.0/8'],
        Disabled: false,
      },
      TerminationCredentials: [{ Username: 'office', Password: 'a password' }],
    },
    {
      VoiceConnectorId: 'sealed',
      OutboundHostName: 'sealed.example.test',
      RequireEncryption: true,
      Origination: { Routes: [{ Host: 'pbx.example.test' }] },
    },
  ],
  VoiceConnectorGroups: [
    {
      VoiceConnectorGroupId: 'both',
      Name: 'both',
      VoiceConnectorItems: [
        { VoiceConnectorId: 'office', Priority: 1 },
        { VoiceConnectorId: 'sealed', Priority: 2 },
      ],
    },
  ],
  PhoneNumbers: [
    { E164PhoneNumber: '+16075550111', ProductType: 'SipMediaApplicationDialIn' },
    { E164PhoneNumber: '+16075550122', ProductType: 'VoiceConnector', VoiceConnectorId: 'office' },
    { E164PhoneNumber: '+16075550133', ProductType: 'VoiceConnector', VoiceConnectorGroupId: 'both' },
  ],
  Pstn: { Routes: [{ Prefix: '+1', Host: '127.0.0.1', Port: 5090, Protocol: 'UDP' }] },
  Buckets: { prompts: './prompts', recordings: './recordings' },
  Bots: [
    {
      BotAliasArn: 'arn:aws:lex:us-east-1:111122223333:bot-alias/FLOWERS001/TSTALIASID',
      Script: { Intents: [{ Name: 'OrderFlowers', Keys: '1' }] },
    },
  ],
  Behavior: { RetrySequence: 'Next' },
};

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * The whole configuration, or another, with one place changed: `changed('SipRules[0].Name', 7)`. Undefined removes the place.
 * Every call gives a configuration of its own.
 */
export function changed(path: string, value: Json | undefined, of: unknown = wholeConfig): unknown {
  const copy: unknown = structuredClone(of);
  const steps = path.split(/[.[\]]+/).filter((step) => step !== '');
  const last = steps.pop() ?? '';
  let at = copy as Record<string, unknown>;
  for (const step of steps) at = at[step] as Record<string, unknown>;
  if (value === undefined) Reflect.deleteProperty(at, last);
  else at[last] = value;
  return copy;
}
