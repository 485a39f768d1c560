import * as z from 'zod';
import type { LocalizedText } from '../../domain/routing/table.ts';

export const storedTextSchema = z
  .object({ default: z.string() })
  .catchall(z.string()) satisfies z.ZodType<LocalizedText>;
