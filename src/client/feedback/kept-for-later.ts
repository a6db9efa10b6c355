import { DRAFT_KEY, kept, keysOf, OUTBOX } from '../kept.ts';

// Runs on every page: the rest is only loaded for readers on whose device something waits.
if (keysOf(OUTBOX).length > 0 || kept(DRAFT_KEY))
  void import('./later.ts').then(({ sendLater }) => sendLater());
