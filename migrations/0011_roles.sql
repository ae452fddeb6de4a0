-- Who may do what. Logins are made with `create_login` and belong to one of four group roles:
--   extractor_owner   owns everything and migrates
--   extractor_worker  takes jobs, writes claims, fires schedules
--   extractor_web     reads everything, brings documents in, settles jobs
--   extractor_reader  dashboards: the published views and the catalogue of indicators, nothing else

-- Called after every migration, so that new tables, and views made anew, are owned and granted as they should be: default
-- privileges alone cannot tell a view from a table.
create procedure settle_roles() language plpgsql as $$
declare
  item   record;
  role   text;
  owners oid[] := array[
    current_user::regrole::oid,
    (select relowner from pg_class where oid = 'schema_migrations'::regclass)];
begin
  foreach role in array array['extractor_owner', 'extractor_worker', 'extractor_web', 'extractor_reader'] loop
    if to_regrole(role) is null then
      begin
        execute format('create role %I nologin', role);
      exception
        -- Roles belong to the whole server: another database's migration may have been faster.
        when duplicate_object or unique_violation then null;
        when insufficient_privilege then
          raise notice 'role % is missing and % may not make it; see: extractor doctor', role, current_user;
          return;
      end;
    end if;
  end loop;

  begin
    if not pg_has_role(current_user, 'extractor_owner', 'member') then
      execute format('grant extractor_owner to %I', current_user);
    end if;
    grant usage, create on schema public, quartz to extractor_owner;
    -- Only what is this program's: others may keep tables in the same database. Indexes, sequences of identity columns and
    -- row types follow their tables; what belongs to an extension stays with it.
    for item in
      select case c.relkind when 'v' then 'view' when 'S' then 'sequence' else 'table' end as kind, c.oid::regclass::text as name,
             c.oid, 'pg_class'::regclass as class, c.relowner as owner, c.relnamespace as namespace
      from pg_class c
      where c.relkind in ('r', 'p', 'v', 'S')
      union all
      select case p.prokind when 'p' then 'procedure' else 'function' end, p.oid::regprocedure::text,
             p.oid, 'pg_proc'::regclass, p.proowner, p.pronamespace
      from pg_proc p
      where p.prokind in ('f', 'p')
      union all
      select case t.typtype when 'd' then 'domain' else 'type' end, t.oid::regtype::text,
             t.oid, 'pg_type'::regclass, t.typowner, t.typnamespace
      from pg_type t
      where t.typtype in ('d', 'e')
    loop
      continue when item.namespace not in ('public'::regnamespace, 'quartz'::regnamespace)
        or item.owner = 'extractor_owner'::regrole
        or item.owner <> all (owners)
        or exists (
          select from pg_depend d
          where d.classid = item.class and d.objid = item.oid
            and (d.deptype = 'e' or item.kind = 'sequence' and d.deptype in ('a', 'i')));
      execute format('alter %s %s owner to extractor_owner', item.kind, item.name);
    end loop;
    if exists (select from pg_namespace where nspname = 'quartz' and nspowner <> 'extractor_owner'::regrole) then
      alter schema quartz owner to extractor_owner;
    end if;
  exception when insufficient_privilege then
    raise notice 'extractor_owner cannot own all tables: %; see: extractor doctor', sqlerrm;
  end;

  grant usage on schema public to extractor_worker, extractor_web, extractor_reader;
  grant usage on schema quartz to extractor_worker, extractor_web;
  for item in
    select c.oid::regclass::text as name, c.relname::text as bare, n.nspname = 'quartz' as quartz, c.relkind as kind
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'quartz') and c.relkind in ('r', 'p', 'v', 'S')
      and c.relowner = any (owners || 'extractor_owner'::regrole::oid)
  loop
    if item.kind = 'S' then
      execute format('grant usage on sequence %s to extractor_worker, extractor_web', item.name);
      continue;
    end if;
    execute format('grant select on %s to extractor_worker, extractor_web', item.name);
    if item.quartz then
      -- Quartz deletes triggers that are spent, and the marks of workers that ended.
      execute format('grant insert, update, delete on %s to extractor_worker', item.name);
      continue;
    end if;
    if item.kind <> 'v' and item.bare <> 'schema_migrations' then
      execute format('grant insert, update on %s to extractor_worker', item.name);
    end if;
    -- An aborted run takes back what it wrote, settled jobs are forgotten, the catalogue follows the ruleset. Workers
    -- delete nothing else: erasing and pruning are the owner's.
    if item.bare in ('articles', 'claims', 'checks', 'receipts', 'jobs', 'feeds', 'indicators') then
      execute format('grant delete on %s to extractor_worker', item.name);
    end if;
    if item.bare in ('documents', 'document_versions', 'jobs') then
      execute format('grant insert, update on %s to extractor_web', item.name);
    end if;
    if item.kind = 'v' and starts_with(item.bare, 'published') or item.bare = 'indicators' then
      execute format('grant select on %s to extractor_reader', item.name);
    end if;
  end loop;

  -- For what the migrating role makes from now on, until this runs again.
  alter default privileges in schema public grant select, insert, update on tables to extractor_worker;
  alter default privileges in schema public grant select on tables to extractor_web;
  alter default privileges in schema public grant usage on sequences to extractor_worker, extractor_web;
  alter default privileges in schema quartz grant select, insert, update, delete on tables to extractor_worker;
  alter default privileges in schema quartz grant select on tables to extractor_web;

  -- Without it the age of the oldest snapshot is hidden from a worker.
  begin
    if not pg_has_role('extractor_worker', 'pg_read_all_stats', 'member') then
      grant pg_read_all_stats to extractor_worker;
    end if;
  exception
    when unique_violation then null;
    when insufficient_privilege then
      raise notice 'extractor_worker cannot see the snapshots of other roles: %', sqlerrm;
  end;
end
$$;

-- Makes a login of one of the roles, or brings one up to date; a password is given afterwards (\password NAME in psql).
-- PostgreSQL's members do not inherit the settings of their group, so each login gets its own.
create procedure create_login(login text, member_of text) language plpgsql as $$
declare
  setting  text;
  settings text[] := case member_of
    when 'extractor_owner' then array[]::text[]
    when 'extractor_worker' then array['statement_timeout = ''30s''', 'lock_timeout = ''3s''', 'idle_in_transaction_session_timeout = ''10s''']
    when 'extractor_web' then array['statement_timeout = ''10s''', 'lock_timeout = ''3s''', 'idle_in_transaction_session_timeout = ''10s''']
    when 'extractor_reader' then array['statement_timeout = ''5s''', 'idle_in_transaction_session_timeout = ''5s''', 'default_transaction_read_only = on']
  end;
begin
  if settings is null then
    raise exception 'there is no role %; use extractor_owner, extractor_worker, extractor_web or extractor_reader', member_of;
  end if;
  if not exists (select from pg_roles where rolname = login) then
    execute format('create role %I login', login);
  end if;
  execute format('grant %I to %I', member_of, login);
  foreach setting in array settings loop
    execute format('alter role %I set %s', login, setting);
  end loop;
  if member_of = 'extractor_reader' then
    execute format('alter role %I connection limit 20', login);
  end if;
end
$$;
