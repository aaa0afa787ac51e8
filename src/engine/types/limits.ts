/**
 * The longest name or role, in UTF-16 code units. Every statement of a speaker repeats the name. Without a limit, the
 * size of the findings could grow with the square of the text.
 */
export const LONGEST_NAME = 200
