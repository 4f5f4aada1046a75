-- The promises that the database itself keeps, whatever a client or a race does.

INSERT INTO app_config DEFAULT VALUES;
--> statement-breakpoint
INSERT INTO roles (name, description) VALUES
  ('viewer', 'Reads everything but users, secrets and the audit log'),
  ('dispatcher', 'Also keeps shows and entries'),
  ('admin', 'Also keeps rosters, users and settings');
--> statement-breakpoint

-- A live show's row changes with each of its entries: leave room, so that its new version stays on its page.
ALTER TABLE shows SET (fillfactor = 50);
--> statement-breakpoint
ALTER TABLE event_head SET (fillfactor = 10);
--> statement-breakpoint

-- Version and time of a change cannot be forgotten, nor set by hand.
CREATE FUNCTION touch_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.id := OLD.id;
  NEW.created_at := OLD.created_at;
  NEW.created_by := OLD.created_by;
  NEW.version := OLD.version + 1;
  NEW.updated_at := server_now();
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER shows_touch BEFORE UPDATE ON shows FOR EACH ROW EXECUTE FUNCTION touch_record();
--> statement-breakpoint
CREATE TRIGGER entries_touch BEFORE UPDATE ON entries FOR EACH ROW EXECUTE FUNCTION touch_record();
--> statement-breakpoint

-- A change of an entry is a change of its show.
CREATE FUNCTION touch_show_of_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    UPDATE shows SET updated_at = server_now() WHERE id = OLD.show_id;
  ELSE
    UPDATE shows SET updated_by = NEW.updated_by WHERE id = NEW.show_id;
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER entries_touch_show AFTER INSERT OR UPDATE OR DELETE ON entries
  FOR EACH ROW EXECUTE FUNCTION touch_show_of_entry();
--> statement-breakpoint
-- A restored show brings its entries first, so that they do not count as changes of it.
ALTER TABLE entries ALTER CONSTRAINT entries_show_id_shows_id_fk DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint

-- Five a day: one writer at a time for a date takes the lowest free slot, or is refused.
CREATE FUNCTION take_day_slot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF EXISTS (SELECT FROM show_archive WHERE id = NEW.id) THEN
      RAISE EXCEPTION 'a show with this id is in the archive'
        USING ERRCODE = 'unique_violation', CONSTRAINT = 'shows_pkey';
    END IF;
  ELSIF NEW.date = OLD.date THEN
    NEW.day_slot := OLD.day_slot;
    RETURN NEW;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended(current_schema() || ' shows of ' || NEW.date, 0));
  SELECT min(slot) INTO NEW.day_slot FROM generate_series(1, 5) AS slot
    WHERE NOT EXISTS (SELECT FROM shows WHERE date = NEW.date AND day_slot = slot);
  IF NEW.day_slot IS NULL THEN
    RAISE EXCEPTION 'no free slot on %', NEW.date
      USING ERRCODE = 'check_violation', CONSTRAINT = 'shows_day_slot_check';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER shows_day_slot BEFORE INSERT OR UPDATE ON shows
  FOR EACH ROW EXECUTE FUNCTION take_day_slot();
--> statement-breakpoint

-- When a show leaves the log. Computed, never stored: a new time zone or rule holds at once.
CREATE FUNCTION archives_at(s shows) RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT greatest(s.created_at, s.restored_at, (s.date + s.time::time) AT TIME ZONE c.time_zone)
    + make_interval(hours => c.archive_after_hours)
  FROM app_config c
$$;
--> statement-breakpoint

-- The documented payloads, each written once: for reading, for snapshots and for the event log.
CREATE FUNCTION entry_json(e entries) RETURNS json LANGUAGE sql STABLE AS $$
  SELECT json_build_object(
    'id', e.id, 'ts', epoch_ms(e.ts), 'unitId', e.unit_id, 'planned', e.planned, 'launched', e.launched,
    'status', e.status, 'primaryIssue', e.primary_issue, 'subIssue', e.sub_issue, 'otherDetail', e.other_detail,
    'severity', e.severity, 'rootCause', e.root_cause, 'actions', e.actions, 'operator', e.operator,
    'batteryId', e.battery_id, 'delaySec', e.delay_sec, 'commandRx', e.command_rx, 'notes', e.notes,
    'version', e.version, 'createdBy', e.created_by, 'updatedBy', e.updated_by,
    'createdAt', epoch_ms(e.created_at), 'updatedAt', epoch_ms(e.updated_at))
