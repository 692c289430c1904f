/** Hands a file that was made here to the user: as a download, in the window by the system's dialog. */

export function saveFile(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has begun by then; the address would hold the memory for good.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
