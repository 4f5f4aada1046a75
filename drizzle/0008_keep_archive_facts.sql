-- Numbers of the archive, kept by the database itself whenever a snapshot comes or goes.

-- The dictionary, as the contract has it: exact sums become doubles first, and only then are divided.
CREATE FUNCTION percent_of(part bigint, whole bigint) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT 100::float8 * part::float8 / nullif(whole, 0)::float8
$$;
--> statement-breakpoint
CREATE FUNCTION average_of(total numeric, parts bigint) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT total::float8 / nullif(parts, 0)::float8
$$;
--> statement-breakpoint
CREATE VIEW archive_show_metrics AS
  SELECT *, percent_of(completed_count, entries_count) AS completion_rate,
    percent_of(launched_count, entries_count) AS launch_rate, percent_of(abort_count, entries_count) AS abort_rate,
    percent_of(completed_count, planned_count) AS launch_success, average_of(delay_sum_sec, delay_count) AS avg_delay_sec
  FROM archive_show_totals;
--> statement-breakpoint
CREATE VIEW daily_metrics AS
  SELECT show_date, shows_count, entries_count, completed_count, no_launch_count, abort_count,
    percent_of(completed_count, entries_count) AS completion_rate,
    percent_of(launched_count, entries_count) AS launch_rate, percent_of(abort_count, entries_count) AS abort_rate,
    percent_of(completed_count, planned_count) AS launch_success, average_of(delay_sum_sec, delay_count) AS avg_delay_sec,
    max_delay_sec, delay_count, planned_count, launched_count
  FROM archive_daily_totals;
--> statement-breakpoint

-- The narrow rows of a snapshot. Names are compared without the blanks at their ends.
CREATE FUNCTION entry_facts_of(id uuid, date date, data jsonb) RETURNS SETOF archive_entry_facts
LANGUAGE sql STABLE AS $$
  SELECT id, e.place::smallint, date, coalesce(v->>'planned', ''), coalesce(v->>'launched', ''),
    coalesce(v->>'status', ''), coalesce(v->>'primaryIssue', ''), coalesce(v->>'subIssue', ''),
    coalesce(v->>'severity', ''), coalesce(v->>'rootCause', ''),
    ARRAY(SELECT jsonb_array_elements_text(coalesce(v->'actions', '[]'))), btrim(coalesce(v->>'unitId', '')),
    btrim(coalesce(v->>'operator', '')), btrim(coalesce(v->>'batteryId', '')), (v->>'delaySec')::numeric
  FROM jsonb_array_elements(data->'entries') WITH ORDINALITY AS e(v, place)
$$;
--> statement-breakpoint

-- What an entry counts towards: each of its values that a Pareto can ask for. Actions count once each.
CREATE VIEW archive_entry_values AS
  SELECT f.show_id, f.show_date, f.place, v.dimension, v.value, f.primary_issue <> '' AS has_issue
  FROM archive_entry_facts f JOIN archive_show_totals s USING (show_id) CROSS JOIN LATERAL (
    VALUES ('issue', f.primary_issue),
      ('subIssue', CASE WHEN f.sub_issue <> '' THEN f.primary_issue || ': ' || f.sub_issue ELSE '' END),
      ('severity', f.severity), ('rootCause', f.root_cause), ('unit', f.unit_id), ('battery', f.battery_id),
      ('operator', f.operator), ('leadPilot', s.lead_pilot), ('monkeyLead', s.monkey_lead), ('label', s.label)
    UNION ALL SELECT DISTINCT 'action', a FROM unnest(f.actions) AS a
  ) AS v(dimension, value)
  WHERE v.value <> '';
--> statement-breakpoint

