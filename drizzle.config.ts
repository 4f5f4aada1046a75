import { defineConfig } from 'drizzle-kit';

const schema = process.env.DATABASE_SCHEMA ?? 'public';
const url = new URL(process.env.DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/monkey_tracker');
// Tables carry no schema of their own, so that DATABASE_SCHEMA can name any: the search path places them.
url.searchParams.set('options', `-c search_path="${schema.replaceAll('"', '""')}"`);

export default defineConfig({
  dialect: 'postgresql',
  schema: './packages/db/src/schema/all.ts',
  out: './drizzle',
  dbCredentials: { url: url.href },
  migrations: { schema, table: 'drizzle_migrations' },
});
