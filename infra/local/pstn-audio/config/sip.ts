import * as z from 'zod';
import { ownHostSchema, ownPortSchema, pathSchema } from './parts.ts';

/** Where the service takes SIP; TCP listens on the same port as UDP. */
export const sipSchema = z.strictObject({
  Host: ownHostSchema.default('127.0.0.1').meta({ description: 'Address to listen on and to name in SIP messages.' }),
  Port: ownPortSchema.default(5060).meta({ description: 'Port for SIP over UDP and TCP. 0: any free port.' }),
  Tls: z
    .strictObject({
      Port: ownPortSchema.default(5061).meta({ description: 'Port for SIP over TLS. 0: any free port.' }),
      CertificateFile: pathSchema.meta({ description: 'PEM file of the certificate.' }),
      PrivateKeyFile: pathSchema.meta({ description: 'PEM file of its private key.' }),
    })
    .optional()
    .meta({ description: 'SIP over TLS (sips:); absent: none.' }),
});
export type SipConfig = z.infer<typeof sipSchema>;

/** What holds when a configuration has no `Sip`. */
export const defaultSip: SipConfig = sipSchema.parse({});
