import * as z from 'zod';

/**
 * Alexa's StartCommunicationSession, `POST {apiEndpoint}/v1/communications/session`
 * (Amazon Chime SDK developer guide, communication-session-reference).
 */
export const communicationSessionPath = '/v1/communications/session';
/** The provider that stands for SIP media applications; the guide gives it as a constant. */
export const chimeCommunicationProviderId = 'amzn1.alexa.csp.id.82bb98bc-384a-11ed-a261-0242ac120002';
export const maximumClientSessionIdLength = 100;

const phoneNumberIdSchema = z.object({
  type: z.literal('PHONE_NUMBER'),
  value: z
    .string()
    .max(128)
    .regex(/^\+[1-9]\d{1,14}$/, 'must be an E.164 number'),
});

export const originatorSchema = z.object({
  id: phoneNumberIdSchema,
  /** context.System.device.deviceId of the device that is to place the call. */
  endpointId: z.string().min(1).max(512),
  isOriginator: z.literal(true),
});

export const recipientSchema = z.object({
  id: phoneNumberIdSchema,
  isOriginator: z.literal(false).optional(),
  communicationProviderId: z.literal(chimeCommunicationProviderId),
});

export const startCommunicationSessionRequestSchema = z.object({
  participants: z.tuple([z.union([originatorSchema, recipientSchema]), z.union([originatorSchema, recipientSchema])]),
  clientContext: z.object({ clientSessionId: z.string().min(1).max(maximumClientSessionIdLength) }).optional(),
});
export type StartCommunicationSessionRequest = z.infer<typeof startCommunicationSessionRequestSchema>;

/**
 * The provider that stands for the PBX of a property (Alexa Smart Properties): a constant in Amazon's samples
 * for hospitality skills.
 */
export const propertyCommunicationProviderId = 'amzn1.comms.csp.id.c0e1cd84-a846-11ed-afa1-0242ac120002';

/**
 * The same operation as devices that a business manages understand it: the room calls by its communication profile, and what is called
 * is an address of the property's SIP trunk.
 */
export const startPropertySessionRequestSchema = z.object({
  participants: z.tuple([
    z.object({
      id: z.object({ type: z.literal('COMMUNICATION_PROFILE_ID'), value: z.string().min(1).max(256) }),
      communicationProviderId: z.literal(propertyCommunicationProviderId),
      endpointId: z.string().min(1).max(512),
      isOriginator: z.literal(true),
    }),
    z.object({
      id: z.object({ type: z.literal('RAW_ADDRESS'), value: z.string().min(1).max(128) }),
      communicationProviderId: z.literal(propertyCommunicationProviderId),
      isOriginator: z.literal(false).optional(),
    }),
  ]),
  clientContext: z.object({ clientSessionId: z.string().min(1).max(maximumClientSessionIdLength) }).optional(),
});
export type StartPropertySessionRequest = z.infer<typeof startPropertySessionRequestSchema>;

/** `GET {apiEndpoint}/v1/communications/profile?entity.type=UNIT&entity.id=<unit>` (Alexa Smart Properties, Communications REST API). */
export const communicationProfilePath = '/v1/communications/profile';
export const communicationProfileSchema = z.object({
  profileId: z.object({ profileId: z.string().min(1).max(256) }),
});

export const communicationErrorCodes = [
  'InvalidInput',
  'BadToken',
  'AccessDenied',
  'Throttling',
  'InternalServerError',
] as const;
export const communicationErrorSchema = z.object({ code: z.string(), message: z.string() });

/** `X-Alexa-LWA-ClientId` in the INVITE: the skill's Login with Amazon client id, not its skill id. */
export const alexaClientIdHeader = 'X-Alexa-LWA-ClientId';
export const alexaClientIdPattern = /^amzn1\.application-oa2-client\.[0-9a-fA-F]{32}$/;
