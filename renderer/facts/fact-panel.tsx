/** The panel of facts at the right of every screen. */
import { useFactPanel } from './open-fact.ts';

export default function FactPanel() {
  const content = useFactPanel((state) => state.content);
  return content === null ? null : <aside />;
}
