import type { Ids } from '../../../shared/ports/ids.ts';
import { newKeys, smartPropertySecret } from './function-environments.ts';
import type { Tenant } from './tenant.ts';

/** The secrets that a tenant wants kept, by name: keys are new for each start. */
export function tenantSecrets(tenant: Tenant, ids: Ids): Readonly<Record<string, string>> {
  const { contextSigningSecret, callCommandSecret, lookUpSigningSecret, smartProperty } = tenant;
  return {
    ...(contextSigningSecret === undefined ? {} : { [contextSigningSecret]: newKeys(ids) }),
    ...(callCommandSecret === undefined ? {} : { [callCommandSecret]: newKeys(ids) }),
    ...(lookUpSigningSecret === undefined ? {} : { [lookUpSigningSecret]: tenant.lookUpSigningKeys ?? newKeys(ids) }),
    ...(smartProperty === undefined ? {} : { [smartPropertySecret]: JSON.stringify(smartProperty.credentials) }),
  };
}
