/**
 * @param mark what `data-privolim` says: ids with blanks between them
 * @returns whether every one of them is granted
 */
export const allGranted = (mark: string, granted: (id: string) => boolean): boolean =>
  mark.trim().split(/\s+/).every(granted)
