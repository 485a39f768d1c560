import { createContext, use } from 'react';
import type { Api } from './api.ts';

export const ApiContext = createContext<Api | undefined>(undefined);

/** @throws Error outside of the providers, which is a bug. */
export function useApi(): Api {
  const api = use(ApiContext);
  if (api === undefined) throw new Error('no API here: the providers have it');
  return api;
}
