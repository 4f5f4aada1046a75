-- How snapshots leave the archive: by functions with the rights of the tables' owner, which do only what the rules allow.
-- So the accounts of servers need no right to delete snapshots.

-- What speaks against a purge at this moment: a clock that has jumped, or too much at once. Null where nothing does.
CREATE FUNCTION purge_objection() RETURNS text LANGUAGE sql AS $$
  SELECT CASE
    WHEN due = 0 THEN NULL
    WHEN coalesce(since > interval '36 hours', true) THEN
      'The clock is more than 36 hours ahead of the newest recorded event. Check the clock.'
    WHEN due * 5 > total THEN
      format('%s of %s archived shows are due at once, more than a fifth. Check the clock and the retention.', due, total)
  END
  FROM (SELECT count(*) AS total, count(*) FILTER (WHERE purged_at <= server_now()) AS due FROM archived_shows) a,
    -- Only what a person did counts: the system goes on writing, whatever the clock says.
    (SELECT server_clock() - (SELECT at FROM events WHERE actor_id IS NOT NULL ORDER BY seq DESC LIMIT 1) AS since) b
$$;
--> statement-breakpoint

-- Removes the oldest snapshots whose time has come, a step of a purge.
CREATE FUNCTION purge_snapshots(most integer) RETURNS uuid[] LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  objection text;
  gone uuid[];
BEGIN
  -- The clock is shifted in tests. Who may not delete by hand may not hasten it either.
  IF NOT has_table_privilege(session_user, 'show_archive', 'DELETE') THEN
    PERFORM set_config('monkey_tracker.clock_offset', '', true);
  END IF;
  objection := (SELECT coalesce(purge_objection(), CASE WHEN purge_paused_at IS NOT NULL THEN 'The purge is paused.' END)
    FROM app_config);
  IF objection IS NOT NULL THEN
    RAISE EXCEPTION '%', objection USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM set_config('monkey_tracker.snapshot_removal', 'purge', true);
  WITH removed AS (
    DELETE FROM show_archive WHERE id IN (
      SELECT id FROM archived_shows WHERE purged_at <= server_now() ORDER BY created_at, id LIMIT most)
    RETURNING id
  ) SELECT array_agg(id) INTO gone FROM removed;
  PERFORM set_config('monkey_tracker.snapshot_removal', '', true);
  RETURN coalesce(gone, '{}');
END
$$;
--> statement-breakpoint

-- Takes a snapshot out and puts its show back, as a new version of it. False where there is no such snapshot.
CREATE FUNCTION restore_snapshot(snapshot uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  payload jsonb;
BEGIN
  PERFORM set_config('monkey_tracker.snapshot_removal', 'restore', true);
  DELETE FROM show_archive WHERE id = snapshot RETURNING data INTO payload;
  PERFORM set_config('monkey_tracker.snapshot_removal', '', true);
  IF payload IS NULL THEN
    RETURN false;
  END IF;
  PERFORM insert_show(payload || jsonb_build_object('version', (payload->>'version')::int + 1), server_now());
  RETURN true;
END
$$;
--> statement-breakpoint

-- Removes the snapshots that the demo brought.
CREATE FUNCTION remove_demo_snapshots() RETURNS uuid[] LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  gone uuid[];
BEGIN
  PERFORM set_config('monkey_tracker.snapshot_removal', 'demo', true);
  WITH removed AS (DELETE FROM show_archive WHERE id IN (SELECT show_id FROM demo_shows) RETURNING id)
  SELECT array_agg(id) INTO gone FROM removed;
  PERFORM set_config('monkey_tracker.snapshot_removal', '', true);
  RETURN coalesce(gone, '{}');
END
$$;
--> statement-breakpoint

-- The demo lists its shows before it makes them: nothing that is there becomes the demo's afterwards.
-- With its owner's rights only for its search path: tables of the caller's shall not answer.
CREATE FUNCTION guard_demo_list() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  IF EXISTS (SELECT FROM shows WHERE id = NEW.show_id) OR EXISTS (SELECT FROM show_archive WHERE id = NEW.show_id) THEN
    RAISE EXCEPTION 'only a show that is still to be made can be of the demo' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER demo_shows_guard BEFORE INSERT OR UPDATE ON demo_shows
  FOR EACH ROW EXECUTE FUNCTION guard_demo_list();
--> statement-breakpoint

-- No snapshot goes in silence: its transaction has to tell the log, and does so at its end.
CREATE FUNCTION ensure_removal_is_told() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  -- Who writes to the log holds its head until the commit: events of this transaction are the newest.
  IF EXISTS (
    SELECT FROM (SELECT xmin, type, subject_id, after FROM events ORDER BY seq DESC LIMIT 100) e
    WHERE e.xmin = pg_current_xact_id()::xid AND (
      (e.type = 'show.restored' AND e.subject_id = OLD.id::text
        AND (EXISTS (SELECT FROM shows WHERE id = OLD.id) OR EXISTS (SELECT FROM show_archive WHERE id = OLD.id)))
      OR (e.type IN ('archive.purged', 'demo.removed') AND e.after->'shows' ? OLD.id::text))
  ) THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION 'the log was not told why a snapshot goes' USING ERRCODE = 'insufficient_privilege';
END
$$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER show_archive_removal_is_told AFTER DELETE ON show_archive
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ensure_removal_is_told();
--> statement-breakpoint

-- Whether the demo brought a show.
CREATE FUNCTION is_of_demo(show uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER AS $$
BEGIN
  RETURN EXISTS (SELECT FROM demo_shows WHERE show_id = show);
END
$$;
--> statement-breakpoint

-- What was restored shall not be lost as a live show: each goes to the archive in the same transaction, but the demo's.
CREATE FUNCTION ensure_show_is_kept() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  -- Who may delete snapshots by hand may delete shows too. Nothing becomes the demo's on its way out.
  IF has_table_privilege(session_user, 'show_archive', 'DELETE')
    OR (EXISTS (SELECT FROM show_archive WHERE id = OLD.id) AND NOT is_of_demo(OLD.id)) THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION 'a live show goes to the archive, not away' USING ERRCODE = 'insufficient_privilege';
END
$$;
--> statement-breakpoint
-- Its condition is asked at once, the rest at the end.
CREATE CONSTRAINT TRIGGER shows_are_kept AFTER DELETE ON shows
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NOT is_of_demo(OLD.id)) EXECUTE FUNCTION ensure_show_is_kept();
--> statement-breakpoint

-- Each works in this schema, whatever its caller's search path; only servers' accounts that are known already may call them.
-- They are named: a schema may hold functions of extensions and of other applications too.
DO $do$
DECLARE
  lent regprocedure;
  account regrole;
BEGIN
  FOREACH lent IN ARRAY '{purge_snapshots(integer), restore_snapshot(uuid), remove_demo_snapshots(), is_of_demo(uuid),
    guard_demo_list(), ensure_removal_is_told(), ensure_show_is_kept()}'::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = %I, pg_temp', lent, current_schema());
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', lent);
    FOR account IN
      SELECT a.grantee FROM pg_class c CROSS JOIN aclexplode(c.relacl) a
      WHERE c.oid = 'show_archive'::regclass AND a.privilege_type = 'DELETE' AND a.grantee NOT IN (0, c.relowner)
    LOOP
      EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO %s', lent, account);
    END LOOP;
  END LOOP;
END
$do$;
