/**
 * The selected rectangle: where it goes when keys are pressed. All functions are pure.
 */
export type Place = { row: number; column: number };

/** `focus` is the active cell's moving corner; `anchor` the corner that stays, which is the cell that typing edits. */
export type Selection = { anchor: Place; focus: Place };

export type Rectangle = { top: number; bottom: number; left: number; right: number };

export type Extent = { rows: number; columns: number };

export function at(place: Place): Selection {
  return { anchor: place, focus: place };
}

export function rectangleOf({ anchor, focus }: Selection): Rectangle {
  return {
    top: Math.min(anchor.row, focus.row),
    bottom: Math.max(anchor.row, focus.row),
    left: Math.min(anchor.column, focus.column),
    right: Math.max(anchor.column, focus.column),
  };
}

export function contains({ top, bottom, left, right }: Rectangle, { row, column }: Place): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

export function clampPlace({ row, column }: Place, { rows, columns }: Extent): Place {
  return {
    row: Math.max(0, Math.min(rows - 1, row)),
    column: Math.max(0, Math.min(columns - 1, column)),
  };
}

export function clampSelection({ anchor, focus }: Selection, extent: Extent): Selection {
  return { anchor: clampPlace(anchor, extent), focus: clampPlace(focus, extent) };
}

/**
 * Where Ctrl+arrow ends: the last filled cell of a run, or the next filled one across a gap, or the
 * edge of the sheet, as in Excel.
 */
export function edgeFrom(from: Place, step: Place, extent: Extent, isFilled: (place: Place) => boolean): Place {
  const inside = ({ row, column }: Place) => row >= 0 && row < extent.rows && column >= 0 && column < extent.columns;
  const next = (place: Place) => ({ row: place.row + step.row, column: place.column + step.column });
  let place = from;
  const runs = isFilled(from) && inside(next(from)) && isFilled(next(from));
  while (inside(next(place))) {
    if (runs && !isFilled(next(place))) return place;
    place = next(place);
    if (!runs && isFilled(place)) return place;
  }
  return place;
}
