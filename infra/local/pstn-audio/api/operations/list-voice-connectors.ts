import * as z from 'zod';
import { page } from '../page.ts';
import { paging } from '../requests.ts';
import { showConnector } from '../voice-connectors.ts';
import { operation } from './operation.ts';

/** Those of all Regions. */
export const listVoiceConnectors = operation('GET /voice-connectors', z.object(paging), (request, { registry }) =>
  page('VoiceConnectors', registry.voiceConnectors.values(), request, {
    id: ({ VoiceConnectorId }) => VoiceConnectorId,
    show: showConnector,
  }),
);
