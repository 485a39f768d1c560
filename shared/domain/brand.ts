/** A primitive that only its own parser can make, so that a phone number is never taken for an id. */
declare const brand: unique symbol;
export type Brand<Value, Name extends string> = Value & { readonly [brand]: Name };
