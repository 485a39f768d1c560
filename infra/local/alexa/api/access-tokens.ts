import type { Clock } from '../../../../shared/ports/clock.ts';
import type { Ids } from '../../../../shared/ports/ids.ts';
import type { AlexaAccount, HouseholdMember } from './account.ts';
import { permissions, type Permission } from './permissions.ts';

const lifetimeMs = 60 * 60 * 1000;

/** What the bearer of a token may do. */
export interface Grant {
  readonly deviceId: string;
  /** By the owner of the account. */
  allows(permission: Permission): boolean;
  /** Whose voice was recognised when the token was made, and what is allowed of their own profile. */
  readonly speaker?: { readonly personId: string; allows(permission: Permission): boolean };
}

/** Of a request's speaker, where Alexa has recognised them. */
type Speaker = Pick<HouseholdMember, 'personId' | 'grantedPermissions'>;

/** context.System.apiAccessToken: opaque, one for each request, good for an hour, bound to the device and to what was granted when it was made. */
export class AccessTokens {
  readonly #issued = new Map<string, { readonly expiresAt: number; readonly grant: Grant }>();
  readonly #account: AlexaAccount;
  readonly #clock: Clock;
  readonly #ids: Ids;

  constructor({ account, clock, ids }: { account: AlexaAccount; clock: Clock; ids: Ids }) {
    this.#account = account;
    this.#clock = clock;
    this.#ids = ids;
  }

  /** What a speaker allows for themselves counts beside what the account allows, and for their own profile only. */
  issue(speaker?: Speaker): string {
    const now = this.#clock.now();
    for (const [token, { expiresAt }] of this.#issued) if (expiresAt <= now) this.#issued.delete(token);

    const token = `${this.#ids.uuid()}.${Buffer.from(this.#ids.randomBytes(24)).toString('base64url')}`;
    const granted = this.#account.grantedPermissions;
    const grant: Grant = {
      deviceId: this.#account.device.deviceId,
      allows: allowedBy(granted),
      ...(speaker === undefined
        ? {}
        : {
            speaker: {
              personId: speaker.personId,
              allows: allowedBy([...granted, ...(speaker.grantedPermissions ?? [])]),
            },
          }),
    };
    this.#issued.set(token, { expiresAt: now + lifetimeMs, grant });
    return token;
  }

  /** Undefined for a token that is missing, unknown or expired. */
  check(bearer: string | undefined): Grant | undefined {
    const issued = bearer === undefined ? undefined : this.#issued.get(bearer);
    return issued === undefined || issued.expiresAt <= this.#clock.now() ? undefined : issued.grant;
  }
}

function allowedBy(scopes: readonly string[]): (permission: Permission) => boolean {
  const granted = new Set(scopes);
  return (permission) => permissions[permission].some((scope) => granted.has(scope));
}
