import type { Section } from './section.ts';

const ours = 'where schemaname = current_schema()';

/** What one looks at each week: growth, and what PostgreSQL could do better. */
export const sizes: Section = {
  title: 'Size of the tables',
  hint: 'Watch how they grow; the log of changes grows for good.',
  sql: `select relname as table, n_live_tup as rows, pg_size_pretty(pg_total_relation_size(relid)) as size
    from pg_stat_user_tables ${ours} order by pg_total_relation_size(relid) desc limit 12`,
};

export const bloat: Section = {
  title: 'Dead rows and vacuum',
  hint: 'More than a fifth dead, and no vacuum for days: see whether autovacuum is on, or run vacuum analyze.',
  sql: `select relname as table, n_dead_tup as dead, round(100.0 * n_dead_tup / greatest(n_live_tup + n_dead_tup, 1)) as percent,
      to_char(greatest(last_vacuum, last_autovacuum), 'YYYY-MM-DD HH24:MI') as vacuumed,
      to_char(greatest(last_analyze, last_autoanalyze), 'YYYY-MM-DD HH24:MI') as analyzed
    from pg_stat_user_tables ${ours} order by n_dead_tup desc limit 12`,
};

export const wraparound: Section = {
  title: 'Age of transactions',
  hint: 'Above one billion: vacuum has not kept up for very long.',
  sql: 'select datname as database, age(datfrozenxid) as age from pg_database order by 2 desc limit 5',
};

export const indexes: Section = {
  title: 'Indexes that nobody used',
  hint: 'Since the statistics were reset; keep those that a constraint needs.',
  sql: `select s.relname as table, s.indexrelname as index, pg_size_pretty(pg_relation_size(s.indexrelid)) as size
    from pg_stat_user_indexes s join pg_index i using (indexrelid)
    where s.schemaname = current_schema() and s.idx_scan = 0 and not i.indisunique
    order by pg_relation_size(s.indexrelid) desc limit 12`,
};

export const scans: Section = {
  title: 'Tables that are read from end to end',
  hint: 'Large ones that are read so often want an index.',
  sql: `select relname as table, seq_scan as scans, seq_tup_read as rows_read, idx_scan as by_index
    from pg_stat_user_tables ${ours} and seq_scan > 0 order by seq_tup_read desc limit 12`,
};

export const slow: Section = {
  title: 'Queries that took the most time',
  hint: 'From pg_stat_statements, since its last reset.',
  needs: `select exists (select from pg_extension where extname = 'pg_stat_statements') as there`,
  sql: `select calls, round(total_exec_time) as total_ms, round(mean_exec_time::numeric, 1) as mean_ms, rows,
      left(regexp_replace(query, '\\s+', ' ', 'g'), 80) as query
    from pg_stat_statements where dbid = (select oid from pg_database where datname = current_database())
    order by total_exec_time desc limit 12`,
};

export const cache: Section = {
  title: 'Reads that memory answered',
  hint: 'Below 99 percent with a busy server: give PostgreSQL more shared_buffers.',
  sql: `select round(100.0 * blks_hit / greatest(blks_hit + blks_read, 1), 1) as percent, deadlocks,
      temp_files, pg_size_pretty(temp_bytes) as temp_size from pg_stat_database where datname = current_database()`,
};
