/** What `{ "use": … }` may name, and the file that describes it. */
export const knownServices: Readonly<Record<string, string>> = {
  'google-analytics': 'googleAnalytics',
}
