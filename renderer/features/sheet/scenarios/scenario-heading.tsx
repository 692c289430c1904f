/** The heading of a scenario's column. */
import { useLocalText } from '../../../texts.ts';
import { useSheetStore } from '../sheet-store.ts';
import classes from './scenarios.module.css';

export function ScenarioHeading({ scenarioId }: { scenarioId: number }) {
  const localText = useLocalText();
  const scenario = useSheetStore(({ data }) => data?.scenarios.find(({ id }) => id === scenarioId));
  return <span className={classes.name}>{scenario && localText(scenario.name)}</span>;
}
