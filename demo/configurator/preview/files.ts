/** What the build puts beside the page: the widget's files and the demo sites, so that the folder alone is enough. */
export interface Files {
  /** Text by name: `privolim.js`, `privolim-ui.js`, `privolim-klub.css`, … */
  readonly widget: Readonly<Record<string, string>>
  readonly sites: Readonly<Record<string, DemoSite>>
}

export interface DemoSite {
  readonly home: string
  readonly policy: string
  readonly css: string
}

declare global {
  interface Window {
    privolimFiles?: Files
  }
}

/** @returns what was built; empty where the page is opened without it */
export const files = (): Files => window.privolimFiles ?? { widget: {}, sites: {} }
