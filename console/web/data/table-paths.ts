export function tablePath(name: string): string {
  return `/tables/${encodeURIComponent(name)}`;
}
