import * as z from 'zod';
import { callerFileSchema, type CallerFile } from '../../../../shared/contracts/caller-file.ts';

/** A caller as a form has them: all is text, and what is empty is not known. */
export interface CallerForm {
  readonly entry: string;
  readonly reason: string;
  readonly locale: string;
  readonly phoneNumber: string;
  readonly country: string;
  readonly state: string;
  readonly postalCode: string;
  /** "47.608, -122.335". */
  readonly coordinates: string;
  readonly attributes: readonly { readonly name: string; readonly text: string }[];
}

export const nobodyKnown: CallerForm = {
  entry: '',
  reason: '',
  locale: '',
  phoneNumber: '',
  country: '',
  state: '',
  postalCode: '',
  coordinates: '',
  attributes: [],
};

const text = z.string().trim();
const rawFormSchema = z.object({
  entry: text,
  reason: text,
  locale: text,
  phoneNumber: text,
  country: text,
  state: text,
  postalCode: text,
  coordinates: text,
  attributes: z.array(z.object({ name: text, text: z.string() })),
});

/** The form, and what is wrong with it, by the names of its fields; comes to a caller as tables are tried with. */
export const callerFormSchema: z.ZodType<CallerFile, CallerForm> = rawFormSchema
  .transform(
    (form) =>
      ({
        ...known('entry', form.entry),
        ...known('reason', form.reason),
        ...known('locale', form.locale),
        ...known('phoneNumber', form.phoneNumber.replaceAll(/[\s().-]/g, '')),
        ...known('country', form.country.toUpperCase()),
        ...known('state', form.state.toUpperCase()),
        ...known('postalCode', form.postalCode),
        ...(form.coordinates === '' ? {} : { coordinates: form.coordinates.split(/[\s,;]+/).map(Number) }),
        ...attributesOf(form.attributes),
      }) as z.input<typeof callerFileSchema>,
  )
  .pipe(callerFileSchema) as z.ZodType<CallerFile, CallerForm>;

/** The form for a caller, whatever way they are written. */
export function formOfCaller(caller: CallerFile): CallerForm {
  const { location = {}, reason, attributes = {} } = caller;
  const point = location.coordinates ?? caller.coordinates;
  return {
    entry: caller.ingress ?? caller.entry ?? '',
    reason: (typeof reason === 'string' ? reason : reason?.id) ?? '',
    locale: caller.locale ?? '',
    phoneNumber: caller.phoneNumber ?? '',
    country: location.countryCode ?? caller.country ?? '',
    state: location.stateOrRegion ?? caller.state ?? '',
    postalCode: location.postalCode ?? caller.postalCode ?? '',
    coordinates: point === undefined ? '' : pointText(Array.isArray(point) ? point : [point.latitude, point.longitude]),
    attributes: Object.entries(attributes).map(([name, text]) => ({ name, text })),
  };
}

/** As the form has coordinates: four decimals are 11 m. */
export function pointText([latitude, longitude]: readonly [number, number]): string {
  return `${round(latitude)}, ${round(longitude)}`;
}

function known(name: string, value: string): Record<string, string> {
  return value === '' ? {} : { [name]: value };
}

function attributesOf(attributes: CallerForm['attributes']): { readonly attributes?: Record<string, string> } {
  const named = attributes.filter(({ name }) => name !== '');
  return named.length === 0 ? {} : { attributes: Object.fromEntries(named.map(({ name, text }) => [name, text])) };
}

function round(degrees: number): number {
  return Math.round(degrees * 10_000) / 10_000;
}
