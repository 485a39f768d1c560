import * as z from 'zod';
import { page } from '../page.ts';
import { paging } from '../requests.ts';
import { operation } from './operation.ts';

export const listVoiceConnectorGroups = operation(
  'GET /voice-connector-groups',
  z.object(paging),
  (request, { registry }) =>
    page('VoiceConnectorGroups', registry.voiceConnectorGroups.values(), request, {
      id: ({ VoiceConnectorGroupId }) => VoiceConnectorGroupId,
      show: (group) => group,
    }),
);
