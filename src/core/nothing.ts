/** For promises whose failure somebody else tells. */
export const nothing = (): void => {}
