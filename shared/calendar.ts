/**
 * The calendar: events from facts and the user's own, the days on which ratings lapse, and, of an open vault, the
 * days of theses and of the analyst's own ratings. Those from iCalendar files (RFC 5545) are the user's own.
 */
import { z } from 'zod';
import { messageSchema } from './messages.ts';
import { chartEventSchema } from './series.ts';

/** Where an event is from; `thesis` and `own-rating` are private. */
export const calendarKindSchema = z.enum(['fact', 'own', 'rating', 'thesis', 'own-rating']);
export type CalendarKind = z.infer<typeof calendarKindSchema>;

export const calendarEventSchema = chartEventSchema.extend({
  kind: calendarKindSchema,
  /** Of the rating or thesis; '' of others. */
  recordId: z.string(),
});
export type CalendarEvent = z.infer<typeof calendarEventSchema>;

export function isPrivate({ kind }: Pick<CalendarEvent, 'kind'>): boolean {
  return kind === 'thesis' || kind === 'own-rating';
}

/** What the user writes of an event. */
export const ownEventSchema = chartEventSchema.omit({ origin: true, factId: true });
export type OwnEvent = z.infer<typeof ownEventSchema>;

export const eventsImportSchema = z.object({
  /** As the file calls its calendar; '' where it does not. */
  name: z.string(),
  added: z.array(ownEventSchema),
  /** Already there and otherwise, with what they were: `editEvents` takes the import back by it. */
  changed: z.array(z.object({ former: ownEventSchema, event: ownEventSchema })),
  unchanged: z.number().int(),
  /** What was not taken and why, by the line of the file. */
  faults: z.array(z.object({ line: z.number().int(), reason: messageSchema })),
  /** Of events that recur without end or for long, that there are more. */
  remarks: z.array(z.object({ line: z.number().int(), remark: messageSchema })),
});
export type EventsImport = z.infer<typeof eventsImportSchema>;
