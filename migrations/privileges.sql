-- What the application role may do, in one place; applied after every migration, all or nothing.
-- {app} is the role's name. Log rows can be added, never changed or removed; versions are closed once.

revoke all on all tables in schema public from {app};
grant usage on schema public to {app};
grant usage on all sequences in schema public to {app};
grant select on schema_migrations to {app};

grant select, insert on tenants, events, access_entries, persons, field_columns, import_batches to {app};
grant select, insert on log_heads, access_heads, unit_versions, post_versions, record_versions to {app};
grant update (position, hash) on log_heads, access_heads to {app};
grant update (known_to) on unit_versions, post_versions, record_versions to {app};
grant update (name) on persons to {app};
grant select, insert, delete on person_keys to {app};
grant select, insert on reports to {app};
grant select, insert on jobs to {app};
grant update (state, done, total, note, finished_at, result, error_code, error_message) on jobs to {app};
