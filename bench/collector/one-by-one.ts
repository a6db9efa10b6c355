/** Loaded in front of the collector (`--import`), gives each write a commit of its own. */
import { GroupCommit } from '../../src/stores/group-commit.ts';

GroupCommit.most = 1;
