import type { z } from 'zod';
import type { VoiceConnector } from '../../objects/voice-connector.ts';
import type { Answer } from '../api-error.ts';
import { noSuchConnector } from '../voice-connectors.ts';
import { operation, type HttpBinding, type Operation, type OperationParts } from './operation.ts';

/**
 * An operation on one Voice Connector, which its path names.
 * @param schema of the other members.
 */
export function connectorOperation<Schema extends z.ZodType>(
  http: HttpBinding,
  schema: Schema,
  go: (connector: VoiceConnector, request: z.output<Schema>, parts: OperationParts) => Answer,
): Operation {
  return {
    http,
    answer: (members, parts) =>
      operation(http, schema, (request) => {
        const connector = parts.registry.voiceConnectors.get(String(members['VoiceConnectorId']));
        return connector === undefined ? noSuchConnector() : go(connector, request, parts);
      }).answer(members, parts),
  };
}
