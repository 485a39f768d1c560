/** The custom resources there are, by CloudFormation's type. */
export const resourceTypes = [
  'Custom::ChimePhoneNumber',
  'Custom::SipMediaApplication',
  'Custom::VoiceConnector',
  'Custom::SipRule',
] as const;
export type ResourceType = (typeof resourceTypes)[number];

/** IAM actions by what their `Resource` may name. */
export interface ProviderPermissions {
  /** On `arn:<partition>:chime:<region>:<account>:sma/*`: ids are known only once an object is made. */
  readonly onSipMediaApplications: readonly string[];
  /** On `arn:<partition>:chime:<region>:<account>:vc/*`. */
  readonly onVoiceConnectors: readonly string[];
  /** Where the service takes no resource: `*`. */
  readonly onAnything: readonly string[];
}

/**
 * What the provider must be allowed for each type, and no more (Service Authorization Reference, Amazon Chime). Those of `logs:` are
 * what PutVoiceConnectorLoggingConfiguration does in the name of whoever calls it.
 */
export const providerPermissions: Readonly<Record<ResourceType, ProviderPermissions>> = {
  'Custom::ChimePhoneNumber': {
    onSipMediaApplications: [],
    onVoiceConnectors: ['chime:DisassociatePhoneNumbersFromVoiceConnector'],
    onAnything: [
      'chime:CreatePhoneNumberOrder',
      'chime:DeletePhoneNumber',
      'chime:GetPhoneNumber',
      'chime:GetPhoneNumberOrder',
      'chime:GetSipRule',
      'chime:ListPhoneNumbers',
      'chime:SearchAvailablePhoneNumbers',
    ],
  },
  'Custom::SipMediaApplication': {
    onSipMediaApplications: [
      'chime:DeleteSipMediaApplication',
      'chime:GetSipMediaApplication',
      'chime:ListTagsForResource',
      'chime:TagResource',
      'chime:UntagResource',
      'chime:UpdateSipMediaApplication',
    ],
    onVoiceConnectors: [],
    onAnything: ['chime:CreateSipMediaApplication', 'chime:ListSipMediaApplications', 'chime:ListSipRules'],
  },
  'Custom::VoiceConnector': {
    onSipMediaApplications: [],
    onVoiceConnectors: [
      'chime:DeleteVoiceConnector',
      'chime:DeleteVoiceConnectorOrigination',
      'chime:DeleteVoiceConnectorTermination',
      'chime:GetVoiceConnector',
      'chime:ListTagsForResource',
      'chime:PutVoiceConnectorLoggingConfiguration',
      'chime:PutVoiceConnectorOrigination',
      'chime:PutVoiceConnectorTermination',
      'chime:TagResource',
      'chime:UntagResource',
      'chime:UpdateVoiceConnector',
    ],
    onAnything: [
      'chime:CreateVoiceConnector',
      'chime:ListPhoneNumbers',
      'chime:ListVoiceConnectors',
      'logs:CreateLogDelivery',
      'logs:CreateLogGroup',
      'logs:DeleteLogDelivery',
      'logs:DescribeLogGroups',
      'logs:GetLogDelivery',
      'logs:ListLogDeliveries',
    ],
  },
  'Custom::SipRule': {
    onSipMediaApplications: ['chime:CreateSipRule', 'chime:UpdateSipRule'],
    onVoiceConnectors: [],
    onAnything: ['chime:DeleteSipRule', 'chime:GetSipRule', 'chime:ListSipRules'],
  },
};

/** The same in one list a type, for a statement that tells no resources apart. */
export const providerActions: Readonly<Record<ResourceType, readonly string[]>> = {
  'Custom::ChimePhoneNumber': allOf('Custom::ChimePhoneNumber'),
  'Custom::SipMediaApplication': allOf('Custom::SipMediaApplication'),
  'Custom::VoiceConnector': allOf('Custom::VoiceConnector'),
  'Custom::SipRule': allOf('Custom::SipRule'),
};

function allOf(type: ResourceType): readonly string[] {
  const { onSipMediaApplications, onVoiceConnectors, onAnything } = providerPermissions[type];
  return [...onSipMediaApplications, ...onVoiceConnectors, ...onAnything];
}

/** For the functions of the provider, and the framework that calls them. Seconds, but for the last. */
export const providerTimes = {
  /** A creation is tried again for a minute. */
  onEventTimeoutSeconds: 120,
  isCompleteTimeoutSeconds: 60,
  queryIntervalSeconds: 15,
  /** A number takes minutes. */
  totalTimeoutMinutes: 30,
} as const;