-- Computes the totals of days anew, one writer at a time for a day.
CREATE FUNCTION refresh_archive_days(dates date[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO archive_daily_totals AS kept (show_date) SELECT DISTINCT unnest(dates) AS day ORDER BY day
    ON CONFLICT (show_date) DO UPDATE SET shows_count = kept.shows_count;
  -- Statements of their own, so that they see what was committed while the one above waited.
  UPDATE archive_daily_totals AS t SET (shows_count, entries_count, completed_count, no_launch_count, abort_count, planned_count, launched_count, delay_count,
    delay_sum_sec, max_delay_sec, lowest_entries_count, highest_entries_count, lowest_completed_count,
    highest_completed_count, lowest_no_launch_count, highest_no_launch_count, lowest_abort_count,
    highest_abort_count, lowest_completion_rate, highest_completion_rate, lowest_launch_rate, highest_launch_rate,
    lowest_abort_rate, highest_abort_rate, lowest_launch_success, highest_launch_success, lowest_avg_delay_sec,
    highest_avg_delay_sec, lowest_max_delay_sec, highest_max_delay_sec, lowest_delay_count, highest_delay_count,
    lowest_planned_count, highest_planned_count, lowest_launched_count, highest_launched_count)
    = (SELECT coalesce(sum(shows_count), 0), coalesce(sum(entries_count), 0), coalesce(sum(completed_count), 0), coalesce(sum(no_launch_count), 0),
      coalesce(sum(abort_count), 0), coalesce(sum(planned_count), 0), coalesce(sum(launched_count), 0),
      coalesce(sum(delay_count), 0), coalesce(sum(delay_sum_sec), 0), max(max_delay_sec), min(entries_count),
      max(entries_count), min(completed_count), max(completed_count), min(no_launch_count), max(no_launch_count),
      min(abort_count), max(abort_count), min(completion_rate), max(completion_rate), min(launch_rate),
      max(launch_rate), min(abort_rate), max(abort_rate), min(launch_success), max(launch_success),
      min(avg_delay_sec), max(avg_delay_sec), min(max_delay_sec), max(max_delay_sec), min(delay_count),
      max(delay_count), min(planned_count), max(planned_count), min(launched_count), max(launched_count)
      FROM archive_show_metrics s WHERE s.show_date = t.show_date)
    WHERE show_date = ANY (dates);
  DELETE FROM archive_daily_totals WHERE show_date = ANY (dates) AND shows_count = 0;
  DELETE FROM archive_daily_counts WHERE show_date = ANY (dates);
  INSERT INTO archive_daily_counts (dimension, show_date, value, entries_count, issues_count, lowest_rate, highest_rate)
    SELECT v.dimension, v.show_date, v.value, sum(v.entries), sum(v.issues),
      -- A show without it had 0 percent; one without entries has no rate at all.
      CASE WHEN count(*) = (SELECT count(*) FROM archive_show_totals s
        WHERE s.show_date = v.show_date AND s.entries_count > 0) THEN min(percent_of(v.entries, s.entries_count)) ELSE 0 END,
      max(percent_of(v.entries, s.entries_count))
    FROM (
      SELECT dimension, show_date, value, show_id, count(*) AS entries, count(*) FILTER (WHERE has_issue) AS issues
      FROM archive_entry_values WHERE show_date = ANY (dates) GROUP BY dimension, show_date, value, show_id
    ) v JOIN archive_show_totals s USING (show_id)
    GROUP BY v.dimension, v.show_date, v.value;
END
$$;
--> statement-breakpoint

CREATE FUNCTION keep_archive_facts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  purge boolean := TG_OP = 'DELETE' AND current_setting('monkey_tracker.snapshot_removal', true) = 'purge';
  -- Retention takes a snapshot and leaves its numbers; those of the demo never stay.
  gone uuid[] := ARRAY(SELECT c.id FROM changed c WHERE NOT purge OR c.id IN (SELECT d.show_id FROM demo_shows d));
BEGIN
  IF cardinality(gone) = 0 THEN
    RETURN NULL;
  END IF;
  DELETE FROM archive_entry_facts WHERE show_id = ANY (gone);
  DELETE FROM archive_show_totals WHERE show_id = ANY (gone);
  IF TG_OP = 'INSERT' THEN
    INSERT INTO archive_entry_facts SELECT f.* FROM changed c, entry_facts_of(c.id, c.show_date, c.data) f;
    INSERT INTO archive_show_totals (show_id, show_date, show_time, label, lead_pilot, monkey_lead,
      entries_count, completed_count, no_launch_count, abort_count, planned_count, launched_count, delay_count,
      delay_sum_sec, max_delay_sec)
    SELECT c.id, c.show_date, coalesce(c.data->>'time', ''), btrim(coalesce(c.data->>'label', '')),
      btrim(coalesce(c.data->>'leadPilot', '')), btrim(coalesce(c.data->>'monkeyLead', '')), s.*
    FROM changed c, LATERAL (
      SELECT count(*), count(*) FILTER (WHERE status = 'Completed'), count(*) FILTER (WHERE status = 'No-launch'),
        count(*) FILTER (WHERE status = 'Abort'), count(*) FILTER (WHERE planned = 'Yes'),
        count(*) FILTER (WHERE launched = 'Yes'), count(delay_sec), coalesce(sum(delay_sec), 0), max(delay_sec)::float8
      FROM archive_entry_facts f WHERE f.show_id = c.id
    ) s;
  END IF;
  PERFORM refresh_archive_days(ARRAY(SELECT show_date FROM changed));
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER show_archive_facts_come AFTER INSERT ON show_archive
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_archive_facts();
--> statement-breakpoint
CREATE TRIGGER show_archive_facts_go AFTER DELETE ON show_archive
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_archive_facts();
--> statement-breakpoint

-- Snapshots that are here already.
INSERT INTO archive_entry_facts SELECT f.* FROM show_archive a, entry_facts_of(a.id, a.show_date, a.data) f;
--> statement-breakpoint
INSERT INTO archive_show_totals (show_id, show_date, show_time, label, lead_pilot, monkey_lead,
  entries_count, completed_count, no_launch_count, abort_count, planned_count, launched_count, delay_count,
  delay_sum_sec, max_delay_sec)
SELECT a.id, a.show_date, coalesce(a.data->>'time', ''), btrim(coalesce(a.data->>'label', '')),
  btrim(coalesce(a.data->>'leadPilot', '')), btrim(coalesce(a.data->>'monkeyLead', '')),
  count(f.place), count(*) FILTER (WHERE status = 'Completed'), count(*) FILTER (WHERE status = 'No-launch'),
  count(*) FILTER (WHERE status = 'Abort'), count(*) FILTER (WHERE planned = 'Yes'),
  count(*) FILTER (WHERE launched = 'Yes'), count(delay_sec), coalesce(sum(delay_sec), 0), max(delay_sec)::float8
FROM show_archive a LEFT JOIN archive_entry_facts f ON f.show_id = a.id GROUP BY a.id;
--> statement-breakpoint
-- What was purged before is known for each day only: it stays as one row.
INSERT INTO archive_show_totals (show_id, show_date, label, shows_count,
  entries_count, completed_count, no_launch_count, abort_count, planned_count, launched_count, delay_count,
  delay_sum_sec, max_delay_sec)
SELECT uuid_v7(), show_date, 'Purged shows', shows_count,
  entries_count, completed_count, no_launch_count, abort_count, planned_count, launched_count, delay_count,
  delay_sum_sec::text::numeric, max_delay_sec
FROM purged_daily_totals;
--> statement-breakpoint
SELECT refresh_archive_days(ARRAY(SELECT DISTINCT show_date FROM archive_show_totals));
