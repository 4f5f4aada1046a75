CREATE TYPE "unit_label" AS ENUM('Drone', 'Monkey');--> statement-breakpoint
CREATE TYPE "action" AS ENUM('Reboot', 'Swap battery', 'Swap drone', 'Retry launch', 'Abort segment', 'Logged only');--> statement-breakpoint
CREATE TYPE "entry_status" AS ENUM('Completed', 'No-launch', 'Abort');--> statement-breakpoint
CREATE TYPE "primary_issue" AS ENUM('', 'Tracking lost', 'Failed to launch', 'Command delay', 'RF link', 'Battery', 'Motor or prop', 'Sensor or IMU', 'Software or show control', 'Pilot input', 'Other');--> statement-breakpoint
CREATE TYPE "root_cause" AS ENUM('', 'Hardware', 'Software', 'Ops', 'Environment', 'Unknown');--> statement-breakpoint
CREATE TYPE "severity" AS ENUM('', 'Critical show stop', 'Major visible', 'Minor contained');--> statement-breakpoint
CREATE TYPE "yes_no" AS ENUM('Yes', 'No');--> statement-breakpoint
CREATE TYPE "yes_no_or_empty" AS ENUM('', 'Yes', 'No');--> statement-breakpoint
CREATE TYPE "staff_role" AS ENUM('crew', 'pilot');--> statement-breakpoint
CREATE TYPE "role_name" AS ENUM('viewer', 'dispatcher', 'admin');--> statement-breakpoint
CREATE TYPE "token_purpose" AS ENUM('setup', 'password_reset');--> statement-breakpoint
CREATE TABLE "purged_daily_totals" (
	"show_date" date PRIMARY KEY NOT NULL,
	"shows_count" integer NOT NULL,
	"entries_count" integer NOT NULL,
	"completed_count" integer NOT NULL,
	"no_launch_count" integer NOT NULL,
	"abort_count" integer NOT NULL,
	"planned_count" integer NOT NULL,
	"launched_count" integer NOT NULL,
	"delay_count" integer NOT NULL,
	"delay_sum_sec" double precision NOT NULL,
	"max_delay_sec" double precision
);
--> statement-breakpoint
CREATE TABLE "show_archive" (
	"id" uuid PRIMARY KEY NOT NULL,
	"data" jsonb NOT NULL,
	"show_date" date NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone NOT NULL,
	"deleted_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "auth_sessions" (
	"id" uuid PRIMARY KEY DEFAULT uuid_v7() NOT NULL,
	"user_id" uuid NOT NULL,
	"refresh_hash" text NOT NULL,
	"previous_hash" text,
	"attempt_hash" text,
	"created_at" timestamp (3) with time zone DEFAULT server_now() NOT NULL,
	"last_used_at" timestamp (3) with time zone DEFAULT server_now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"end_reason" text,
	"address" text NOT NULL,
	"user_agent" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_throttle" (
	"key" text PRIMARY KEY NOT NULL,
	"attempts" integer NOT NULL,
	"window_started_at" timestamp (3) with time zone DEFAULT server_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app_config" (
	"only_row" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"unit_label" "unit_label" DEFAULT 'Drone' NOT NULL,
	"time_zone" text DEFAULT 'UTC' NOT NULL,
	"archive_after_hours" integer DEFAULT 24 NOT NULL,
	"retention_months" integer DEFAULT 2 NOT NULL,
	"provisioned_at" timestamp (3) with time zone,
	"last_sweep_at" timestamp (3) with time zone,
	"purge_stopped" text,
	"updated_at" timestamp (3) with time zone DEFAULT server_now() NOT NULL,
	"updated_by" uuid,
	CONSTRAINT "app_config_only_row_check" CHECK (only_row)
);
--> statement-breakpoint
CREATE TABLE "entries" (
	"id" uuid PRIMARY KEY DEFAULT uuid_v7() NOT NULL,
	"show_id" uuid NOT NULL,
	"ts" timestamp (3) with time zone DEFAULT server_now() NOT NULL,
	"unit_id" text NOT NULL,
	"planned" "yes_no" NOT NULL,
	"launched" "yes_no" NOT NULL,
	"status" "entry_status" NOT NULL,
	"primary_issue" "primary_issue" DEFAULT '' NOT NULL,
	"sub_issue" text DEFAULT '' NOT NULL,
	"other_detail" text DEFAULT '' NOT NULL,
	"severity" "severity" DEFAULT '' NOT NULL,
	"root_cause" "root_cause" DEFAULT '' NOT NULL,
	"actions" "action"[] DEFAULT '{}' NOT NULL,
	"operator" text NOT NULL,
	"pilot_key" text GENERATED ALWAYS AS (nullif(lower(upper(btrim(normalize(operator, NFKC), E' \t\n\u000b\f\r\u1680\u2028\u2029\ufeff') collate "und-x-icu")), '')) STORED NOT NULL,
	"battery_id" text DEFAULT '' NOT NULL,
	"delay_sec" double precision,
	"command_rx" "yes_no_or_empty" DEFAULT '' NOT NULL,
	"notes" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT server_now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT server_now() NOT NULL,
	"created_by" uuid,
	"updated_by" uuid,
	CONSTRAINT "entries_show_id_pilot_key_key" UNIQUE("show_id","pilot_key"),
	CONSTRAINT "entries_delay_sec_check" CHECK (delay_sec >= 0 and delay_sec < 'infinity'),
	CONSTRAINT "entries_status_check" CHECK ((launched = 'No') = (status = 'No-launch') and (planned = 'Yes' or launched = 'No')),
	CONSTRAINT "entries_issue_check" CHECK (status = 'Completed' or (primary_issue <> '' and severity <> '')),
	CONSTRAINT "entries_other_detail_check" CHECK (primary_issue <> 'Other' or other_detail <> ''),
	CONSTRAINT "entries_sub_issue_check" CHECK (sub_issue = '' or primary_issue <> '')
);
--> statement-breakpoint
CREATE TABLE "event_head" (
	"only_row" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"seq" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "event_head_only_row_check" CHECK (only_row)
);
--> statement-breakpoint
CREATE TABLE "events" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_id" uuid,
	"type" text NOT NULL,
	"subject_id" text,
	"show_id" uuid,
	"before" jsonb,
	"after" jsonb,
	"request_id" text,
	"prev_hash" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_records" (
	"user_id" uuid NOT NULL,
	"key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"status" integer,
	"body" text,
	"created_at" timestamp (3) with time zone DEFAULT server_now() NOT NULL,
	CONSTRAINT "idempotency_records_user_id_key_pk" PRIMARY KEY("user_id","key")
);
--> statement-breakpoint
CREATE TABLE "shows" (
	"id" uuid PRIMARY KEY DEFAULT uuid_v7() NOT NULL,
	"date" date NOT NULL,
	"time" text NOT NULL,
	"label" text NOT NULL,
	"crew" text[] DEFAULT '{}' NOT NULL,
	"lead_pilot" text NOT NULL,
	"monkey_lead" text NOT NULL,
	"notes" text DEFAULT '' NOT NULL,
	"day_slot" smallint NOT NULL,
	"restored_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT server_now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT server_now() NOT NULL,
	"created_by" uuid,
	"updated_by" uuid,
	CONSTRAINT "shows_date_day_slot_key" UNIQUE("date","day_slot"),
	CONSTRAINT "shows_day_slot_check" CHECK (day_slot between 1 and 5),
	CONSTRAINT "shows_time_check" CHECK (time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
	CONSTRAINT "shows_label_check" CHECK (label <> '')
);
--> statement-breakpoint
CREATE TABLE "monkey_leads" (
	"id" uuid PRIMARY KEY DEFAULT uuid_v7() NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT server_now() NOT NULL,
	CONSTRAINT "monkey_leads_name_key" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"id" uuid PRIMARY KEY DEFAULT uuid_v7() NOT NULL,
	"name" text NOT NULL,
	"role" "staff_role" NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT server_now() NOT NULL,
	CONSTRAINT "staff_role_name_key" UNIQUE("role","name")
);
--> statement-breakpoint
CREATE TABLE "roles" (
	"name" "role_name" PRIMARY KEY NOT NULL,
	"description" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "user_roles" (
	"user_id" uuid NOT NULL,
	"role" "role_name" NOT NULL,
	CONSTRAINT "user_roles_user_id_role_pk" PRIMARY KEY("user_id","role")
);
--> statement-breakpoint
CREATE TABLE "user_settings" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "user_tokens" (
	"id" uuid PRIMARY KEY DEFAULT uuid_v7() NOT NULL,
	"user_id" uuid,
	"purpose" "token_purpose" NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT server_now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY DEFAULT uuid_v7() NOT NULL,
	"email" text NOT NULL,
	"display_name" text NOT NULL,
	"password_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT server_now() NOT NULL,
	"disabled_at" timestamp (3) with time zone,
	"deleted_at" timestamp (3) with time zone,
	"last_sign_in_at" timestamp (3) with time zone,
	"reset_requested_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "auth_sessions" ADD CONSTRAINT "auth_sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app_config" ADD CONSTRAINT "app_config_updated_by_users_id_fk" FOREIGN KEY ("updated_by") REFERENCES "users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_show_id_shows_id_fk" FOREIGN KEY ("show_id") REFERENCES "shows"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_updated_by_users_id_fk" FOREIGN KEY ("updated_by") REFERENCES "users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_records" ADD CONSTRAINT "idempotency_records_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shows" ADD CONSTRAINT "shows_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shows" ADD CONSTRAINT "shows_updated_by_users_id_fk" FOREIGN KEY ("updated_by") REFERENCES "users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_roles" ADD CONSTRAINT "user_roles_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_roles" ADD CONSTRAINT "user_roles_role_roles_name_fk" FOREIGN KEY ("role") REFERENCES "roles"("name") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_settings" ADD CONSTRAINT "user_settings_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_tokens" ADD CONSTRAINT "user_tokens_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "show_archive_archived_at_index" ON "show_archive" USING btree ("archived_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "show_archive_created_at_index" ON "show_archive" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "show_archive_show_date_index" ON "show_archive" USING btree ("show_date");--> statement-breakpoint
CREATE UNIQUE INDEX "auth_sessions_refresh_hash_key" ON "auth_sessions" USING btree ("refresh_hash");--> statement-breakpoint
CREATE INDEX "auth_sessions_user_id_index" ON "auth_sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "events_show_id_index" ON "events" USING btree ("show_id","seq");--> statement-breakpoint
CREATE INDEX "events_subject_id_index" ON "events" USING btree ("subject_id","seq");--> statement-breakpoint
CREATE INDEX "events_actor_id_index" ON "events" USING btree ("actor_id","seq");--> statement-breakpoint
CREATE INDEX "events_type_index" ON "events" USING btree ("type","seq");--> statement-breakpoint
CREATE INDEX "idempotency_records_created_at_index" ON "idempotency_records" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "user_tokens_token_hash_key" ON "user_tokens" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "user_tokens_user_id_index" ON "user_tokens" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_key" ON "users" USING btree ("email") WHERE deleted_at is null;