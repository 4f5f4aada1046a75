-- The log's head has a new version with each event, and a transaction that wrote many looked through all of its own for the
-- newest: 16,000 events took 11 seconds. Now it remembers where that is. What it remembers is only ever tried.
CREATE OR REPLACE FUNCTION append_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  place tid := nullif(current_setting('monkey_tracker.head_place', true), '')::tid;
BEGIN
  IF place IS NOT NULL THEN
    UPDATE event_head SET seq = seq + 1, at = greatest(at, server_clock()) WHERE ctid = place
      RETURNING seq, at, hash, ctid INTO NEW.seq, NEW.at, NEW.prev_hash, place;
  END IF;
  IF NOT FOUND THEN
    UPDATE event_head SET seq = seq + 1, at = greatest(at, server_clock())
      RETURNING seq, at, hash, ctid INTO NEW.seq, NEW.at, NEW.prev_hash, place;
  END IF;
  NEW.hash := event_hash(NEW);
  UPDATE event_head SET hash = NEW.hash WHERE ctid = place RETURNING ctid INTO place;
  PERFORM set_config('monkey_tracker.head_place', place::text, true);
  RETURN NEW;
END
$$;
