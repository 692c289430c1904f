/** What stands at the right of the table. */
import type { SecurityView } from '../../../shared/securities.ts';

export type SideForm =
  | { form: 'paste'; groupId: string }
  | { form: 'tags'; chosen: readonly SecurityView[] }
  | { form: 'security'; security: SecurityView }
  | { form: 'figure'; security: SecurityView }
  /** What is private about a group or list; `sourceId` is of its report, '' where it is none's. */
  | { form: 'about'; target: string; title: string; sourceId: string };
