import * as z from 'zod';
import type { Origination } from '../../objects/voice-connector.ts';
import { done, refused } from '../api-error.ts';
import { connectorOperation } from './connector-operation.ts';

const route = z.object({
  Host: z.string().min(1),
  Port: z.int().min(1).max(65_535).default(5060),
  Protocol: z.enum(['TCP', 'UDP']).exactOptional(),
  Priority: z.int().min(1).max(100).default(1),
  Weight: z.int().min(1).max(100).default(1),
});

/**
 * Where calls to its numbers go, from the next call on. Hosts may be on this machine, which AWS would not reach. Routes that are not
 * given stay.
 */
export const putVoiceConnectorOrigination = connectorOperation(
  'PUT /voice-connectors/{VoiceConnectorId}/origination',
  z.object({
    Origination: z
      .object({ Routes: z.array(route).min(1).max(20).exactOptional(), Disabled: z.boolean().exactOptional() })
      .refine(({ Routes, Disabled }) => (Routes ?? Disabled) !== undefined, 'must have Routes or Disabled'),
  }),
  (connector, { Origination: { Routes, Disabled = false } }, { registry }) => {
    const { RequireEncryption } = connector;
    if (RequireEncryption && Routes?.some(({ Protocol }) => Protocol === 'UDP') === true)
      return refused(
        'BadRequestException',
        'Origination.Routes: the Voice Connector requires encryption, which needs TCP.',
      );
    const origination: Origination = {
      Disabled,
      Routes:
        Routes?.map((given) => ({ Protocol: RequireEncryption ? ('TCP' as const) : ('UDP' as const), ...given })) ??
        connector.Origination?.Routes ??
        [],
    };
    registry.voiceConnectors.set(connector.VoiceConnectorId, { ...connector, Origination: origination });
    return done({ Origination: origination });
  },
);
