/** @param pattern a host of the inventory: `video.example`, or `*.video.example` for what is beneath it */
export const covers = (pattern: string, host: string): boolean =>
  pattern.startsWith('*.') ? `.${host}`.endsWith(pattern.slice(1)) : pattern === host
