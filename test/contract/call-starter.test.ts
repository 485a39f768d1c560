import { alexaSkillCall } from '../../shared/adapters/alexa/alexa-skill-call.ts';
import { alexaSmartProperties } from '../../shared/adapters/alexa/alexa-smart-properties-call.ts';
import { lwaAccessTokens } from '../../shared/adapters/alexa/lwa-access-tokens.ts';
import { chimeCallback } from '../../shared/adapters/chime/chime-callback.ts';
import { createLogger } from '../../shared/observability/logger.ts';
import { TimersFake } from '../support/timers-fake.ts';
import { describeCallStarter, type CallStarterSubject } from './call-starter.contract.ts';

const clock = new TimersFake();
const access = { apiAccessToken: 'token', unitId: 'amzn1.alexa.unit.did.EXAMPLE' };
const alexa: Pick<CallStarterSubject, 'yes' | 'no' | 'meaning'> = {
  yes: { status: 200, body: '{"sessionId":"s"}' },
  no: (status) => ({ status, body: '{"code":"AnyCode","message":"m"}' }),
  meaning: {
    401: { kind: 'unavailable' },
    403: { kind: 'permissionMissing' },
    404: { kind: 'notAvailableHere' },
  },
};

describeCallStarter('alexa-skill-call', {
  ...alexa,
  open: (apiEndpoint, timeoutMs) => alexaSkillCall({ ...access, apiEndpoint, timeoutMs }),
});

describeCallStarter('alexa-smart-properties', {
  ...alexa,
  before: (url) => {
    if (url === '/auth/o2/token')
      return { status: 200, body: '{"access_token":"of-the-organisation","expires_in":3600}' };
    const isProfile = url.startsWith('/v1/communications/profile?');
    return isProfile ? { status: 200, body: '{"profileId":{"profileId":"profile-1"}}' } : undefined;
  },
  open: (origin, timeoutMs) => {
    const secrets = { read: async () => '{"clientId":"c","clientSecret":"s","refreshToken":"r"}' };
    const tokens = lwaAccessTokens({ secrets, secret: 'lwa', clock, origin });
    return alexaSmartProperties({ tokens, clock, timeoutMs }).starterFor({ ...access, apiEndpoint: origin });
  },
});

describe('over the Chime SDK Voice API', () => {
  const before = { ...process.env };
  beforeEach(() => {
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' });
  });
  afterEach(() => {
    process.env = { ...before };
  });

  const names: Readonly<Record<number, string>> = {
    401: 'UnauthorizedClientException',
    403: 'ForbiddenException',
    404: 'NotFoundException',
    429: 'ThrottledClientException',
    500: 'ServiceFailureException',
    503: 'ServiceUnavailableException',
  };
  describeCallStarter('callback', {
    yes: { status: 201, body: '{"SipMediaApplicationCall":{"TransactionId":"00000000-0000-4000-8000-00000000ca11"}}' },
    no: (status) => ({
      status,
      headers: { 'content-type': 'application/json', 'x-amzn-errortype': names[status] ?? '' },
      body: '{"Message":"m"}',
    }),
    meaning: {
      401: { kind: 'refused', code: 'UnauthorizedClientException' },
      403: { kind: 'refused', code: 'ForbiddenException' },
      404: { kind: 'refused', code: 'NotFoundException' },
    },
    open: (origin, requestTimeoutMs) => {
      process.env['AWS_ENDPOINT_URL_CHIME_SDK_VOICE'] = origin;
      const log = createLogger({ clock, write: () => undefined });
      const sipMediaApplicationId = '00000000-0000-4000-8000-0000000000aa';
      return chimeCallback({ sipMediaApplicationId, region: 'us-east-1', log, requestTimeoutMs });
    },
  });
});
