-- The queue. States and transitions are drawn in src/Extractor.Storage/README.md.

create type job_state as enum ('ready', 'leased', 'done', 'cancelled', 'parked');

create sequence lease_tokens;

create table jobs (
  job_id      bigint      generated always as identity primary key,
  run_id      integer     not null references runs,
  document_id uuid        not null references documents,
  version     bytea       not null,
  priority    smallint    not null default 5,          -- the smaller, the sooner
  state       job_state   not null default 'ready',
  attempts    smallint    not null default 0 check (attempts >= 0),
  crashes     smallint    not null default 0 check (crashes >= 0),   -- leases that lapsed: the worker was lost
  run_at      timestamptz not null default now(),
  lease_token bigint,
  lease_until timestamptz,
  worker      text,
  error       text        check (octet_length(error) <= 2048),
  created_at  timestamptz not null default now(),
  finished_at timestamptz,
  unique (run_id, document_id, version),
  check ((state = 'leased') = (lease_token is not null)),
  check ((state = 'leased') = (lease_until is not null)),
  check ((state in ('done', 'cancelled', 'parked')) = (finished_at is not null)),
  check (state <> 'parked' or error is not null)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000,
        autovacuum_vacuum_cost_delay = 0);

create index jobs_ready on jobs (run_id, priority, job_id) where state = 'ready';
create index jobs_leased on jobs (lease_until) where state = 'leased';
create index jobs_parked on jobs (run_id) where state = 'parked';
