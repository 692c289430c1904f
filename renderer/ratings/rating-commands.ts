/** Ratings in the palette: the scorecard from every screen, undo and redo of edits of ratings. */
import { type Command, useCommands } from '../shell/commands.ts';
import { goTo } from '../shell/routes.ts';
import { stepRatings } from './ratings-store.ts';
import { ratingsTexts } from './ratings-texts.ts';

const COMMANDS: readonly Command[] = [
  {
    id: 'scorecard.open',
    label: ratingsTexts.openScorecard,
    group: ratingsTexts.groupWatchlist,
    run: () => goTo({ screen: 'scorecard' }),
  },
  { id: 'rating.undo', label: ratingsTexts.undoRatings, run: () => void stepRatings('undoRatings') },
  { id: 'rating.redo', label: ratingsTexts.redoRatings, run: () => void stepRatings('redoRatings') },
];

export function RatingCommands() {
  useCommands(COMMANDS);
  return null;
}
