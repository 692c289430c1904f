/** A method of the contract: the schema of its input and that of its output. */
import { z } from 'zod';

export const nothing = z.object({});

export function method<I extends z.ZodType, O extends z.ZodType>(input: I, output: O) {
  return { input, output };
}
