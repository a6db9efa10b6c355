/**
 * The four levels of customer expectation, each resting on the one before
 * (Buckingham and Coffman, "First, Break All the Rules").
 */
export const EXPECTATION_LEVELS = ['accuracy', 'availability', 'partnership', 'expertise'] as const;
export type ExpectationLevel = (typeof EXPECTATION_LEVELS)[number];
