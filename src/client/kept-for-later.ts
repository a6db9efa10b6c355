import { DRAFT_KEY, kept, OUTBOX_KEY } from './kept.ts';

// Runs on every page: the rest is only loaded for readers on whose device something waits.
if (kept(OUTBOX_KEY) ?? kept(DRAFT_KEY)) void import('./later.ts').then(({ sendLater }) => sendLater());
