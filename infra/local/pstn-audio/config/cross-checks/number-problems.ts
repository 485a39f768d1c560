import type { PstnAudioConfig } from '../config-schema.ts';
import type { PhoneNumberConfig } from '../phone-number.ts';
import type { ConfigProblem } from '../problem.ts';

/** A number rings a SIP rule, or a connector, or a group: never two of them. */
export function numberProblems(config: PstnAudioConfig): readonly ConfigProblem[] {
  return config.PhoneNumbers.flatMap((number, index) =>
    problemsOf(number, config).map((problem) => ({ ...problem, path: `PhoneNumbers[${index}].${problem.path}` })),
  );
}

function problemsOf(
  { ProductType, VoiceConnectorId, VoiceConnectorGroupId }: PhoneNumberConfig,
  { VoiceConnectors, VoiceConnectorGroups }: PstnAudioConfig,
): readonly ConfigProblem[] {
  if (ProductType === 'SipMediaApplicationDialIn') {
    const path = VoiceConnectorId === undefined ? 'VoiceConnectorGroupId' : 'VoiceConnectorId';
    return VoiceConnectorId === undefined && VoiceConnectorGroupId === undefined
      ? []
      : [{ path, message: 'stands with ProductType VoiceConnector only: leave it out, or change the ProductType' }];
  }
  if (VoiceConnectorId !== undefined && VoiceConnectorGroupId !== undefined)
    return [
      { path: 'VoiceConnectorGroupId', message: 'must not stand beside VoiceConnectorId: give one or the other' },
    ];
  if (VoiceConnectorId !== undefined && !VoiceConnectors.some((each) => each.VoiceConnectorId === VoiceConnectorId))
    return [
      { path: 'VoiceConnectorId', message: 'is not among VoiceConnectors: add it there', missingIn: 'VoiceConnectors' },
    ];
  if (
    VoiceConnectorGroupId !== undefined &&
    !VoiceConnectorGroups.some((each) => each.VoiceConnectorGroupId === VoiceConnectorGroupId)
  )
    return [
      {
        path: 'VoiceConnectorGroupId',
        message: 'is not among VoiceConnectorGroups: add it there',
        missingIn: 'VoiceConnectorGroups',
      },
    ];
  return [];
}
