-- A run is one generation of claims, made by one ruleset. Readers see the published one: moving the single row of
-- `publication` shows a whole generation at once.

create table rulesets (
  ruleset    text        primary key check (ruleset <> ''),
  first_seen timestamptz not null default now()
);

create type run_state as enum ('running', 'published', 'aborted');

create table runs (
  run_id       integer     generated always as identity primary key,
  ruleset      text        not null references rulesets,
  state        run_state   not null default 'running',
  started_at   timestamptz not null default now(),
  published_at timestamptz,
  check ((state = 'published') = (published_at is not null))
);

create table publication (
  only_row boolean not null default true primary key check (only_row),
  run_id   integer not null references runs
);
