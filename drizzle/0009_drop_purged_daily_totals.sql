-- needs: 0008_keep_archive_facts
DROP TABLE "purged_daily_totals" CASCADE;