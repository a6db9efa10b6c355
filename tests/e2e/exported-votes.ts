/** The votes that a collector has stored, in the order in which they came. */
export async function exportedVotes(address: string, token: string): Promise<Record<string, unknown>[]> {
  const headers = { Authorization: `Bearer ${token}` };
  const lines = await (await fetch(`${address}/api/export`, { headers })).text();
  return lines
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .filter(({ type }) => type === 'vote');
}
