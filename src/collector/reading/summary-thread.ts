import { answerWith } from '../../readers/in-thread.ts';
import { summaryAt } from '../../stores/summary-at.ts';

/** Run in a thread of its own by `summaryBeside`: the summary as JSON. */
await answerWith(async (place: string) => new TextEncoder().encode(JSON.stringify(await summaryAt(place))));
