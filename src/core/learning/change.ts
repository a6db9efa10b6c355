import type { NewQuestion } from './new-questions.ts';
import type { NewSynonym } from './new-synonyms.ts';

export type Proposal = NewQuestion | NewSynonym;

/** A file of the content folder as it is, and as it would be with everything that is proposed for it. */
export interface Change {
  /** Path inside the content folder, e.g. `de/abrechnung/erstattung.md`. */
  file: string;
  /** Missing where there is no such file yet. */
  before?: string;
  after: string;
  proposals: Proposal[];
}
