/** How often something took how long, in steps, in Prometheus' text format. */
export interface Histogram {
  /** Counts one that took so many seconds. */
  observe(seconds: number): void;
  lines(): string[];
}

/** @param steps upper ends in seconds, rising; what takes longer than the last is counted as well */
export function createHistogram(name: string, help: string, steps: readonly number[]): Histogram {
  const counts = steps.map(() => 0);
  let count = 0;
  let sum = 0;

  return {
    observe(seconds) {
      const step = steps.findIndex((end) => seconds <= end);
      if (step >= 0) counts[step] = (counts[step] ?? 0) + 1;
      count += 1;
      sum += seconds;
    },
    lines() {
      let upTo = 0;
      return [
        `# HELP ${name} ${help}`,
        `# TYPE ${name} histogram`,
        ...steps.map((end, index) => {
          upTo += counts[index] ?? 0;
          return `${name}_bucket{le="${end}"} ${upTo}`;
        }),
        `${name}_bucket{le="+Inf"} ${count}`,
        `${name}_sum ${sum}`,
        `${name}_count ${count}`,
      ];
    },
  };
}
