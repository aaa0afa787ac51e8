/** A username: "@ferry_watch". */
export const HANDLE = /^@[\p{L}\d_.]+$/u

/** Returns true for a time of day: "21:04", "9.15". */
export const isClock = (text: string): boolean => /^\d{1,2}:\d\d(?::\d\d)?$/.test(text)
