import {
  CreatePhoneNumberOrderCommand,
  GetPhoneNumberCommand,
  ListPhoneNumbersCommand,
  SearchAvailablePhoneNumbersCommand,
  type ChimeSDKVoiceClient,
  type PhoneNumber,
} from '@aws-sdk/client-chime-sdk-voice';
import { firstOf } from './lists.ts';
import { physicalIds, present } from './physical-id.ts';
import { isOrderFilled } from './phone-number-order.ts';
import { releaseNumber } from './phone-number-release.ts';
import { phoneNumberProperties, type PhoneNumberProperties } from './resource-properties.ts';
import type { ChimeResource, Made } from './resource.ts';
import { unlessNotFound } from './service-error.ts';

/** Ordered by this provider, and released by it: the number, "/" and the id of its order. */
const ordered = physicalIds('ordered-phone-number');
/** The account's before: never released. */
const owned = physicalIds('owned-phone-number');

const ProductType = 'SipMediaApplicationDialIn' as const;

/**
 * A phone number: ordered by its area code, or one that the account has already. For another area code another number is ordered.
 * A number that was ordered and that the template then names is kept, now and after the resource.
 */
export function phoneNumberResource(client: ChimeSDKVoiceClient): ChimeResource<PhoneNumberProperties> {
  const get = async (number: string): Promise<PhoneNumber | undefined> =>
    (await unlessNotFound(client.send(new GetPhoneNumberCommand({ PhoneNumberId: number }))))?.PhoneNumber;
  return {
    schema: phoneNumberProperties,
    async find({ properties: { AreaCode }, owner }) {
      if (AreaCode === undefined) return undefined;
      const found = await firstOf(
        async (NextToken) => {
          const answer = await client.send(new ListPhoneNumbersCommand({ ProductType, NextToken }));
          return { items: answer.PhoneNumbers, next: answer.NextToken };
        },
        (each) => each.Name === nameFor(owner) && hasAreaCode(each, AreaCode) && isOurs(each),
      );
      return found && orderedId(found.E164PhoneNumber, found.OrderId);
    },
    async create({ properties: { AreaCode = '', E164PhoneNumber: mine }, owner }) {
      if (mine !== undefined) {
        refuseUnlessUsable(await get(mine));
        return made(owned.write(mine), mine);
      }
      const number = await firstAvailable(client, AreaCode);
      if (number === undefined)
        throw new Error(`AreaCode: no number with area code ${AreaCode} is to be had; choose another area code`);
      const order = { ProductType, E164PhoneNumbers: [number], Name: nameFor(owner) };
      const { PhoneNumberOrder: placed } = await client.send(new CreatePhoneNumberOrderCommand(order));
      return made(orderedId(number, present(placed?.PhoneNumberOrderId, 'PhoneNumberOrderId')), number);
    },
    async mustReplace(id, { properties: { AreaCode, E164PhoneNumber: mine } }) {
      const number = orderIn(id)?.number;
      if (mine !== undefined) return mine !== (number ?? owned.read(id));
      const found = number === undefined ? undefined : await get(number);
      return found === undefined || !hasAreaCode(found, AreaCode ?? '') || !isOurs(found);
    },
    async update(id, { properties: { E164PhoneNumber: mine } }) {
      if (mine !== undefined) refuseUnlessUsable(await get(mine));
      return made(id, orderIn(id)?.number ?? owned.read(id) ?? '');
    },
    async isReady(id) {
      const { number = '', orderId = '' } = orderIn(id) ?? {};
      if (orderId === '') return true;
      const found = await get(number);
      // Once the number is here, its order need not be known any longer.
      const isHere = found?.OrderId === orderId && (found.Status === 'Unassigned' || found.Status === 'Assigned');
      return isHere || isOrderFilled(client, orderId);
    },
    async remove(id, properties) {
      const { number, orderId } = orderIn(id) ?? {};
      if (number === undefined || properties?.E164PhoneNumber === number) return true;
      const found = await get(number);
      // Where two ordered the same number, one order was not filled: the number is the other's.
      const isAnothers = found?.OrderId !== undefined && orderId !== '' && found.OrderId !== orderId;
      return isAnothers || releaseNumber(client, found, properties?.RuleName);
    },
  };
}

function orderedId(number = '', orderId = ''): string {
  return ordered.write(`${number}/${orderId}`);
}

function orderIn(id: string): { readonly number: string; readonly orderId: string } | undefined {
  const [number, orderId = ''] = ordered.read(id)?.split('/') ?? [];
  return number === undefined ? undefined : { number, orderId };
}

/** The name by which the number is ordered says for whom. */
function nameFor(owner: string): string {
  return `made-for-${owner}`;
}

function hasAreaCode({ E164PhoneNumber = '' }: PhoneNumber, areaCode: string): boolean {
  return E164PhoneNumber.startsWith(`+1${areaCode}`);
}

/** Neither given up nor never had. */
function isOurs({ Status }: PhoneNumber): boolean {
  return Status === 'AcquireInProgress' || Status === 'Unassigned' || Status === 'Assigned';
}

function refuseUnlessUsable(number: PhoneNumber | undefined): void {
  const problem = (words: string): Error => new Error(`E164PhoneNumber: ${words}`);
  if (number === undefined) throw problem("the number is not in the account's inventory; order it, or give AreaCode");
  if (number.ProductType !== ProductType)
    throw problem(`the number's product type must be ${ProductType}; change it in the Amazon Chime SDK console`);
  if (number.Status !== 'Unassigned' && number.Status !== 'Assigned')
    throw problem('the number cannot be used as it stands; restore it, if it is in the deletion queue');
}

async function firstAvailable(client: ChimeSDKVoiceClient, AreaCode: string): Promise<string | undefined> {
  return firstOf(
    async (NextToken) => {
      const search = { AreaCode, Country: 'US', PhoneNumberType: 'Local', NextToken } as const;
      const answer = await client.send(new SearchAvailablePhoneNumbersCommand(search));
      return { items: answer.E164PhoneNumbers, next: answer.NextToken };
    },
    () => true,
  );
}

function made(physicalResourceId: string, E164PhoneNumber: string): Made {
  return { physicalResourceId, data: { E164PhoneNumber } };
}
