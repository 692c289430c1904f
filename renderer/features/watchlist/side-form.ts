/** The form that stands at the right of the table. */
import type { SecurityView } from '../../../shared/securities.ts';

export type SideForm =
  | { form: 'paste'; groupId: string }
  | { form: 'tags'; chosen: readonly SecurityView[] }
  | { form: 'security'; security: SecurityView }
  | { form: 'figure'; security: SecurityView };
