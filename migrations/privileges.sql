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
grant select, insert on report_versions, report_bindings, report_checks to {app};
grant update (known_to) on report_versions, report_bindings to {app};
grant select, insert on jobs to {app};
grant update (state, done, total, note, finished_at, result, error_code, error_message) on jobs to {app};
grant select, insert on pack_versions to {app};
grant update (known_to) on pack_versions to {app};
grant select, insert on accounts, role_grants to {app};
grant update (closed_at, password_hash, must_change_password, last_sign_in_at) on accounts to {app};
grant update (withdrawn_at) on role_grants to {app};
grant select, insert, update, delete on sessions, sign_in_failures to {app};
grant select, insert on evidence to {app};
grant update (known_to) on evidence to {app};
grant select, insert on record_search, record_search_heads to {app};
grant update (version, content, words) on record_search to {app};
grant update (position) on record_search_heads to {app};
grant select, insert, delete on record_views to {app};
grant update (name, unit_id, address, saved_at) on record_views to {app};
grant execute on function search_records(text, text, text[], text[]) to {app};
grant select, insert on duty_adoptions, duty_changes, task_versions, task_links to {app};
grant update (known_to) on duty_adoptions, duty_changes, task_versions, task_links to {app};
grant select, insert on reaction_positions to {app};
grant update (position) on reaction_positions to {app};
grant select, insert, update on notification_channels, outgoing_rules, outbox, notification_choices to {app};
grant select, insert on calendar_feeds to {app};
grant update (revoked_at) on calendar_feeds to {app};
