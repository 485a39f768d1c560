/** Ends the browser of all stories. */
// oxlint-disable-next-line import/no-default-export -- jest asks for one
export default async function tearDown() {
  await globalThis.browserOfStories?.close();
}
