import * as z from 'zod';
import { hostAddressSchema, ownAddressSchema, ownPortSchema, pathSchema } from './parts.ts';

/** Where the service takes SIP; TCP listens on the same port as UDP. */
export const sipSchema = z
  .strictObject({
    Host: ownAddressSchema.default('127.0.0.1').meta({
      description: 'Address to listen on, and to name in SIP messages. 0.0.0.0, all of them, needs an AdvertisedHost.',
    }),
    AdvertisedHost: hostAddressSchema.optional().meta({
      description:
        'Address that SIP messages and SDP name, where peers cannot send to Host: from containers, or behind NAT.',
    }),
    Port: ownPortSchema.default(5060).meta({ description: 'Port for SIP over UDP and TCP. 0: any free port.' }),
    MaximumCalls: z
      .int()
      .min(1)
      .optional()
      .meta({ description: 'Calls at a time; one more gets 503. Absent: no limit.' }),
    Tls: z
      .strictObject({
        Port: ownPortSchema.default(5061).meta({ description: 'Port for SIP over TLS. 0: any free port.' }),
        CertificateFile: pathSchema.meta({ description: 'PEM file of the certificate.' }),
        PrivateKeyFile: pathSchema.meta({ description: 'PEM file of its private key.' }),
      })
      .optional()
      .meta({ description: 'SIP over TLS (sips:); absent: none.' }),
  })
  .refine(({ Host, AdvertisedHost }) => Host !== '0.0.0.0' || AdvertisedHost !== undefined, {
    path: ['AdvertisedHost'],
    error: 'is missing: Host 0.0.0.0 is not one that peers can send to, so name one that they can',
  });
export type SipConfig = z.infer<typeof sipSchema>;

/** What holds when a configuration has no `Sip`. */
export const defaultSip: SipConfig = sipSchema.parse({});
