/** Does the browser say that its reader wants no traces kept, by Do Not Track or Global Privacy Control? */
export function objects(): boolean {
  const { doNotTrack, globalPrivacyControl } = navigator as Navigator & { globalPrivacyControl?: boolean };
  return globalPrivacyControl === true || doNotTrack === '1';
}

/** Does the site count what its readers do, and nothing speak against it for this one? */
export function isCounted(): boolean {
  return Boolean(document.body.dataset.signals) && !objects();
}
