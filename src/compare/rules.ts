/**
 * The version of the rules of comparison. Receipts of checks name it. Increase it with each change that gives a quotation
 * another verdict.
 */
export const COMPARISON_RULES = 1
