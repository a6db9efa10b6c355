import type { Day } from '../calendar.ts';
import type { Content } from '../content.ts';
import type { Finding } from '../finding.ts';

/** Looks for one kind of mistake in a whole content folder. Pure: the day is an argument. */
export type Check = (content: Content, today: Day) => Finding[];
