/** The methods of the contract that concern live figures, theses, risks and events of the calendar. contract.ts takes them in. */
import { z } from 'zod';
import { liveFigureSchema } from './live-figures.ts';
import { method } from './method.ts';

export const thesisMethods = {
  /** One for each ref, in that order, also of those that are gone or malformed. */
  getFigures: method(z.object({ refs: z.array(liveFigureSchema.shape.ref).max(10_000) }), z.array(liveFigureSchema)),
} as const;
