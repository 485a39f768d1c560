import * as z from 'zod';
import { ownPortSchema } from './parts.ts';

const portOf = (api: string): typeof ownPortSchema => ownPortSchema.meta({ description: `${api}. 0: any free port.` });

/** Where the HTTP APIs listen on 127.0.0.1. A fixed port is one that AWS_ENDPOINT_URL_… of another program can name. */
export const endpointsSchema = z.strictObject({
  VoiceApiPort: portOf('Chime SDK Voice API').default(0),
  MeetingsApiPort: portOf('Chime SDK Meetings API').default(0),
  LambdaApiPort: portOf('Lambda API, by which functions invoke each other').default(0),
});
export type EndpointsConfig = z.infer<typeof endpointsSchema>;
