import type { E164 } from './phone-number.ts';

/**
 * Area codes of countries that share +1 with the United States and Canada: calls there are charged as calls abroad (NANPA, "NANP
 * Geographic Area Codes"; Wikipedia, "Area codes in the Caribbean"). Territories of the United States (Puerto Rico, Guam and others)
 * are not among them.
 */
export const areaCodesAbroad: readonly string[] =
  '242 246 264 268 284 345 441 473 649 658 664 721 758 767 784 809 829 849 868 869 876'.split(' ');

/**
 * Area codes whose last two digits are alike stand for services, not for places: 900 for premium rates, 500 for numbers that follow
 * a person, 600 and 700 for carriers, 800 for who pays for being called (NANPA, "Easily Recognizable Codes"). So do 521 to 529 and
 * 710.
 */
const serviceAreaCode = /^\+1(?:[2-9](\d)\1|52[1-9]|710)/;
/** The exchange of premium rates in any area, and directory assistance (NANPA, "976" and "555 line numbers"). */
const serviceInArea = /^\+1\d{3}(?:976|5551212)/;

/** Where callbacks go unless told: the United States and Canada. */
export const usualCallbackPrefixes: readonly string[] = ['+1'];

/**
 * Whether the number may be rung, by the prefixes that may: one that is charged for specially only by a prefix that names what makes
 * it so, as "+1876" and "+1900" do.
 */
export function mayBeRung(number: E164, prefixes: readonly string[] = usualCallbackPrefixes): boolean {
  const shortest = specialPrefixOf(number)?.length ?? 0;
  return prefixes.some((prefix) => number.startsWith(prefix) && prefix.length >= shortest);
}

/** "+1876", "+1900", "+1206976": what makes the number one of another tariff; undefined for any other. */
function specialPrefixOf(number: E164): string | undefined {
  const area = number.slice(0, 5);
  if (area.startsWith('+1') && areaCodesAbroad.includes(area.slice(2))) return area;
  return serviceAreaCode.exec(number)?.[0] ?? serviceInArea.exec(number)?.[0];
}
