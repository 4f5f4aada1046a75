CREATE TABLE "archive_daily_counts" (
	"dimension" text NOT NULL,
	"show_date" date NOT NULL,
	"value" text NOT NULL,
	"entries_count" integer NOT NULL,
	"issues_count" integer NOT NULL,
	"lowest_rate" double precision NOT NULL,
	"highest_rate" double precision NOT NULL,
	CONSTRAINT "archive_daily_counts_show_date_dimension_value_pk" PRIMARY KEY("show_date","dimension","value")
);
--> statement-breakpoint
CREATE TABLE "archive_daily_totals" (
	"show_date" date PRIMARY KEY NOT NULL,
	"shows_count" integer DEFAULT 0 NOT NULL,
	"entries_count" integer DEFAULT 0 NOT NULL,
	"completed_count" integer DEFAULT 0 NOT NULL,
	"no_launch_count" integer DEFAULT 0 NOT NULL,
	"abort_count" integer DEFAULT 0 NOT NULL,
	"planned_count" integer DEFAULT 0 NOT NULL,
	"launched_count" integer DEFAULT 0 NOT NULL,
	"delay_count" integer DEFAULT 0 NOT NULL,
	"delay_sum_sec" numeric DEFAULT '0' NOT NULL,
	"max_delay_sec" double precision,
	"lowest_entries_count" double precision,
	"highest_entries_count" double precision,
	"lowest_completed_count" double precision,
	"highest_completed_count" double precision,
	"lowest_no_launch_count" double precision,
	"highest_no_launch_count" double precision,
	"lowest_abort_count" double precision,
	"highest_abort_count" double precision,
	"lowest_completion_rate" double precision,
	"highest_completion_rate" double precision,
	"lowest_launch_rate" double precision,
	"highest_launch_rate" double precision,
	"lowest_abort_rate" double precision,
	"highest_abort_rate" double precision,
	"lowest_launch_success" double precision,
	"highest_launch_success" double precision,
	"lowest_avg_delay_sec" double precision,
	"highest_avg_delay_sec" double precision,
	"lowest_max_delay_sec" double precision,
	"highest_max_delay_sec" double precision,
	"lowest_delay_count" double precision,
	"highest_delay_count" double precision,
	"lowest_planned_count" double precision,
	"highest_planned_count" double precision,
	"lowest_launched_count" double precision,
	"highest_launched_count" double precision
);
--> statement-breakpoint
CREATE TABLE "archive_entry_facts" (
	"show_id" uuid NOT NULL,
	"place" smallint NOT NULL,
	"show_date" date NOT NULL,
	"planned" text NOT NULL,
	"launched" text NOT NULL,
	"status" text NOT NULL,
	"primary_issue" text NOT NULL,
	"sub_issue" text NOT NULL,
	"severity" text NOT NULL,
	"root_cause" text NOT NULL,
	"actions" text[] NOT NULL,
	"unit_id" text NOT NULL,
	"operator" text NOT NULL,
	"battery_id" text NOT NULL,
	"delay_sec" numeric,
	CONSTRAINT "archive_entry_facts_show_id_place_pk" PRIMARY KEY("show_id","place")
);
--> statement-breakpoint
CREATE TABLE "archive_show_totals" (
	"show_id" uuid PRIMARY KEY NOT NULL,
	"show_date" date NOT NULL,
	"show_time" text DEFAULT '' NOT NULL,
	"label" text DEFAULT '' NOT NULL,
	"lead_pilot" text DEFAULT '' NOT NULL,
	"monkey_lead" text DEFAULT '' NOT NULL,
	"shows_count" integer DEFAULT 1 NOT NULL,
	"entries_count" integer DEFAULT 0 NOT NULL,
	"completed_count" integer DEFAULT 0 NOT NULL,
	"no_launch_count" integer DEFAULT 0 NOT NULL,
	"abort_count" integer DEFAULT 0 NOT NULL,
	"planned_count" integer DEFAULT 0 NOT NULL,
	"launched_count" integer DEFAULT 0 NOT NULL,
	"delay_count" integer DEFAULT 0 NOT NULL,
	"delay_sum_sec" numeric DEFAULT '0' NOT NULL,
	"max_delay_sec" double precision
);
--> statement-breakpoint
ALTER TABLE "app_config" ADD COLUMN "purge_paused_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "app_config" ADD COLUMN "purge_paused_by" uuid;--> statement-breakpoint
CREATE INDEX "archive_daily_counts_dimension_index" ON "archive_daily_counts" USING btree ("dimension","show_date");--> statement-breakpoint
CREATE INDEX "archive_entry_facts_show_date_index" ON "archive_entry_facts" USING btree ("show_date");--> statement-breakpoint
CREATE INDEX "archive_show_totals_order" ON "archive_show_totals" USING btree ("show_date","show_time","show_id");--> statement-breakpoint
ALTER TABLE "app_config" ADD CONSTRAINT "app_config_purge_paused_by_users_id_fk" FOREIGN KEY ("purge_paused_by") REFERENCES "users"("id") ON DELETE no action ON UPDATE no action;