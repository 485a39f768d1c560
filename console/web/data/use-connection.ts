import { createContext, use } from 'react';
import { Connection } from './connection.ts';

export const ConnectionContext = createContext(new Connection());

export function useConnection(): Connection {
  return use(ConnectionContext);
}
