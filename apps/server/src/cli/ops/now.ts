import type { Section } from './section.ts';

/** What goes on at this moment: for an incident. */
export const activity: Section = {
  title: 'Connections',
  hint: 'Many "idle in transaction" or "active" for long: look at the next two.',
  sql: `select application_name as program, coalesce(state, backend_type) as state, count(*) as connections,
      max(date_trunc('second', now() - state_change))::text as longest
    from pg_stat_activity where datname = current_database() group by 1, 2 order by 3 desc limit 20`,
};

export const longRunning: Section = {
  title: 'Queries of more than five seconds',
  hint: 'End one with: select pg_cancel_backend(pid); where that does not help, pg_terminate_backend(pid).',
  sql: `select pid, application_name as program, date_trunc('second', now() - query_start)::text as since,
      coalesce(wait_event_type || ' ' || wait_event, '') as waits, left(regexp_replace(query, '\\s+', ' ', 'g'), 80) as query
    from pg_stat_activity
    where datname = current_database() and state <> 'idle' and now() - query_start > interval '5 seconds'
      and pid <> pg_backend_pid() order by query_start limit 20`,
};

export const locks: Section = {
  title: 'Who waits for whom',
  hint: 'The blocker holds up the others; it is the one to end.',
  sql: `select a.pid as waits, unnest(pg_blocking_pids(a.pid)) as blocker,
      date_trunc('second', now() - a.query_start)::text as since, left(regexp_replace(a.query, '\\s+', ' ', 'g'), 80) as query
    from pg_stat_activity a where datname = current_database() and cardinality(pg_blocking_pids(a.pid)) > 0
    order by a.query_start limit 20`,
};

export const replication: Section = {
  title: 'Replicas',
  hint: 'Lag that grows: the replica is too slow, or the network between them is.',
  sql: `select application_name as replica, state, sync_state as sync,
      pg_size_pretty(pg_wal_lsn_diff(pg_current_wal_lsn(), replay_lsn)) as behind, replay_lag::text as lag
    from pg_stat_replication order by 1`,
};

export const slots: Section = {
  title: 'Replication slots',
  hint: 'An inactive slot keeps the log of PostgreSQL until the disk is full: drop what nobody needs.',
  sql: `select slot_name as slot, active, pg_size_pretty(pg_wal_lsn_diff(pg_current_wal_lsn(), restart_lsn)) as keeps
    from pg_replication_slots order by 1`,
};

export const recentEvents: Section = {
  title: 'The newest events',
  hint: 'What people did last.',
  sql: `select seq, to_char(at, 'YYYY-MM-DD HH24:MI:SS') as at, type from events order by seq desc limit 10`,
};

export const sight: Section = {
  title: 'What this account cannot see',
  hint: 'Replicas and the queries of others stay empty: ask as the owner of the tables where it may, or grant pg_read_all_stats to this account.',
  needs: `select not pg_has_role(current_user, 'pg_read_all_stats', 'member') as there`,
  sql: 'select current_user as account',
};
