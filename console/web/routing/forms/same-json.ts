/** Whether two values say the same; the order of a map's keys says nothing. */
export function sameJson(some: unknown, other: unknown): boolean {
  if (Object.is(some, other)) return true;
  if (typeof some !== 'object' || typeof other !== 'object' || some === null || other === null) return false;
  if (Array.isArray(some) || Array.isArray(other))
    return (
      Array.isArray(some) &&
      Array.isArray(other) &&
      some.length === other.length &&
      some.every((each, index) => sameJson(each, other[index]))
    );
  const [mine, theirs] = [Object.entries(some), new Map<string, unknown>(Object.entries(other))];
  return (
    mine.length === theirs.size && mine.every(([key, value]) => theirs.has(key) && sameJson(value, theirs.get(key)))
  );
}
