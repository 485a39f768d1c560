/** The custom resources there are, by CloudFormation's type. */
export const resourceTypes = [
  'Custom::ChimePhoneNumber',
  'Custom::SipMediaApplication',
  'Custom::VoiceConnector',
  'Custom::VoiceConnectorLogging',
  'Custom::SipRule',
] as const;
export type ResourceType = (typeof resourceTypes)[number];

/** IAM actions by what their `Resource` may name. */
export interface ProviderPermissions {
  /** On `arn:<partition>:chime:<region>:<account>:sma/*`: ids are known only once an object is made. */
  readonly onSipMediaApplications?: readonly string[];
  /** The same of both Regions: a SIP rule names the application of each. */
  readonly onRuleTargets?: readonly string[];
  /** On `arn:<partition>:chime:<region>:<account>:vc/*`. */
  readonly onVoiceConnectors?: readonly string[];
  /** On the functions that SIP media applications name. */
  readonly onFunctions?: readonly string[];
  /** On the role in whose name the service synthesises speech. */
  readonly onServiceLinkedRole?: readonly string[];
  /** Where the service takes no resource: `*`. */
  readonly onAnything?: readonly string[];
}

/** What the provider must be allowed for each type, and no more (Service Authorization Reference, Amazon Chime). */
export const providerPermissions: Readonly<Record<ResourceType, ProviderPermissions>> = {
  'Custom::ChimePhoneNumber': {
    onRuleTargets: ['chime:UpdateSipRule'],
    onVoiceConnectors: ['chime:DisassociatePhoneNumbersFromVoiceConnector'],
    onAnything: [
      'chime:CreatePhoneNumberOrder',
      'chime:DeletePhoneNumber',
      'chime:DeleteSipRule',
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
    // In the name of whoever creates or changes an application, the service looks whether it may invoke the function, and sees to it.
    onFunctions: ['lambda:AddPermission', 'lambda:GetPolicy'],
    // Without that role, Speak is refused (Amazon Chime SDK administrator guide, Voice Connector service linked role policy).
    onServiceLinkedRole: ['iam:CreateServiceLinkedRole'],
    onAnything: ['chime:CreateSipMediaApplication', 'chime:ListSipMediaApplications', 'chime:ListSipRules'],
  },
  'Custom::VoiceConnector': {
    onRuleTargets: ['chime:UpdateSipRule'],
    onVoiceConnectors: [
      'chime:DeleteVoiceConnector',
      'chime:DeleteVoiceConnectorOrigination',
      'chime:DeleteVoiceConnectorTermination',
      'chime:GetVoiceConnector',
      'chime:ListTagsForResource',
      'chime:PutVoiceConnectorOrigination',
      'chime:PutVoiceConnectorTermination',
      'chime:TagResource',
      'chime:UntagResource',
      'chime:UpdateVoiceConnector',
    ],
    onAnything: [
      'chime:CreateVoiceConnector',
      'chime:DeleteSipRule',
      'chime:ListPhoneNumbers',
      'chime:ListSipRules',
      'chime:ListVoiceConnectors',
    ],
  },
  'Custom::VoiceConnectorLogging': {
    onVoiceConnectors: ['chime:PutVoiceConnectorLoggingConfiguration'],
    // What PutVoiceConnectorLoggingConfiguration does in the name of whoever calls it: all that AWS's own policy AmazonChimeFullAccess
    // allows of logs. Without the last it fails: "Access Denied for LogDestination" (cdklabs/cdk-amazon-chime-resources#502).
    onAnything: [
      'logs:CreateLogDelivery',
      'logs:CreateLogGroup',
      'logs:DeleteLogDelivery',
      'logs:DescribeLogGroups',
      'logs:DescribeResourcePolicies',
      'logs:GetLogDelivery',
      'logs:ListLogDeliveries',
      'logs:PutResourcePolicy',
    ],
  },
  'Custom::SipRule': {
    onRuleTargets: ['chime:CreateSipRule', 'chime:UpdateSipRule'],
    onAnything: ['chime:DeleteSipRule', 'chime:GetSipRule', 'chime:ListSipRules'],
  },
};

/** The same in one list a type, for a statement that tells no resources apart. */
export const providerActions: Readonly<Record<ResourceType, readonly string[]>> = {
  'Custom::ChimePhoneNumber': allOf('Custom::ChimePhoneNumber'),
  'Custom::SipMediaApplication': allOf('Custom::SipMediaApplication'),
  'Custom::VoiceConnector': allOf('Custom::VoiceConnector'),
  'Custom::VoiceConnectorLogging': allOf('Custom::VoiceConnectorLogging'),
  'Custom::SipRule': allOf('Custom::SipRule'),
};

function allOf(type: ResourceType): readonly string[] {
  return Object.values<readonly string[]>({ ...providerPermissions[type] }).flat();
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
