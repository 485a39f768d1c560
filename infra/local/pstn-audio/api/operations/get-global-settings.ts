import * as z from 'zod';
import { done } from '../api-error.ts';
import { operation } from './operation.ts';

export const getGlobalSettings = operation('GET /settings', z.object({}), (_, { state }) =>
  done({ VoiceConnector: state.globalSettings }),
);
