INSERT INTO webhook_settings DEFAULT VALUES;
--> statement-breakpoint
-- The outbox: a delivery is made by the event that it tells, in the same transaction, whoever wrote the event.
-- Show and entry are read here, because they may have changed or gone by the time they are sent.
CREATE FUNCTION enqueue_webhook() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO webhook_deliveries (event, event_seq, show_id, entry_id, content)
  SELECT NEW.type, NEW.seq, s.id, e.id, json_build_object(
    'show', json_build_object('id', s.id, 'label', s.label, 'date', s.date, 'time', s.time, 'crew', s.crew,
      'leadPilot', s.lead_pilot, 'monkeyLead', s.monkey_lead, 'notes', s.notes),
    'entry', entry_json(e))
  FROM webhook_settings w, shows s JOIN entries e ON e.show_id = s.id
  WHERE w.enabled AND s.id = NEW.show_id AND e.id = NEW.subject_id::uuid;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER events_enqueue_webhook AFTER INSERT ON events
  FOR EACH ROW WHEN (NEW.type IN ('entry.created', 'entry.updated')) EXECUTE FUNCTION enqueue_webhook();
--> statement-breakpoint
CREATE VIEW recent_webhook_failures AS
  SELECT a.at, a.number AS attempt, a.status, a.failure, d.id AS delivery_id, d.event, d.state, d.show_id, d.entry_id,
    CASE WHEN d.state = 'waiting' THEN d.next_attempt_at END AS next_attempt_at
  FROM webhook_attempts a JOIN webhook_deliveries d ON d.id = a.delivery_id
  WHERE a.failure IS NOT NULL AND a.at > server_now() - interval '7 days'
  ORDER BY a.at DESC;
