import type { PstnAudioConfig } from '../config-schema.ts';
import type { ConfigProblem } from '../problem.ts';
import { twice } from './twice.ts';

const ownId = 'give each an id of its own';

/** Things that there can be only once. */
export function duplicateProblems(config: PstnAudioConfig): readonly ConfigProblem[] {
  return [
    ...twice('Functions', config.Functions, (each) => each.FunctionArn, 'FunctionArn', 'name each function once'),
    ...twice(
      'SipMediaApplications',
      config.SipMediaApplications,
      (each) => each.SipMediaApplicationId,
      'SipMediaApplicationId',
      ownId,
    ),
    ...twice('SipRules', config.SipRules, (each) => each.SipRuleId, 'SipRuleId', ownId),
    ...twice(
      'SipRules',
      config.SipRules,
      (each) => `${each.TriggerType} ${each.TriggerValue}`,
      'TriggerValue',
      'a trigger has one rule; name several TargetApplications in it',
    ),
    ...twice('VoiceConnectors', config.VoiceConnectors, (each) => each.VoiceConnectorId, 'VoiceConnectorId', ownId),
    ...twice(
      'VoiceConnectors',
      config.VoiceConnectors,
      (each) => each.OutboundHostName,
      'OutboundHostName',
      'give each connector a host of its own',
    ),
    ...twice(
      'VoiceConnectorGroups',
      config.VoiceConnectorGroups,
      (each) => each.VoiceConnectorGroupId,
      'VoiceConnectorGroupId',
      ownId,
    ),
    ...twice('PhoneNumbers', config.PhoneNumbers, (each) => each.E164PhoneNumber, 'E164PhoneNumber', 'write it once'),
    ...twice(
      'Bots',
      config.Bots,
      (each) => `${each.BotAliasArn} ${each.LocaleId}`,
      'BotAliasArn',
      'an alias has one bot for a LocaleId',
    ),
    ...twice('Pstn.Routes', config.Pstn.Routes, (each) => each.Prefix, 'Prefix', 'only one of them could take a call'),
  ];
}
