/** Copy, cut and paste of the grid's selection. */
import type { ClipboardEvent } from 'react';
export function copySelection(_event: ClipboardEvent): void {}
export function cutSelection(_event: ClipboardEvent): void {}
export function pasteIntoSelection(_event: ClipboardEvent): void {}
