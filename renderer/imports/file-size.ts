/** The size of a file as people say it. */
const KB = 1024;

export function sizeOf(bytes: number): string {
  if (bytes < KB) return `${bytes} B`;
  if (bytes < KB ** 2) return `${Math.round(bytes / KB)} KB`;
  return bytes < KB ** 3 ? `${(bytes / KB ** 2).toFixed(1)} MB` : `${(bytes / KB ** 3).toFixed(2)} GB`;
}
