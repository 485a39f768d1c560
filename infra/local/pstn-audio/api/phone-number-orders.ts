import { newPhoneNumber } from '../objects/new-phone-number.ts';
import type { PhoneNumberProductType } from '../objects/phone-number.ts';
import type { Registry } from '../objects/registry.ts';

export interface OrderRequest {
  readonly ProductType: PhoneNumberProductType;
  readonly E164PhoneNumbers: readonly string[];
  readonly Name?: string;
}

/** As the API shows it (API reference, PhoneNumberOrder). */
export interface PhoneNumberOrder {
  readonly PhoneNumberOrderId: string;
  readonly ProductType: PhoneNumberProductType;
  readonly Status: 'Processing' | 'Successful' | 'Partial' | 'Failed';
  readonly OrderType: 'New';
  readonly OrderedPhoneNumbers: readonly OrderedPhoneNumber[];
  /** ISO 8601. */
  readonly CreatedTimestamp: string;
  readonly UpdatedTimestamp: string;
}

interface OrderedPhoneNumber {
  readonly E164PhoneNumber: string;
  readonly Status: 'Processing' | 'Acquired' | 'Failed';
}

/**
 * Orders of phone numbers. On AWS an order takes seconds to days and is asked for again and again; here it is done as soon as
 * anything is asked of the API after it.
 */
export class PhoneNumberOrders {
  readonly #registry: Registry;
  readonly #orders = new Map<string, { readonly order: PhoneNumberOrder; readonly name: string | undefined }>();

  constructor(registry: Registry) {
    this.#registry = registry;
  }

  place(orderId: string, { ProductType, E164PhoneNumbers, Name }: OrderRequest): PhoneNumberOrder {
    const now = this.#registry.now();
    const order: PhoneNumberOrder = {
      PhoneNumberOrderId: orderId,
      ProductType,
      Status: 'Processing',
      OrderType: 'New',
      OrderedPhoneNumbers: E164PhoneNumbers.map((number) => ({ E164PhoneNumber: number, Status: 'Processing' })),
      CreatedTimestamp: now,
      UpdatedTimestamp: now,
    };
    this.#orders.set(orderId, { order, name: Name });
    return order;
  }

  get(orderId: string): PhoneNumberOrder | undefined {
    return this.#orders.get(orderId)?.order;
  }

  all(): readonly PhoneNumberOrder[] {
    return [...this.#orders.values()].map(({ order }) => order);
  }

  /** Whoever asked meanwhile has seen Processing; now the numbers are the account's, but for those that it has already. */
  complete(): void {
    for (const { order, name } of this.#orders.values()) if (order.Status === 'Processing') this.#complete(order, name);
  }

  #complete(order: PhoneNumberOrder, name: string | undefined): void {
    const { ProductType, PhoneNumberOrderId: OrderId } = order;
    const named = name === undefined ? {} : { Name: name };
    const ordered = order.OrderedPhoneNumbers.map(({ E164PhoneNumber }): OrderedPhoneNumber => {
      if (this.#registry.phoneNumbers.has(E164PhoneNumber)) return { E164PhoneNumber, Status: 'Failed' };
      const number = newPhoneNumber({ E164PhoneNumber, ProductType, OrderId, ...named }, this.#registry);
      this.#registry.phoneNumbers.set(E164PhoneNumber, number);
      return { E164PhoneNumber, Status: 'Acquired' };
    });
    const failed = ordered.filter(({ Status }) => Status === 'Failed').length;
    const status = failed === 0 ? 'Successful' : failed === ordered.length ? 'Failed' : 'Partial';
    this.#orders.set(order.PhoneNumberOrderId, {
      order: { ...order, Status: status, OrderedPhoneNumbers: ordered, UpdatedTimestamp: this.#registry.now() },
      name,
    });
  }
}
