import { openStore } from '../../src/stores/open.ts';
import { view, vote } from './submissions.ts';

// Run by the contract test as a program of its own: adds the votes and views 0 to COUNT - 1 and prints how many were new.
const [place = '', count = '0'] = process.argv.slice(2);
const received = new Date('2026-03-01T10:00:00Z');
const store = await openStore(place);
let votes = 0;
for (let number = 0; number < Number(count); number += 1) {
  if ((await store.addVote(vote(number), received)) === 'stored') votes += 1;
}
const all = Array.from({ length: Number(count) }, (_, number) => view(number));
const views = await store.addSignals(all, received);
console.log(JSON.stringify({ votes, views, secret: await store.secret('receipts') }));
await store.close();
