/** The record of the choice, and what waits to be sent: Privolim declares them by itself, see `declaredServices`. */
export const isOwnRecord = (name: string): boolean => /^privolim(-receipts)?$/.test(name)
