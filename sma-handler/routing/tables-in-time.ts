import type { CallToRoute } from './call-to-route.ts';
import type { KnownTable } from './known-tables.ts';
import type { RoutingServices } from './routing-services.ts';

/** The version for a call that begins; undefined when it cannot be told. */
export function currentVersion(
  { moment, time }: CallToRoute,
  { tables }: RoutingServices,
): Promise<number | undefined> {
  return time.had('table-version-unavailable', (signal) => tables.currentVersion({ begunAt: moment, signal }));
}

/** That version, or an older one where it cannot be used. */
export async function tableOrOlder(
  version: number | undefined,
  { time }: CallToRoute,
  { tables }: RoutingServices,
): Promise<KnownTable | undefined> {
  // 0: nothing has been published yet.
  if (version === undefined || version === 0) return undefined;
  return time.had('table-unavailable', (signal) => tables.versionOrOlder(version, signal));
}

/** The version that a call is pinned to, and no other. */
export async function pinnedTable(
  version: number | undefined,
  { time }: Pick<CallToRoute, 'time'>,
  { tables }: Pick<RoutingServices, 'tables'>,
): Promise<KnownTable | undefined> {
  if (version === undefined || version === 0) return undefined;
  return time.had('table-unavailable', (signal) => tables.version(version, signal));
}

/** The version that a call is pinned to, else one that can be had. */
export async function pinnedTableOrAnother(
  version: number | undefined,
  call: CallToRoute,
  services: RoutingServices,
): Promise<KnownTable | undefined> {
  const pinned = await pinnedTable(version, call, services);
  return pinned ?? tableOrOlder(await currentVersion(call, services), call, services);
}
