/** The icons of the product: strokes on a 16-pixel grid in the colour of the text around them. */

const STROKES = {
  home: 'M2.5 7.5 8 2.8l5.5 4.7M4 6.6v6.6h8V6.6M6.7 13.2V9.4h2.6v3.8',
  sheet: 'M2.5 3h11v10h-11zM2.5 6.3h11M2.5 9.7h11M6.3 3v10',
  command: 'M2.5 3h11v10h-11zM5 6.2 7 8l-2 1.8M8.3 10h2.7',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.3 10.3l3.4 3.4',
  settings: 'M2.5 4.5h5M10.5 4.5h3M9 3v3M2.5 8h2M7.5 8h6M6 6.5v3M2.5 11.5h6M11.5 11.5h2M10 10v3',
  sheetSettings: 'M2.5 3h11v10h-11zM2.5 6h11M4.8 9.5h6.4M8.8 8v3',
  plus: 'M8 3v10M3 8h10',
  import: 'M8 2.5v7M5 6.8l3 3 3-3M2.8 11v2.2h10.4V11',
  export: 'M8 9.8v-7M5 5.4l3-3 3 3M2.8 11v2.2h10.4V11',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  close: 'm4 4 8 8M12 4l-8 8',
  copy: 'M5.5 5.5h7.7v7.7H5.5zM3 10.5V2.8h7.7',
  edit: 'M3 13l.5-2.7 7.4-7.4 2.2 2.2-7.4 7.4zM9.5 4.3l2.2 2.2',
  trash: 'M3 4.5h10M6.3 4.5V2.8h3.4v1.7M4.3 4.5l.6 8.7h6.2l.6-8.7',
  open: 'M9 3h4v4M13 3 7.5 8.5M11 9v4H3V5h4',
  undo: 'M5.5 3 2.5 6l3 3M2.5 6h6.7a3.6 3.6 0 1 1 0 7.2H6',
  redo: 'm10.5 3 3 3-3 3M13.5 6H6.8a3.6 3.6 0 1 0 0 7.2H10',
  up: 'm4 9.7 4-4 4 4',
  down: 'm4 6.3 4 4 4-4',
  left: 'm9.7 4-4 4 4 4',
  right: 'm6.3 4 4 4-4 4',
  check: 'm3 8.4 3.2 3.2L13 4.8',
  warning: 'M8 2.6 14 13H2zM8 6.5v3M8 11.4h.01',
  panel: 'M2.5 3h11v10h-11zM9.8 3v10',
  compare: 'M3 13V7.5M6.3 13V3M9.7 13V9M13 13V5.5',
  reconcile: 'M2.5 4.5h6M2.5 8h4M2.5 11.5h6M9 8.2l1.8 1.8L14 6.5',
  history: 'M3 5.2A5.5 5.5 0 1 1 2.5 8M2.7 2.6v2.8h2.8M8 5v3.2l2 1.4',
  template: 'M3 2.5h6.5L13 6v7.5H3zM9.3 2.7V6.2h3.5M5.5 9h5M5.5 11.2h3',
  rowPlus: 'M2.5 3h11M2.5 6.5h11M2.5 10h4M2.5 13.5h4M11 9v5M8.5 11.5h5',
  headingPlus: 'M3 3v7M8 3v7M3 6.5h5M11.5 9v5M9 11.5h5',
  columnPlus: 'M3 2.5v11M6.5 2.5v11M10 2.5v4M13.5 2.5v4M12 8.7v5M9.5 11.2h5',
  trace: 'M3 3.5h3v3H3zM10 9.5h3v3h-3zM6 5h2.5c1 0 1.5.5 1.5 1.5v1.3M8.6 6.8 10 8.3l1.4-1.5',
  compact: 'M2.5 3v10M13.5 3v10M4.5 8H7M5.7 6.5 7.2 8 5.7 9.5M11.5 8H9M10.3 6.5 8.8 8l1.5 1.5',
  models: 'M8 2.2 13.2 5v6L8 13.8 2.8 11V5zM2.8 5 8 7.8 13.2 5M8 7.8v6',
  prices: 'M2.5 4h4v3.3h4v3.4h3.2M11.7 8.7l2 2-2 2',
  downloads: 'M2.5 2.5v11h11M4.8 10.5l2.6-3.6 2.2 1.8 3.6-5',
  capex: 'M2.5 2.5v11h11M5 13.5V9.5M8 13.5V7M11 13.5V4',
  calendar: 'M2.5 4h11v9.5h-11zM2.5 7h11M5.3 2.3v3M10.7 2.3v3',
  watchlist:
    'M1.8 8S4.2 3.8 8 3.8 14.2 8 14.2 8 11.8 12.2 8 12.2 1.8 8 1.8 8zM8 9.8a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6z',
  sources: 'M3 13V3.6c0-.6.5-1.1 1.1-1.1H13v9H4.2c-.7 0-1.2.5-1.2 1.1 0 .5.5.9 1.1.9H13M5.8 5.3h4.6M5.8 7.7h3',
  conflicts:
    'M8 2.5v11M8 4.5H3.4L1.8 9a2 2 0 0 0 3.6 0L3.7 4.5M8 4.5h4.6M12.3 4.5 10.7 9a2 2 0 0 0 3.6 0l-1.7-4.5M5.5 13.5h5',
  lock: 'M3.5 7h9v6.5h-9zM5.3 7V5.2a2.7 2.7 0 0 1 5.4 0V7M8 9.6v1.6',
  unlock: 'M3.5 7h9v6.5h-9zM5.3 7V5.2a2.7 2.7 0 0 1 5.2-1M8 9.6v1.6',
  print: 'M4.5 6V2.5h7V6M4.5 11H2.5V6h11v5h-2M4.5 9.3h7v4.2h-7z',
  filter: 'M2.5 3.5h11L9.3 8.6v4.2l-2.6-1.4V8.6z',
  link: 'M6.8 9.2a2.5 2.5 0 0 0 3.6 0l2.1-2.1a2.5 2.5 0 0 0-3.6-3.6l-1 1M9.2 6.8a2.5 2.5 0 0 0-3.6 0L3.5 8.9a2.5 2.5 0 0 0 3.6 3.6l1-1',
  notes: 'M3.5 2.5h9v11h-9zM6 5.5h4M6 8h4M6 10.5h2.2M2.2 5h2.2M2.2 8h2.2M2.2 11h2.2',
  heading: 'M4 3v10M12 3v10M4 8h8',
  bold: 'M4.5 3h4.2a2.4 2.4 0 0 1 0 4.9H4.5zM4.5 7.9h5a2.5 2.5 0 0 1 0 5.1h-5z',
  italic: 'M6.5 3h5M4.5 13h5M9.7 3 6.3 13',
  checklist: 'M2.5 3.2h3v3h-3zM2.5 9.8h3v3h-3zM8 4.7h5.5M8 11.3h5.5M3.2 4.7l.8.8 1.3-1.6',
  maths: 'M12.5 3.5H4l4 4.5-4 4.5h8.5',
  figure:
    'M6 2.8c-1.6 0-1.6 1-1.6 2.6S4 8 2.8 8c1.2 0 1.6 1 1.6 2.6s0 2.6 1.6 2.6M10 2.8c1.6 0 1.6 1 1.6 2.6S12 8 13.2 8c-1.2 0-1.6 1-1.6 2.6s0 2.6-1.6 2.6',
  image: 'M2.5 3h11v10h-11zM2.5 11l3.2-3.2 2.5 2.5 2-2L13.5 11M10.3 5.8h.01',
  names: 'M2.5 8 8 2.5h5.5V8L8 13.5zM11 5h.01',
} as const;

export type IconName = keyof typeof STROKES;

/** Decoration beside a text or inside a labelled button; screen readers skip it. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path
        d={STROKES[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth={name === 'more' ? 2.2 : 1.3}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
