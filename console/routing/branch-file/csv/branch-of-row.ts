import type { Columns, ColumnName } from './columns.ts';

/** What a row says, as the schema of branches wants it. What is not a number where one belongs is left as text. */
export function branchOfRow(cells: readonly string[], columns: Columns): Record<string, unknown> {
  const text = (name: ColumnName): string => cells[columns.get(name) ?? -1]?.trim() ?? '';
  const latitude = text('latitude');
  const longitude = text('longitude');
  const branch: Record<string, unknown> = {};
  for (const name of ['name', 'number', 'postalCode', 'country', 'schedule'] as const)
    if (text(name) !== '') branch[name] = text(name);
  if (latitude !== '' || longitude !== '') branch['coordinates'] = [numberOf(latitude), numberOf(longitude)];
  if (text('services') !== '') branch['services'] = servicesOf(text('services'));
  if (text('capacity') !== '') branch['capacity'] = numberOf(text('capacity'));
  return branch;
}

/** Services in one text, parted by semicolons, bars or blanks. */
export function servicesOf(text: string): readonly string[] {
  return text.split(/[;|\s]+/).filter((service) => service !== '');
}

/** The column that a part of a branch comes from. */
export function columnOf(path: readonly (string | number)[]): ColumnName {
  const [field, index] = path;
  if (field === 'coordinates') return index === 1 ? 'longitude' : 'latitude';
  return field as ColumnName;
}

function numberOf(text: string): number | string {
  return /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/i.test(text) ? Number(text) : text;
}
