/** Does the browser say that its reader wants no traces kept, by Do Not Track or Global Privacy Control? */
export function objects(): boolean {
  const { doNotTrack, globalPrivacyControl } = navigator as Navigator & { globalPrivacyControl?: boolean };
  return globalPrivacyControl === true || doNotTrack === '1';
}
