import { oneLine } from '../text/plain'

/** What is shown of where something was read. */
export const excerpt = (text: string): string => {
  const line = oneLine(text.slice(0, 1000))
  return line.length > 200 ? `${line.slice(0, 199)}…` : line
}
