/** The commands that make and open sheets; mounted on every screen, so that the palette reaches them. */
import { useEffect, useMemo } from 'react';
import { type Command, useCommands } from '../../shell/commands.ts';
import { goTo, useRoute } from '../../shell/routes.ts';
import { useLocalText } from '../../texts.ts';
import {
  chooseImportFile,
  followHome,
  loadHome,
  newSheet,
  newSheetFromTemplate,
  titleOr,
  useHome,
} from './home-store.ts';
import { homeTexts } from './home-texts.ts';

export function HomeCommands() {
  const openId = useRoute(({ route }) => (route.screen === 'sheet' ? route.sheetId : null));
  const sheets = useHome((state) => state.sheets);
  const local = useLocalText();
  const templates = useHome((state) => state.templates);
  useEffect(() => {
    return followHome();
  }, []);
  // What was made or named on one screen is found from the next.
  useEffect(() => {
    if (openId !== null) void loadHome();
  }, [openId]);

  const commands = useMemo<Command[]>(
    () => [
      { id: 'sheet.new', label: homeTexts.newSheet, run: () => void newSheet() },
      { id: 'sheet.import', label: homeTexts.importSheet, run: chooseImportFile },
      ...sheets.map((sheet) => ({
        id: `sheet.open.${sheet.id}`,
        label: titleOr(sheet.title),
        group: homeTexts.groupSheets,
        run: () => goTo({ screen: 'sheet', sheetId: sheet.id }),
      })),
      ...templates.map((template) => ({
        id: `template.open.${template.id}`,
        label: template.title,
        group: homeTexts.groupTemplates,
        detail: local(template.note),
        run: () => void newSheetFromTemplate(template.id),
      })),
    ],
    [sheets, templates, local],
  );
  useCommands(commands);
  return null;
}
