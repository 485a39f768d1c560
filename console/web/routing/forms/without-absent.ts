/** The same without fields that are undefined: forms have those, table files do not. */
export function withoutAbsent<T>(value: T): T {
  if (Array.isArray(value)) return value.map((each: unknown) => withoutAbsent(each)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) => (each === undefined ? [] : [[key, withoutAbsent<unknown>(each)]])),
  ) as T;
}
