import type { Locator, Page } from 'playwright-core';

/** No page has more to walk past. */
const mostKeys = 80;

/** Somebody who has no mouse. */
export class Keyboard {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Walks by the key, once it is there, until the focus is on it. Throws where the key never leads there. */
  async goTo(target: Locator, key = 'Tab'): Promise<void> {
    await target.waitFor();
    const focused = target.and(this.#page.locator(':focus'));
    for (let keys = 0; (await focused.count()) === 0; keys += 1) {
      if (keys === mostKeys) throw new Error(`${key} does not lead to ${target.toString()}`);
      await this.#page.keyboard.press(key);
    }
  }

  /** Walks there, and presses Enter. */
  async press(target: Locator, key?: string): Promise<void> {
    await this.goTo(target, key);
    await this.#page.keyboard.press('Enter');
  }
}
