import type { Clock } from '../../../../shared/ports/clock.ts';
import type { Ids } from '../../../../shared/ports/ids.ts';
import type { AlexaAccount } from './account.ts';
import { permissions, type Permission } from './permissions.ts';

const lifetimeMs = 60 * 60 * 1000;

/** What the bearer of a token may do. */
export interface Grant {
  readonly deviceId: string;
  allows(permission: Permission): boolean;
}

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

  issue(): string {
    const now = this.#clock.now();
    for (const [token, { expiresAt }] of this.#issued) if (expiresAt <= now) this.#issued.delete(token);

    const token = `${this.#ids.uuid()}.${Buffer.from(this.#ids.randomBytes(24)).toString('base64url')}`;
    const granted = new Set(this.#account.grantedPermissions);
    const grant: Grant = {
      deviceId: this.#account.device.deviceId,
      allows: (permission) => permissions[permission].some((scope) => granted.has(scope)),
    };
    this.#issued.set(token, { expiresAt: now + lifetimeMs, grant });
    return token;
  }

  /** Reads an Authorization header; undefined for a missing, unknown or expired token. */
  check(authorization: string | undefined): Grant | undefined {
    const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
    const issued = token === undefined ? undefined : this.#issued.get(token);
    return issued === undefined || issued.expiresAt <= this.#clock.now() ? undefined : issued.grant;
  }
}
