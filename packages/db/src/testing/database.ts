import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject, onTestFinished } from 'vitest';
import { type ConnectionParts, toPoolConfig } from '../connection.ts';
import type {} from './provided.ts';

async function administrate(statement: string): Promise<void> {
  const client = new pg.Client(toPoolConfig(inject('testServer')));
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/**
 * A database of the test's own, dropped when the test ends.
 * @param content `migrated` (the default) has all tables, `empty` has none.
 */
export async function createTestDatabase(
  content: 'migrated' | 'empty' = 'migrated',
): Promise<ConnectionParts> {
  const server = inject('testServer');
  const database = `mt_test_${randomUUID().replaceAll('-', '')}`;
  const source = content === 'migrated' ? inject('testTemplate') : "template template0 encoding 'UTF8'";
  await administrate(`create database ${database} ${source}`);
  onTestFinished(() => administrate(`drop database if exists ${database} with (force)`));
  return { ...server, database };
}
