/** The votes on one article: how many readers it helped, and how many not. */
export interface Votes {
  helpful: number;
  unhelpful: number;
}
