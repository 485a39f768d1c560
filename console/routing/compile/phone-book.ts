import type { RoutingTableFile } from '../../../shared/contracts/routing-table-file.ts';
import { isE164, type E164 } from '../../../shared/domain/phone-number.ts';
import type { FilePath, FindingList } from '../findings.ts';

/** Telephone numbers of a file. */
export interface PhoneBook {
  /** A number that calls may be sent to; reports it when the dialling rules do not allow it. */
  dialled(number: string, path: FilePath): E164;
  /** A number that is shown, not dialled. */
  parse(number: string): E164;
}

/** Nothing outside the allow-list is ever dialled: toll fraud pays where any number will do. A denial wins. */
export function createPhoneBook(
  { dialling: { allow, deny = [] }, callerId }: Pick<RoutingTableFile, 'dialling' | 'callerId'>,
  findings: FindingList,
): PhoneBook {
  const startOf = (number: string, prefixes: readonly string[]): string | undefined =>
    prefixes.find((prefix) => number.startsWith(prefix));
  return {
    dialled(number, path) {
      const denied = startOf(number, deny);
      if (denied !== undefined)
        findings.error('number-not-allowed', path, `must not be dialled: dialling.deny has ${denied}`);
      else if (startOf(number, allow) === undefined)
        findings.error(
          'number-not-allowed',
          path,
          `must not be dialled: it begins like nothing in dialling.allow (${allow.join(', ')})`,
        );
      else if (number === callerId)
        findings.warning(
          'number-is-caller-id',
          path,
          'is the number that the table shows to whoever is called: if callers reach this table by it, the call comes back for ever',
        );
      return e164(number);
    },
    parse: e164,
  };
}

function e164(number: string): E164 {
  if (!isE164(number)) throw new TypeError('the file schema let a number through that is not E.164');
  return number;
}
