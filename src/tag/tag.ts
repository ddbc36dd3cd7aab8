/** Privolim's own tag. `currentScript` is there only while a script runs for the first time, not in any callback. */
export const tag = document.currentScript as HTMLScriptElement
