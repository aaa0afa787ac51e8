const PATHS =
  /^\/v1\/(?:export|statements(?:\/[^/]+)?|(?:articles|officials|organizations)\/[^/]+\/statements|searches\/[^/]+\/matches)$/

/** Returns true for the paths of lists, exports and single statements, which take a format as their suffix. */
export const takesFormatSuffix = (path: string): boolean => PATHS.test(path)
