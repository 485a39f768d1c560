/**
 * The known name that a misspelt one most likely stands for, when one is close enough: two or three letters of it
 * may differ, one of a very short name; case, "-" and "_" do not count.
 */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const scored = known.map((candidate) => ({ candidate, distance: editDistance(plain(name), plain(candidate)) }));
  const [best] = scored.sort((a, b) => a.distance - b.distance);
  const tolerated = name.length < 4 ? 1 : name.length < 9 ? 2 : 3;
  return best !== undefined && best.distance <= tolerated ? best.candidate : undefined;
}

/** ` – did you mean "x"?`, else ` – known: a, b, c`, for the end of a message. */
export function suggestion(name: string, known: readonly string[]): string {
  const nearest = nearestName(name, known);
  if (nearest !== undefined) return ` – did you mean "${nearest}"?`;
  return known.length === 0 || known.length > 20 ? '' : ` – known: ${known.join(', ')}`;
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[-_ ]/g, '');
}

/** Levenshtein distance, one row at a time, by UTF-16 units: names are ASCII. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 0; i < a.length; i += 1) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j += 1) {
      const replaced = (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
