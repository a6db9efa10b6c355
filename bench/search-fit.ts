/**
 * Fits what the search counts (`src/search/weights.ts`) and how sure it is (`src/search/confidence.ts`) to customers'
 * questions, over every set in a folder (see `bench/search.ts`).
 *
 * Run: `npx node bench/search-fit.ts FOLDER [--weights] [--confidence] [--rounds 2]`
 *
 * Fitted is on one half of the queries; what comes of it is told on the other. The engine runs in this process, over
 * indexes in memory. `--weights` tries less and more of each weight in turn and keeps what finds more, as the sum over
 * the sets of MRR@10 as typed, with a typing error, as key words with an error and with three phrasings; it takes
 * some minutes. `--confidence` learns from each set's own queries and from queries of others, to which it has no
 * answer. Nothing is changed; both are done unless one is named.
 */
import { inspect, parseArgs } from 'node:util';
import { confidenceOf } from '../src/search/confidence.ts';
import { WEIGHTS } from '../src/search/weights.ts';
import { table } from './search/report.ts';
import { readSets } from './search/search-set.ts';
import type { Half } from './search/seeded-random.ts';
import { answeredQueries } from './search-fit/answered-queries.ts';
import { ascend, type Weights } from './search-fit/ascent.ts';
import { confidenceBy, learntFrom } from './search-fit/confidence-fit.ts';
import { confidenceReport } from './search-fit/confidence-report.ts';
import { foundAnswers, QUESTIONS } from './search-fit/found-answers.ts';

/** A step that gains less is not worth another weight. */
const LEAST_GAIN = 0.001;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    weights: { type: 'boolean', default: false },
    confidence: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '2' },
  },
});
const [folder] = positionals;
const rounds = Number(values.rounds);
if (!folder || !(rounds >= 1)) {
  console.error(
    'Name a folder of sets: npx node bench/search-fit.ts FOLDER [--weights] [--confidence] [--rounds 2]',
  );
  process.exit(2);
}
const sets = await readSets(folder);
if (sets.length === 0) {
  console.error(`There is no set in ${folder}.`);
  process.exit(2);
}
const isBoth = values.weights === values.confidence;
if (values.confidence || isBoth) await fitConfidence();
if (values.weights || isBoth) await fitWeights();

async function fitConfidence(): Promise<void> {
  const answered = await answeredQueries(sets, ({ name }) => console.error(`${name} is asked`));
  const { fitted = [], reported = [] } = Object.groupBy(answered, ({ half }) => half);
  const learnt = learntFrom(fitted);
  console.log(`Confidence as it is, on the reported half\n\n${confidenceReport(reported, confidenceOf)}`);
  console.log(`\nLearnt on the fitted half: ${line(learnt)}`);
  console.log(
    `\nConfidence as learnt, on the reported half\n\n${confidenceReport(reported, confidenceBy(learnt))}`,
  );
}

async function fitWeights(): Promise<void> {
  const start = { ...WEIGHTS };
  const found = (weights: Weights<keyof typeof WEIGHTS>, half: Half) => {
    // To everything else the weights are constant. Here the engine runs with others, and for nothing else.
    Object.assign(WEIGHTS, weights);
    return foundAnswers(sets, half);
  };
  const fitted = await found(start, 'fitted');
  console.log(`\nSum of MRR@10 on the fitted half: ${decimal(fitted.sum)}`);
  const { weights } = await ascend(start, async (tried) => (await found(tried, 'fitted')).sum, {
    leastGain: LEAST_GAIN,
    rounds,
    onTried: (name, from, to, reached, isTaken) => {
      const tried = `${name} ${from} -> ${to}: ${decimal(reached)}`;
      if (isTaken) console.log(tried);
      else console.error(`${tried}, left`);
    },
  });
  console.log(`\n${line(weights)}\n`);
  const columns = [
    fitted,
    await found(weights, 'fitted'),
    await found(start, 'reported'),
    await found(weights, 'reported'),
  ];
  console.log(
    table(
      ['MRR@10, sum over the sets', 'fitted, before', 'after', 'reported, before', 'after'],
      [
        ...QUESTIONS.map((name, at) => [
          name,
          ...columns.map(({ byQuestion }) => decimal(byQuestion[at] ?? Number.NaN)),
        ]),
        ['all', ...columns.map(({ sum }) => decimal(sum))],
      ],
    ),
  );
}

/** As it stands in the source. */
function line(figures: object): string {
  return inspect(figures, { breakLength: Number.POSITIVE_INFINITY });
}

function decimal(sum: number): string {
  return sum.toFixed(4);
}
