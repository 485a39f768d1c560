import type { Page } from 'playwright-core';

/** A request that fails is told by the browser too; whoever wants that looks at the page. */
const aboutRequests = /^Failed to load resource|net::ERR_/;

/** Collects what pages complain about. */
export class PageErrors {
  #errors: string[] = [];

  watch(page: Page): void {
    page.on('pageerror', (error) => this.#errors.push(`exception: ${error.message}`));
    page.on('console', (message) => {
      const isComplaint = message.type() === 'error' || /Content.Security.Policy/i.test(message.text());
      if (isComplaint && !aboutRequests.test(message.text())) this.#errors.push(message.text());
    });
  }

  take(): readonly string[] {
    const errors = this.#errors;
    this.#errors = [];
    return errors;
  }
}
