import * as z from 'zod';
import { done } from '../api-error.ts';
import { awsRegions } from '../requests.ts';
import { operation } from './operation.ts';

export const listAvailableVoiceConnectorRegions = operation('GET /voice-connector-regions', z.object({}), () =>
  done({ VoiceConnectorRegions: awsRegions }),
);
