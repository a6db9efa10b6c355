/** How a change is marked beside its word, so that colour is not needed to see it. */
export const SIGNS = { better: '▲', worse: '▼' } as const;
