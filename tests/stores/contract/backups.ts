import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { backUp } from '../../../src/stores/backup.ts';
import { MIGRATIONS } from '../../../src/stores/migrations.ts';
import { openStore } from '../../../src/stores/open.ts';
import { restore } from '../../../src/stores/restore.ts';
import type { SqlStore } from '../../../src/stores/sql-store.ts';
import { connectSqlite } from '../../../src/stores/sqlite-store.ts';
import { aFolder } from '../../readers/a-repository.ts';
import { everyRow, fillStore, fillWithViews } from '../every-row.ts';
import { uuid, view, vote } from '../submissions.ts';
import { told } from '../told.ts';
import { type NewPlace, NINE, newStoreForEach, TEN } from './subject.ts';

/** Backups of a store into one file, and what they bring back. */
export function describeBackups(newPlace: NewPlace): void {
  const subject = newStoreForEach(newPlace);

  async function opened(place: string): Promise<SqlStore> {
    const store = await openStore(place);
    onTestFinished(() => store.close());
    return store;
  }

  /** A new name in a folder that is not there yet. */
  function aFile(): string {
    return path.join(aFolder(), 'backups', 'feedback-2026-03-01.db');
  }

  async function aBackup(): Promise<string> {
    const file = aFile();
    await backUp(subject.place, file);
    return file;
  }

  test('a backup is one file for its owner alone, and restores everything', async () => {
    await fillStore(subject.store);
    await fillWithViews(subject.store, 2500);
    const file = aFile();
    const counts = await backUp(subject.place, file);
    expect(counts).toStrictEqual(await subject.store.rows.counts());
    expect(readdirSync(path.dirname(file))).toEqual([path.basename(file)]);
    expect(statSync(file).mode & 0o777).toBe(0o600);

    const before = digestOf(file);
    const place = await newPlace();
    expect(await restore(file, place)).toStrictEqual(counts);
    expect(await everyRow(await opened(place))).toStrictEqual(await everyRow(subject.store));
    expect(digestOf(file)).toBe(before);
    expect(readdirSync(path.dirname(file))).toEqual([path.basename(file)]);
    // The backup is a database itself.
    expect(await everyRow(await opened(file))).toStrictEqual(await everyRow(subject.store));
  });

  test('a backup of an empty store restores an empty store', async () => {
    const place = await newPlace();
    await restore(await aBackup(), place);
    expect(await everyRow(await opened(place))).toStrictEqual(await everyRow(subject.store));
  });

  test('nothing that was deleted is in a backup', async () => {
    await subject.store.addVote(vote(1), NINE);
    await subject.store.changeVote(uuid(1), { comment: 'my secret complaint' }, NINE);
    expect(readFileSync(await aBackup()).includes('my secret complaint')).toBe(true);
    await subject.store.withdrawVote(uuid(1));
    expect(readFileSync(await aBackup()).includes('my secret complaint')).toBe(false);
  });

  test('a backup overwrites nothing, neither a whole one nor one that was begun', async () => {
    const file = await aBackup();
    const before = digestOf(file);
    expect(await told(backUp(subject.place, file))).toBe(`${file} is there already.`);
    expect(digestOf(file)).toBe(before);

    const other = `${file}.2`;
    writeFileSync(`${other}.part`, 'begun');
    expect(await told(backUp(subject.place, other))).toBe(
      `${other}.part is there: another backup of this name is being made, or one broke off.`,
    );
    expect(existsSync(other)).toBe(false);
    expect(readFileSync(`${other}.part`, 'utf8')).toBe('begun');
  });

  test('a place that holds something is only replaced if that is said', async () => {
    const file = await aBackup();
    const backup = await everyRow(subject.store);
    await fillStore(subject.store);
    const before = await everyRow(subject.store);
    expect(await told(restore(file, subject.place))).toBe(
      'The database to restore into holds submissions. Nothing was changed.',
    );
    expect(await everyRow(subject.store)).toStrictEqual(before);
    await restore(file, subject.place, { replace: true });
    expect((await everyRow(subject.store)).signals).toEqual(backup.signals);
  });

  test('what was withdrawn since the backup stays withdrawn, and receipts are those of the backup', async () => {
    for (const number of [1, 2]) await subject.store.addVote(vote(number), NINE);
    const secret = await subject.store.secret('receipts');
    const file = await aBackup();
    await subject.store.withdrawVote(uuid(1));
    await subject.store.changeVote(uuid(2), { helpful: true }, TEN);
    await subject.store.addVote(vote(3), TEN);
    await subject.store.rows.writeNotes({ secrets: [{ name: 'receipts', value: 'other' }], published: [] });
    await restore(file, subject.place, { replace: true });
    expect(await subject.all()).toStrictEqual([{ type: 'vote', ...vote(2), received: NINE, changed: NINE }]);
    expect(await subject.store.addVote(vote(1), TEN)).toBe('duplicate');
    expect(await subject.store.secret('receipts')).toBe(secret);
  });

  test('a backup that cannot be read to its end changes nothing', async () => {
    await fillStore(subject.store);
    const before = await everyRow(subject.store);
    const { rows } = subject.store;
    function* brokenOff() {
      for (let number = 0; number < 1500; number += 1) yield { ...view(number), received: 0 };
      throw new Error('the disk failed');
    }
    await expect(
      rows.replaceAll((table) => (table === 'signals' ? brokenOff() : []), { secrets: [], published: [] }),
    ).rejects.toThrow('the disk failed');
    expect(await everyRow(subject.store)).toStrictEqual(before);
  });

  test('a backup that an earlier Kundig made is restored, and stays as it is', async () => {
    const file = path.join(aFolder(), 'feedback.db');
    const earlier = connectSqlite(file, 0, MIGRATIONS.slice(0, 1));
    const { id, locale, revision, article } = vote(1);
    earlier
      .prepare(
        `INSERT INTO votes (id, received, changed, article, locale, revision, helpful)
        VALUES (?, ?, ?, ?, ?, ?, 0)`,
      )
      .run(id, NINE.getTime(), TEN.getTime(), article, locale, revision);
    earlier.close();
    const before = digestOf(file);
    await restore(file, subject.place);
    expect(await subject.all()).toStrictEqual([{ type: 'vote', ...vote(1), received: NINE, changed: TEN }]);
    expect(digestOf(file)).toBe(before);
  });

  test('what is no backup, is damaged, or comes from a newer Kundig is refused', async () => {
    const folder = aFolder();
    const said = async (name: string) =>
      (await told(restore(path.join(folder, name), subject.place))).replace(`${folder}${path.sep}`, '');
    expect(await said('missing.db')).toBe('missing.db does not exist.');

    writeFileSync(
      path.join(folder, 'text.db'),
      'Not a database, but long enough to be looked at as one. '.repeat(20),
    );
    expect(await said('text.db')).toBe('text.db is not a feedback database.');

    const foreign = new DatabaseSync(path.join(folder, 'foreign.db'));
    foreign.exec('CREATE TABLE notes (text TEXT)');
    foreign.close();
    expect(await said('foreign.db')).toBe('foreign.db is not a feedback database.');

    const newer = connectSqlite(path.join(folder, 'newer.db'), 0);
    newer.exec(`INSERT INTO kundig_migrations (version, name) VALUES (${MIGRATIONS.length + 1}, 'new')`);
    newer.close();
    expect(await said('newer.db')).toBe(
      `The feedback database has layout ${MIGRATIONS.length + 1}, and this Kundig knows layouts up to ${MIGRATIONS.length}.`,
    );

    await fillWithViews(subject.store, 500);
    const file = path.join(folder, 'damaged.db');
    await backUp(subject.place, file);
    const bytes = readFileSync(file);
    bytes.fill(0xff, bytes.length / 2, bytes.length / 2 + 4096);
    writeFileSync(file, bytes);
    expect(await said('damaged.db')).toBe('damaged.db is damaged.');
    expect((await everyRow(subject.store)).signals).toHaveLength(500);
  });
}

function digestOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
