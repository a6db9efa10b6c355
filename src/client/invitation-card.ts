import { today } from './day.ts';
import { isDrawn, mayInvite } from './invitation-rules.ts';
import { keep, keepInTab, kept, keptInTab, SENT_KEY } from './kept.ts';

/** When the reader was last asked: `{day}`, or `{never: true}`. */
const ASKED = 'kundig:survey-asked';
/** Whether the visit in this tab was drawn. */
const DRAWN = 'kundig:survey-drawn';

/**
 * Shows the invitation that waits in a place, if this reader may be asked now, and notes that they were. Since that
 * is noted, no other follows on the page. The focus stays where it is.
 *
 * @param place element with `data-share` and `data-home`, a status, and the hidden invitation
 */
export function invite(place: HTMLElement): void {
  const card = place.querySelector<HTMLElement>('.invitation');
  const status = place.querySelector<HTMLElement>('[role=status]');
  if (!card || !status || !isAskedNow(place.dataset)) return;
  card.hidden = false;
  status.textContent = place.dataset.shown ?? '';
  card.querySelector('button')?.addEventListener('click', () => {
    keep(ASKED, { never: true });
    card.hidden = true;
    status.textContent = place.dataset.declined ?? '';
    status.classList.remove('hidden');
    // The button that had the focus is gone.
    status.focus();
  });
  // Who comes back from the survey, or from elsewhere, was asked already.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) card.hidden = true;
  });
}

function isAskedNow({ home = '', share }: DOMStringMap): boolean {
  const day = today();
  const situation = {
    from: document.referrer,
    home: new URL(home, location.href).href,
    today: day,
    asked: kept(ASKED),
    sent: kept(SENT_KEY),
  };
  if (!mayInvite(situation) || !isVisitDrawn(Number(share))) return false;
  keep(ASKED, { day });
  // Where nothing can be kept, the reader would be asked on every page.
  return (kept(ASKED) as { day?: string } | null)?.day === day;
}

/** Draws once a visit; nothing is drawn, and nothing kept, where every visit is in. */
function isVisitDrawn(share: number): boolean {
  if (share >= 1) return true;
  const drawn = isDrawn(keptInTab(DRAWN), share, Math.random);
  keepInTab(DRAWN, drawn);
  // Where nothing can be kept, each page would be drawn anew.
  return keptInTab(DRAWN) === true;
}
