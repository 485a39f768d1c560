import type { PstnAudioConfig } from '../config-schema.ts';
import type { ConfigProblem } from '../problem.ts';
import { twice } from './twice.ts';

/** Routes fit the connector's encryption, and what it shows is the account's number. */
export function connectorProblems(config: PstnAudioConfig): readonly ConfigProblem[] {
  return config.VoiceConnectors.flatMap((connector, index) => {
    const path = `VoiceConnectors[${index}]`;
    const routes = connector.Origination?.Routes ?? [];
    const shown = connector.Termination?.DefaultPhoneNumber;
    return [
      ...routes.flatMap(({ Protocol }, at) =>
        connector.RequireEncryption && Protocol === 'UDP'
          ? [
              {
                path: `${path}.Origination.Routes[${at}].Protocol`,
                message: 'must be TCP: RequireEncryption sends SIP over TLS; or leave RequireEncryption out',
              },
            ]
          : [],
      ),
      ...twice(
        `${path}.Origination.Routes`,
        routes,
        ({ Host, Port, Protocol }) => `${Host}:${Port} ${Protocol ?? ''}`,
        'Host',
        'name each peer once; its share of calls is its Weight',
      ),
      ...(shown === undefined || config.PhoneNumbers.some(({ E164PhoneNumber }) => E164PhoneNumber === shown)
        ? []
        : [
            {
              path: `${path}.Termination.DefaultPhoneNumber`,
              message: 'is not among PhoneNumbers: add it there',
              missingIn: 'PhoneNumbers',
            },
          ]),
      ...twice(
        `${path}.TerminationCredentials`,
        connector.TerminationCredentials,
        ({ Username }) => Username,
        'Username',
        'it has one password',
      ),
    ];
  });
}
