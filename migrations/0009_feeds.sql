-- RSS and Atom feeds that are polled. Whoever polls one takes it by moving due_at ahead, so that two never poll the
-- same one at once, and a poll whose process died is made up for when that time comes. The database's clock alone counts.

create type feed_outcome as enum ('read', 'unchanged', 'failed');

create table feeds (
  feed_id       integer      generated always as identity primary key,
  name          text         not null unique check (name <> '' and char_length(name) <= 200),  -- the source of its documents
  url           text         not null unique check (url ~ '^https?://' and char_length(url) <= 2000),
  publication   text         check (publication <> '' and char_length(publication) <= 200),
  region        text         check (region <> '' and char_length(region) <= 200),
  every         interval     not null default interval '15 minutes' check (every between interval '1 minute' and interval '30 days'),
  enabled       boolean      not null default true,
  due_at        timestamptz  not null default now(),
  etag          text         check (octet_length(etag) <= 2048),           -- of the last answer that was read to its end
  last_modified text         check (octet_length(last_modified) <= 2048),  -- verbatim, as the server wrote it
  polled_at     timestamptz,
  last_outcome  feed_outcome,
  failures      integer      not null default 0 check (failures >= 0),     -- in a row
  last_error    text         check (octet_length(last_error) <= 2048),
  created_at    timestamptz  not null default now(),
  check ((polled_at is null) = (last_outcome is null)),
  check ((last_outcome is not distinct from 'failed') = (last_error is not null))
);

create index feeds_due on feeds (due_at) where enabled;
