import type { E164 } from '../../shared/domain/phone-number.ts';
import type { IndexedTable } from '../../shared/domain/routing/indexed-table.ts';
import type { CallFacts } from '../call-state.ts';
import type { TransferTarget } from '../step.ts';
import { mayBeDialled } from '../../shared/domain/routing/dialling.ts';
import { attemptsNamed, type NamingRule } from './naming-rules.ts';
import type { RoutingServices } from './routing-services.ts';
import { StoreTime } from './store-time.ts';
import { pinnedTable } from './tables-in-time.ts';

/** For whom no attempt of the table says how long to ring. */
const usualRingSeconds = 30;

/**
 * Where a call is to be transferred, by the table that it is pinned to. It may ring what the table could have rung itself, nothing
 * else: no number that the dialling rules forbid, nor the function itself, which would route the call once more.
 *
 * @param destination kind and id, as records name it: "branch:tacoma". Phones and meetings are those that attempts name.
 */
export async function transferTarget(
  destination: string,
  { tableVersion }: Pick<CallFacts, 'tableVersion'>,
  services: RoutingServices,
): Promise<TransferTarget | undefined> {
  const [kind = '', id = ''] = destination.split(':');
  const published = await pinnedTable(tableVersion, { time: new StoreTime(services) }, services);
  const target = published === undefined ? undefined : targetNamed(kind, id, published.table);
  const allowed = target !== undefined && mayRing(target, published?.table, services.ownNumber);
  if (allowed) return target;
  const known = target === undefined ? 'destination-unknown' : 'number-not-allowed';
  const code = published === undefined ? 'table-unavailable' : known;
  services.log.warn('transfer-refused', { destinationKind: kind, destinationId: id, tableVersion, code });
  return undefined;
}

/** With the ringing time of the first attempt that names it, and no policy: what follows a transfer is not what follows an attempt. */
function targetNamed(kind: string, id: string, { table, contactCenters }: IndexedTable): TransferTarget | undefined {
  const named = attemptsNamed(id, table);
  const ringing = (rule: NamingRule | undefined): { readonly timeoutSeconds: number } => ({
    timeoutSeconds: rule?.timeoutSeconds ?? usualRingSeconds,
  });
  switch (kind) {
    case 'contactCenter': {
      const contactCenter = contactCenters.get(id);
      return contactCenter && { ...contactCenter, kind, ...ringing(named.find((rule) => rule.kind === kind)) };
    }
    case 'branch': {
      const index = table.branches.indexOf(id);
      if (index === undefined) return undefined;
      return {
        kind,
        id,
        number: table.branches.at(index).number,
        ...ringing(named.find((rule) => rule.kind === kind)),
      };
    }
    case 'phone': {
      const rule = named.find((rule) => rule.kind === kind);
      return rule && { kind, id, number: rule.number, ...ringing(rule) };
    }
    case 'meeting': {
      const rule = named.find((rule) => rule.kind === kind);
      if (rule === undefined) return undefined;
      return { kind, id, ...(rule.timeoutSeconds === undefined ? {} : { timeoutSeconds: rule.timeoutSeconds }) };
    }
    default:
      return undefined;
  }
}

/** What has a number of its own is held against the dialling rules; a contact centre and a meeting are reached without one. */
function mayRing(target: TransferTarget, indexed: IndexedTable | undefined, ownNumber: E164): boolean {
  if (!('number' in target)) return true;
  return target.number !== ownNumber && indexed !== undefined && mayBeDialled(target.number, indexed.table.dialling);
}
