/** The requests that may speak before they are answered (Alexa Skills Kit documentation, send-the-user-a-progressive-response). */
const talkative: readonly string[] = ['LaunchRequest', 'IntentRequest'];
const maximumDirectives = 5;

/** Which requests the skill is handling now, and how often each has spoken so far. */
export class OpenRequests {
  readonly #directives = new Map<string, number>();

  /** The skill has been asked; call what is returned once its answer is in, or is not waited for any more. */
  begin({ requestId, type }: { readonly requestId: string; readonly type: string }): () => void {
    if (talkative.includes(type)) this.#directives.set(requestId, 0);
    return () => void this.#directives.delete(requestId);
  }

  /** Counts a directive; false when the request is over, is of another kind, or has had its five. */
  takeDirective(requestId: string): boolean {
    const sent = this.#directives.get(requestId);
    if (sent === undefined || sent >= maximumDirectives) return false;
    this.#directives.set(requestId, sent + 1);
    return true;
  }
}
