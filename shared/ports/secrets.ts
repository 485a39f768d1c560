/** Texts that nobody may see, kept where an operator can change them while functions run. */
export interface Secrets {
  /**
   * The text as it is at this moment.
   * Rejects with a BridgeError `store-unavailable` when there is no such secret, or it cannot be had in time.
   * @param name a name or an ARN.
   */
  read(name: string, call?: { readonly signal?: AbortSignal }): Promise<string>;
}
