import { branchSchema, type FileBranch } from '../../../../shared/contracts/table-file/branches.ts';
import { assertNever } from '../../../../shared/domain/assert-never.ts';
import { servicesOf } from '../../../routing/branch-file/csv/branch-of-row.ts';

/** What of a branch is written in a cell. A place is coordinates or a postal code, with its country. */
export const branchFields = ['name', 'number', 'place', 'services', 'schedule', 'capacity'] as const;
export type BranchField = (typeof branchFields)[number];

/** A field as one writes it. */
export function fieldText(branch: FileBranch, field: BranchField): string {
  switch (field) {
    case 'name':
    case 'number':
    case 'schedule':
      return branch[field];
    case 'services':
      return branch.services.join(' ');
    case 'capacity':
      return branch.capacity === undefined ? '' : String(branch.capacity);
    case 'place':
      return placeText(branch);
    default:
      return assertNever(field);
  }
}

export type FieldReading =
  | { readonly kind: 'changed'; readonly branch: FileBranch }
  | { readonly kind: 'unchanged' }
  /** What is wrong, in words that follow the name of the field: "must be …". */
  | { readonly kind: 'invalid'; readonly message: string };

/** A branch with another field, as somebody wrote it; an empty capacity takes it away. */
export function withField(branch: FileBranch, field: BranchField, text: string): FieldReading {
  const written = text.trim();
  if (written === fieldText(branch, field)) return { kind: 'unchanged' };
  return readBranch(candidate(branch, field, written));
}

/** Checks what is to be a branch. */
export function readBranch(value: unknown): FieldReading {
  const read = branchSchema.safeParse(value);
  if (read.success) return { kind: 'changed', branch: read.data };
  return { kind: 'invalid', message: read.error.issues[0]?.message ?? 'is not understood' };
}

function candidate(branch: FileBranch, field: BranchField, written: string): Record<string, unknown> {
  switch (field) {
    case 'name':
    case 'schedule':
      return { ...branch, [field]: written };
    case 'number':
      // People write numbers with blanks and brackets; what is meant is not in doubt.
      return { ...branch, number: written.replaceAll(/[\s().-]/g, '') };
    case 'services':
      return { ...branch, services: [...new Set(servicesOf(written.replaceAll(',', ' ')))] };
    case 'capacity': {
      const { capacity: _, ...others } = branch;
      return written === '' ? others : { ...others, capacity: Number(written.replaceAll(/[\s,]/g, '')) };
    }
    case 'place':
      return withPlace(branch, written);
    default:
      return assertNever(field);
  }
}

/** "47.608, -122.3351", "98402" or "CA V6B 1A1". Coordinates leave the postal code, which some want to see, as it is. */
function withPlace(branch: FileBranch, written: string): Record<string, unknown> {
  const { coordinates: _, ...others } = branch;
  const decimal = String.raw`[-+]?\d+(?:\.\d*)?`;
  const [, latitude, longitude] = new RegExp(`^(${decimal})[,;\\s]+(${decimal})$`).exec(written) ?? [];
  // Two whole numbers without a comma are rather a postal code: "100 00".
  const isPair = latitude !== undefined && (written.includes(',') || written.includes('.'));
  if (isPair) return { ...others, coordinates: [Number(latitude), Number(longitude)] };
  const { postalCode: __, country: ___, ...placeless } = others;
  if (written === '') return placeless;
  const [, country, code] = /^([A-Za-z]{2})\s+(\S.*)$/.exec(written) ?? [];
  return country === undefined ? { ...placeless, postalCode: written } : { ...placeless, country, postalCode: code };
}

function placeText({ coordinates, postalCode = '', country }: FileBranch): string {
  if (coordinates !== undefined) return coordinates.join(', ');
  return country === undefined ? postalCode : `${country} ${postalCode}`;
}
