/** Ends the browsers of all stories. */
// oxlint-disable-next-line import/no-default-export -- jest asks for one
export default async function tearDown() {
  await Promise.all((globalThis.browsersOfStories ?? []).map((browser) => browser.close()));
}
