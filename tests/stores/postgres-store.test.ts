import { usePostgres } from './postgres-server.ts';
import { describeFeedbackStore } from './store-contract.ts';

describeFeedbackStore('PostgreSQL', usePostgres().newPlace);
