/** Files from the user: asked for by the browser's or the system's own dialog, or dropped anywhere on a screen. */
import { useEffect } from 'react';

/** `endings` as a dialog takes them: `.csv,.xlsx`. */
export function chooseFile(endings: string, onChosen: (file: File) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = endings;
  input.onchange = () => {
    const file = input.files?.[0];
    if (file) onChosen(file);
  };
  input.click();
}

/** Takes a file that is dropped anywhere on the screen, unless something on it takes it first. */
export function useFileDrop(onDropped: (file: File) => void): void {
  useEffect(() => {
    const onDragOver = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const onDrop = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0];
      if (file === undefined || event.defaultPrevented) return;
      event.preventDefault();
      onDropped(file);
    };
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('drop', onDrop);
    };
  }, [onDropped]);
}
