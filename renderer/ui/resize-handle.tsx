/** The edge of a panel by which it is made wider or narrower: with the mouse, or arrows when focused. */
import type { KeyboardEvent, PointerEvent } from 'react';
import classes from './resize-handle.module.css';

type ResizeHandleProps = {
  label: string;
  /** Width of the panel at the right of the handle, in pixels. */
  width: number;
  min: number;
  max: number;
  onResize: (width: number) => void;
};

const STEP = 16;

export function ResizeHandle({ label, width, min, max, onResize }: ResizeHandleProps) {
  const resize = (wanted: number) => onResize(Math.min(max, Math.max(min, Math.round(wanted))));
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) resize(width - event.movementX);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') resize(width + STEP);
    else if (event.key === 'ArrowRight') resize(width - STEP);
    else return;
    event.preventDefault();
  };
  return (
    <hr
      className={classes.handle}
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
    />
  );
}