$$;
--> statement-breakpoint
CREATE FUNCTION show_json(s shows) RETURNS json LANGUAGE sql STABLE AS $$
  SELECT json_build_object(
    'id', s.id, 'date', s.date, 'time', s.time, 'label', s.label, 'crew', s.crew, 'leadPilot', s.lead_pilot,
    'monkeyLead', s.monkey_lead, 'notes', s.notes,
    'entries', (
      SELECT coalesce(json_agg(entry_json(e) ORDER BY e.ts, e.id), '[]'::json) FROM entries e WHERE e.show_id = s.id),
    'createdAt', epoch_ms(s.created_at), 'updatedAt', epoch_ms(s.updated_at), 'version', s.version,
    'createdBy', s.created_by, 'updatedBy', s.updated_by)
$$;
--> statement-breakpoint
CREATE FUNCTION archived_json(a show_archive) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT a.data || jsonb_build_object('archivedAt', epoch_ms(a.archived_at))
    || CASE WHEN a.deleted_at IS NULL THEN '{}'::jsonb
       ELSE jsonb_build_object('deletedAt', epoch_ms(a.deleted_at)) END
$$;
--> statement-breakpoint

-- Puts a show with its entries back, from its payload: ids, versions and times as they were.
CREATE FUNCTION insert_show(payload jsonb, restored timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  SET CONSTRAINTS entries_show_id_shows_id_fk DEFERRED;
  INSERT INTO entries (id, show_id, ts, unit_id, planned, launched, status, primary_issue, sub_issue, other_detail,
    severity, root_cause, actions, operator, battery_id, delay_sec, command_rx, notes,
    version, created_by, updated_by, created_at, updated_at)
  SELECT (e->>'id')::uuid, (payload->>'id')::uuid, to_timestamp((e->>'ts')::numeric / 1000), e->>'unitId',
    (e->>'planned')::yes_no, (e->>'launched')::yes_no, (e->>'status')::entry_status,
    (e->>'primaryIssue')::primary_issue, e->>'subIssue', e->>'otherDetail', (e->>'severity')::severity,
    (e->>'rootCause')::root_cause, ARRAY(SELECT jsonb_array_elements_text(e->'actions'))::action[],
    e->>'operator', e->>'batteryId', (e->>'delaySec')::float8, (e->>'commandRx')::yes_no_or_empty, e->>'notes',
    (e->>'version')::int, (e->>'createdBy')::uuid, (e->>'updatedBy')::uuid,
    to_timestamp((e->>'createdAt')::numeric / 1000), to_timestamp((e->>'updatedAt')::numeric / 1000)
  FROM jsonb_array_elements(payload->'entries') AS e;
  INSERT INTO shows (id, date, time, label, crew, lead_pilot, monkey_lead, notes, restored_at,
    version, created_by, updated_by, created_at, updated_at)
  VALUES ((payload->>'id')::uuid, (payload->>'date')::date, payload->>'time', payload->>'label',
    ARRAY(SELECT jsonb_array_elements_text(payload->'crew')), payload->>'leadPilot', payload->>'monkeyLead',
    payload->>'notes', restored, (payload->>'version')::int, (payload->>'createdBy')::uuid,
    (payload->>'updatedBy')::uuid, to_timestamp((payload->>'createdAt')::numeric / 1000),
    to_timestamp((payload->>'updatedAt')::numeric / 1000));
  SET CONSTRAINTS entries_show_id_shows_id_fk IMMEDIATE;
END
$$;
--> statement-breakpoint

-- A snapshot never changes. It goes only where a transaction says why: restore or purge.
CREATE FUNCTION guard_snapshot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('monkey_tracker.snapshot_removal', true) IN ('restore', 'purge') THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'a snapshot of the archive never changes' USING ERRCODE = 'insufficient_privilege';
END
$$;
--> statement-breakpoint
CREATE TRIGGER show_archive_guard BEFORE UPDATE OR DELETE ON show_archive
  FOR EACH ROW EXECUTE FUNCTION guard_snapshot();
--> statement-breakpoint
CREATE TRIGGER show_archive_guard_truncate BEFORE TRUNCATE ON show_archive
  FOR EACH STATEMENT EXECUTE FUNCTION guard_snapshot();
--> statement-breakpoint

-- The log: numbered without gaps in the order of commits, each row bound to the one before it.
INSERT INTO event_head (seq, at, hash) VALUES (0, server_now(), sha256('monkey tracker'));
--> statement-breakpoint
CREATE FUNCTION event_hash(e events) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
  SELECT sha256(e.prev_hash || convert_to(jsonb_build_array(
    e.seq, epoch_ms(e.at), e.actor_id, e.type, e.subject_id, e.show_id, e.before, e.after, e.request_id)::text, 'UTF8'))
$$;
--> statement-breakpoint
CREATE FUNCTION append_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE event_head SET seq = seq + 1, at = greatest(at, server_clock())
    RETURNING seq, at, hash INTO NEW.seq, NEW.at, NEW.prev_hash;
  NEW.hash := event_hash(NEW);
  UPDATE event_head SET hash = NEW.hash;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER events_append BEFORE INSERT ON events FOR EACH ROW EXECUTE FUNCTION append_event();
--> statement-breakpoint
CREATE FUNCTION guard_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the event log is append-only' USING ERRCODE = 'insufficient_privilege';
END
$$;
--> statement-breakpoint
CREATE TRIGGER events_guard BEFORE UPDATE OR DELETE ON events FOR EACH ROW EXECUTE FUNCTION guard_events();
--> statement-breakpoint
CREATE TRIGGER events_guard_truncate BEFORE TRUNCATE ON events FOR EACH STATEMENT EXECUTE FUNCTION guard_events();
--> statement-breakpoint
-- The first event whose hash or predecessor does not fit, and how many there are.
CREATE FUNCTION verify_events(OUT events_count bigint, OUT broken_at bigint) LANGUAGE sql STABLE AS $$
  WITH chain AS (
    SELECT seq, hash, prev_hash, event_hash(e) AS expected, row_number() OVER w AS place,
      lag(hash, 1, sha256('monkey tracker')) OVER w AS predecessor
    FROM events e WINDOW w AS (ORDER BY seq)
  ), head AS (SELECT seq, hash FROM event_head)
  SELECT count(*), coalesce(
    min(chain.seq) FILTER (WHERE chain.hash <> expected OR prev_hash <> predecessor OR chain.seq <> place),
    -- Rows cut off at the end leave a head that is further on.
    (SELECT nullif(head.seq, coalesce((SELECT max(seq) FROM events), 0)) FROM head),
    (SELECT head.seq FROM head WHERE head.seq > 0
      AND head.hash IS DISTINCT FROM (SELECT hash FROM events WHERE seq = head.seq)))
  FROM chain
$$;
--> statement-breakpoint

-- Questions that people ask with psql, and that the health page asks too.
CREATE VIEW active_shows AS
  SELECT s.*, archives_at(s) AS archives_at FROM shows s WHERE archives_at(s) > server_now();
--> statement-breakpoint
CREATE VIEW archived_shows AS
  SELECT id, data->>'label' AS label, show_date, jsonb_array_length(data->'entries') AS entries_count, created_at,
    archived_at, deleted_at, created_at + make_interval(months => c.retention_months) AS purged_at
  FROM show_archive, app_config c;
--> statement-breakpoint
CREATE VIEW open_sessions AS
  SELECT s.id, u.email, s.created_at, s.last_used_at, s.expires_at, s.address, s.user_agent
  FROM auth_sessions s JOIN users u ON u.id = s.user_id
  WHERE s.ended_at IS NULL AND s.expires_at > server_now();
