import type { PstnAudioConfig } from '../config-schema.ts';
import type { ConfigProblem } from '../problem.ts';
import { twice } from './twice.ts';

/** A group is made of connectors that are there, each once. Two may have one Priority: then they share the calls. */
export function groupProblems({ VoiceConnectorGroups, VoiceConnectors }: PstnAudioConfig): readonly ConfigProblem[] {
  const known = new Set(VoiceConnectors.map(({ VoiceConnectorId }) => VoiceConnectorId));
  return VoiceConnectorGroups.flatMap(({ VoiceConnectorItems }, index) => {
    const path = `VoiceConnectorGroups[${index}].VoiceConnectorItems`;
    return [
      ...VoiceConnectorItems.flatMap(({ VoiceConnectorId }, at) =>
        known.has(VoiceConnectorId)
          ? []
          : [
              {
                path: `${path}[${at}].VoiceConnectorId`,
                message: 'is not among VoiceConnectors: add it there',
                missingIn: 'VoiceConnectors',
              },
            ],
      ),
      ...twice(
        path,
        VoiceConnectorItems,
        ({ VoiceConnectorId }) => VoiceConnectorId,
        'VoiceConnectorId',
        'name it once',
      ),
    ];
  });
}
