-- A snapshot may also go with the demo that brought it: only what the demo's list names.
CREATE OR REPLACE FUNCTION guard_snapshot() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  purpose text := current_setting('monkey_tracker.snapshot_removal', true);
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF purpose IN ('restore', 'purge') THEN
      RETURN OLD;
    END IF;
    IF purpose = 'demo' AND EXISTS (SELECT FROM demo_shows WHERE show_id = OLD.id) THEN
      RETURN OLD;
    END IF;
  END IF;
  RAISE EXCEPTION 'a snapshot of the archive never changes' USING ERRCODE = 'insufficient_privilege';
END
$$;
--> statement-breakpoint

-- Nothing of the demo leaves the house: what others keep could not be taken back with it.
CREATE OR REPLACE FUNCTION enqueue_webhook() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO webhook_deliveries (event, event_seq, show_id, entry_id, content)
  SELECT NEW.type, NEW.seq, s.id, e.id, json_build_object(
    'show', json_build_object('id', s.id, 'label', s.label, 'date', s.date, 'time', s.time, 'crew', s.crew,
      'leadPilot', s.lead_pilot, 'monkeyLead', s.monkey_lead, 'notes', s.notes),
    'entry', entry_json(e))
  FROM webhook_settings w, shows s JOIN entries e ON e.show_id = s.id
  WHERE w.enabled AND s.id = NEW.show_id AND e.id = NEW.subject_id::uuid
    AND NOT EXISTS (SELECT FROM demo_shows WHERE show_id = s.id);
  RETURN NULL;
END
$$;
