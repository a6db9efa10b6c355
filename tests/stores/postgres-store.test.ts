import { usePostgres } from './postgres-server.ts';
import { describeFeedbackStore } from './store-contract.ts';
import { describeSummary } from './summary-contract.ts';

const server = usePostgres();

describeFeedbackStore('PostgreSQL', server.newDatabase);
describeSummary('PostgreSQL', server.newDatabase);
