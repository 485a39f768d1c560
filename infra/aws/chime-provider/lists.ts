interface Page<Item> {
  readonly items: readonly Item[] | undefined;
  readonly next: string | undefined;
}

/** The first item of a list of many pages that is wanted; pages behind it are not asked for. */
export async function firstOf<Item>(
  page: (token: string | undefined) => Promise<Page<Item>>,
  isWanted: (item: Item) => boolean | Promise<boolean>,
): Promise<Item | undefined> {
  let token: string | undefined;
  do {
    const { items = [], next } = await page(token);
    for (const item of items) if (await isWanted(item)) return item;
    token = next;
  } while (token !== undefined);
  return undefined;
}
