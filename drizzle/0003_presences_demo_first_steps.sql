CREATE TABLE "demo_shows" (
	"show_id" uuid PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "first_steps" (
	"step" text PRIMARY KEY NOT NULL,
	"ticked_by" uuid,
	"ticked_at" timestamp (3) with time zone DEFAULT server_now() NOT NULL
);
--> statement-breakpoint
CREATE UNLOGGED TABLE "presences" (
	"client_id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"show_id" uuid,
	"editing" text,
	"seen_at" timestamp (3) with time zone DEFAULT server_now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "first_steps" ADD CONSTRAINT "first_steps_ticked_by_users_id_fk" FOREIGN KEY ("ticked_by") REFERENCES "users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presences" ADD CONSTRAINT "presences_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "presences_seen_at_index" ON "presences" USING btree ("seen_at");