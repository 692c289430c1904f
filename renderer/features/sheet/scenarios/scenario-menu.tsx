/** What can be done with a scenario, behind the button in its heading. */
import { Menu } from '@mantine/core';
import { useLocalText, useTexts } from '../../../texts.ts';
import { Icon } from '../../../ui/icon.tsx';
import { focusGrid } from '../editing/grid-focus.ts';
import { useSheetStore } from '../sheet-store.ts';
import { sheetTexts } from '../sheet-texts.ts';
import {
  addScenarioBelow,
  deleteWithUndo,
  duplicateAndShow,
  setParent,
  startRenaming,
  stepScenario,
} from './scenario-commands.ts';
import classes from './scenarios.module.css';

export function ScenarioMenu({ scenarioId }: { scenarioId: number }) {
  const t = useTexts(sheetTexts);
  const localText = useLocalText();
  const scenario = useSheetStore(({ data }) => data?.scenarios.find(({ id }) => id === scenarioId));
  if (scenario === undefined) return null;
  return (
    <Menu position="bottom-start" returnFocus={false} onClose={focusGrid}>
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          className={classes.menuButton}
          aria-label={t('scenarioMenu', { scenario: localText(scenario.name) })}
        >
          <Icon name="down" size={12} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <ScenarioMenuItems scenarioId={scenarioId} />
      </Menu.Dropdown>
    </Menu>
  );
}

/** The same entries, for the context menu as well. */
export function ScenarioMenuItems({ scenarioId }: { scenarioId: number }) {
  const t = useTexts(sheetTexts);
  const localText = useLocalText();
  const version = useSheetStore((state) => state.version);
  const { data } = useSheetStore.getState();
  const scenario = data?.scenarios.find(({ id }) => id === scenarioId);
  if (data === null || scenario === undefined || version < 0) return null;
  const at = data.scenarios.indexOf(scenario);
  const isOnly = data.scenarios.length === 1;
  return (
    <>
      <Menu.Item onClick={() => startRenaming(scenarioId)}>{t('rename')}</Menu.Item>
      <Menu.Item onClick={() => void duplicateAndShow(scenarioId)}>{t('duplicate')}</Menu.Item>
      <Menu.Item onClick={() => void addScenarioBelow(scenarioId)}>{t('addScenario')}</Menu.Item>
      <Menu.Item disabled={at === 0} rightSection={<kbd>Alt+←</kbd>} onClick={() => void stepScenario(scenarioId, -1)}>
        {t('moveLeft')}
      </Menu.Item>
      <Menu.Item
        disabled={at === data.scenarios.length - 1}
        rightSection={<kbd>Alt+→</kbd>}
        onClick={() => void stepScenario(scenarioId, 1)}
      >
        {t('moveRight')}
      </Menu.Item>
      {!isOnly && (
        <Menu.Sub>
          <Menu.Sub.Target>
            <Menu.Sub.Item>{t('parentScenario')}</Menu.Sub.Item>
          </Menu.Sub.Target>
          <Menu.Sub.Dropdown>
            <ParentItem
              scenarioId={scenarioId}
              parentId={null}
              label={t('noParent')}
              isCurrent={scenario.parentId === null}
            />
            {data.scenarios
              .filter(({ id }) => id !== scenarioId)
              .map(({ id, name }) => (
                <ParentItem
                  key={id}
                  scenarioId={scenarioId}
                  parentId={id}
                  label={localText(name)}
                  isCurrent={scenario.parentId === id}
                />
              ))}
          </Menu.Sub.Dropdown>
        </Menu.Sub>
      )}
      <Menu.Divider />
      <Menu.Item disabled={isOnly} className={classes.danger} onClick={() => void deleteWithUndo(scenarioId)}>
        {t('deleteScenario')}
      </Menu.Item>
    </>
  );
}

type ParentItemProps = { scenarioId: number; parentId: number | null; label: string; isCurrent: boolean };

function ParentItem({ scenarioId, parentId, label, isCurrent }: ParentItemProps) {
  return (
    <Menu.Item
      leftSection={isCurrent ? <Icon name="check" size={14} /> : <span className={classes.noCheck} />}
      onClick={() => void setParent(scenarioId, parentId)}
    >
      {label}
    </Menu.Item>
  );
}
