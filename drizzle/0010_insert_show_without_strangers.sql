-- A snapshot tells who made it, also where it comes from another installation; a live show names people of this one only.
CREATE FUNCTION known_user(id text) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT u.id FROM users u WHERE u.id = known_user.id::uuid
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION insert_show(payload jsonb, restored timestamptz) RETURNS void LANGUAGE plpgsql AS $$
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
    (e->>'version')::int, known_user(e->>'createdBy'), known_user(e->>'updatedBy'),
    to_timestamp((e->>'createdAt')::numeric / 1000), to_timestamp((e->>'updatedAt')::numeric / 1000)
  FROM jsonb_array_elements(payload->'entries') AS e;
  INSERT INTO shows (id, date, time, label, crew, lead_pilot, monkey_lead, notes, restored_at,
    version, created_by, updated_by, created_at, updated_at)
  VALUES ((payload->>'id')::uuid, (payload->>'date')::date, payload->>'time', payload->>'label',
    ARRAY(SELECT jsonb_array_elements_text(payload->'crew')), payload->>'leadPilot', payload->>'monkeyLead',
    payload->>'notes', restored, (payload->>'version')::int, known_user(payload->>'createdBy'),
    known_user(payload->>'updatedBy'), to_timestamp((payload->>'createdAt')::numeric / 1000),
    to_timestamp((payload->>'updatedAt')::numeric / 1000));
  SET CONSTRAINTS entries_show_id_shows_id_fk IMMEDIATE;
END
$$;
