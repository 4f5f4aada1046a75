-- PostgreSQL's image runs this once, in the new database: `mt ops weekly` then tells which queries take the most time.
create extension pg_stat_statements;
