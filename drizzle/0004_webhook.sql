CREATE TABLE "webhook_attempts" (
	"id" uuid PRIMARY KEY DEFAULT uuid_v7() NOT NULL,
	"delivery_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"duration_ms" integer NOT NULL,
	"method" text NOT NULL,
	"url" text NOT NULL,
	"headers" jsonb NOT NULL,
	"status" integer,
	"failure" text,
	"answer" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "webhook_deliveries" (
	"id" uuid PRIMARY KEY DEFAULT uuid_v7() NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "webhook_deliveries_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"event" text NOT NULL,
	"event_seq" bigint,
	"show_id" uuid,
	"entry_id" uuid,
	"content" json NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (3) with time zone DEFAULT server_now() NOT NULL,
	"lease" uuid,
	"leased_until" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT server_now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "webhook_settings" (
	"only_row" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"url" text DEFAULT '' NOT NULL,
	"method" text DEFAULT 'POST' NOT NULL,
	"enabled" boolean DEFAULT false NOT NULL,
	"headers" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"secret" text,
	"previous_secret" text,
	"previous_secret_until" timestamp (3) with time zone,
	"paused_reason" text,
	"held_until" timestamp (3) with time zone,
	"updated_at" timestamp (3) with time zone DEFAULT server_now() NOT NULL,
	"updated_by" uuid,
	CONSTRAINT "webhook_settings_only_row_check" CHECK (only_row),
	CONSTRAINT "webhook_settings_enabled_check" CHECK (not enabled or url <> '')
);
--> statement-breakpoint
ALTER TABLE "webhook_attempts" ADD CONSTRAINT "webhook_attempts_delivery_id_webhook_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "webhook_deliveries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_settings" ADD CONSTRAINT "webhook_settings_updated_by_users_id_fk" FOREIGN KEY ("updated_by") REFERENCES "users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "webhook_attempts_delivery_index" ON "webhook_attempts" USING btree ("delivery_id","number");--> statement-breakpoint
CREATE INDEX "webhook_attempts_failed_index" ON "webhook_attempts" USING btree ("at") WHERE failure is not null;--> statement-breakpoint
CREATE INDEX "webhook_attempts_succeeded_index" ON "webhook_attempts" USING btree ("at") WHERE failure is null;--> statement-breakpoint
CREATE INDEX "webhook_deliveries_seq_index" ON "webhook_deliveries" USING btree ("seq");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_due_index" ON "webhook_deliveries" USING btree ("next_attempt_at") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "webhook_deliveries_entry_index" ON "webhook_deliveries" USING btree ("entry_id","seq") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "webhook_deliveries_settled_index" ON "webhook_deliveries" USING btree ("created_at") WHERE state <> 'waiting';