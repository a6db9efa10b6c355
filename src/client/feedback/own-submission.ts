/** What the collector has stored of a submission, as far as the page shows it. */
export interface StoredSubmission {
  helpful?: boolean;
  reason?: string;
  comment?: string;
  answers?: Record<string, string | number | string[]>;
}

/** Asks the collector for it. `gone` if it has no such submission, `undefined` if it cannot be reached. */
export async function storedSubmission(
  address: string,
  receipt: string,
): Promise<StoredSubmission | 'gone' | undefined> {
  try {
    const response = await fetch(address, {
      headers: { Authorization: `Receipt ${receipt}` },
      credentials: 'omit',
      cache: 'no-store',
    });
    if (response.status === 404) return 'gone';
    return response.status === 200 ? ((await response.json()) as StoredSubmission) : undefined;
  } catch {
    return undefined;
  }
}
