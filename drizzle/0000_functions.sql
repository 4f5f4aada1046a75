-- What the tables' defaults call. PostgreSQL 18 has uuidv7(); for 14 to 17 a function of ours stands in.
DO $do$
BEGIN
  IF current_setting('server_version_num')::int >= 180000 THEN
    CREATE FUNCTION uuid_v7() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS 'SELECT uuidv7()';
  ELSE
    -- The first 48 bits of a random UUID are replaced by the milliseconds, the version bits by 7.
    CREATE FUNCTION uuid_v7() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS $fn$
      SELECT encode(
        set_bit(set_bit(
          overlay(
            uuid_send(gen_random_uuid())
            PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3)
            FROM 1 FOR 6),
          52, 1), 53, 1),
        'hex')::uuid
    $fn$;
  END IF;
END
$do$;
--> statement-breakpoint
-- The one clock of all instances. Tests shift it for their connections; nobody else sets the offset.
CREATE FUNCTION clock_offset() RETURNS interval LANGUAGE sql STABLE AS $$
  SELECT coalesce(nullif(current_setting('monkey_tracker.clock_offset', true), '')::interval, interval '0')
$$;
--> statement-breakpoint
-- When this transaction began: equal in all rows that it writes.
CREATE FUNCTION server_now() RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT date_trunc('milliseconds', now() + clock_offset())
$$;
--> statement-breakpoint
-- This very moment.
CREATE FUNCTION server_clock() RETURNS timestamptz LANGUAGE sql VOLATILE AS $$
  SELECT date_trunc('milliseconds', clock_timestamp() + clock_offset())
$$;
--> statement-breakpoint
CREATE FUNCTION epoch_ms(moment timestamptz) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (extract(epoch FROM moment) * 1000)::bigint
$$;
