-- What the schedules did. The schedules themselves stand in Quartz's own tables, which `extractor migrate` lets Quartz make
-- in a schema of their own.

create schema quartz;

create type firing_outcome as enum ('done', 'failed', 'lost');

create table schedule_firings (
  firing_id   bigint         generated always as identity primary key,
  schedule    text           not null check (schedule <> ''),
  kind        text           not null check (kind <> ''),
  due_at      timestamptz    not null,
  fired_at    timestamptz    not null default now(),
  finished_at timestamptz,
  outcome     firing_outcome,                          -- null while it runs; lost: its worker ended before it did
  summary     text           check (octet_length(summary) <= 2048),   -- or the error
  worker      text           not null,
  check ((finished_at is null) = (outcome is null)),
  check (outcome is null or summary is not null)
);

create index schedule_firings_schedule on schedule_firings (schedule, firing_id desc);
create index schedule_firings_open on schedule_firings (schedule) where finished_at is null;
