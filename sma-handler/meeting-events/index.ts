import { chimeCallCommands } from '../../shared/adapters/chime/chime-call-commands.ts';
import { hmacCallCommandSigner } from '../../shared/adapters/hmac/call-command-signer.ts';
import { secretsManager } from '../../shared/adapters/secrets/secrets-manager.ts';
import { signingKeysOfSettings } from '../../shared/adapters/secrets/signing-keys-of-settings.ts';
import { systemClock } from '../../shared/adapters/system/system-clock.ts';
import { systemIds } from '../../shared/adapters/system/system-ids.ts';
import { systemTimers } from '../../shared/adapters/system/system-timers.ts';
import { readSettings } from '../../shared/env.ts';
import { BridgeError } from '../../shared/errors.ts';
import { createLogger } from '../../shared/observability/logger.ts';
import { createMeetingEventsHandler } from './meeting-events-handler.ts';

const settings = readSettings(
  ['AWS_REGION', 'SIP_MEDIA_APPLICATION_ID', 'CALL_COMMAND_KEYS', 'CALL_COMMAND_SECRET'],
  process.env,
);
const { AWS_REGION: region, SIP_MEDIA_APPLICATION_ID: sipMediaApplicationId } = settings;
// Others do without it; here nothing can be told to anybody.
if (sipMediaApplicationId === undefined)
  throw new BridgeError('environment-invalid', 'settings of the function: SIP_MEDIA_APPLICATION_ID is missing');
const log = createLogger({ clock: systemClock });

export const handler = createMeetingEventsHandler({
  commands: chimeCallCommands({
    signer: hmacCallCommandSigner({
      keys: signingKeysOfSettings('CALL_COMMAND', settings, {
        secrets: secretsManager({ region }),
        clock: systemClock,
        timers: systemTimers,
        onTrouble: (error, setting) => log.error('signing-keys-unavailable', error, { setting }),
      }),
      ids: systemIds,
    }),
    clock: systemClock,
    log,
  }),
  application: { sipMediaApplicationId, region },
  log,
});
