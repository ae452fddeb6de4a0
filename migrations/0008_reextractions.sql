-- Two kinds of runs. A live run is what readers see, and pages that come in by the day are written under it. A
-- re-extraction runs beside it unseen; when all of it is done, readers move to a new live run that begins with it. So the
-- difference that a re-extraction made stays apart from what came in before and after.

create type run_kind as enum ('live', 'reextraction');

alter table runs add column kind run_kind not null default 'live';
alter table runs alter column kind drop default;
alter table runs add column selection text;              -- which documents, in the words of the command
alter table runs add column planned bigint not null default 0;
alter table runs add column done bigint;                 -- of the jobs, when the run ended
alter table runs add column parked bigint;
alter table runs add column ended_at timestamptz;        -- published or aborted

update runs set state = 'published', published_at = now() where state = 'running';
update runs set ended_at = published_at;
update publication set run_id = (select max(run_id) from runs where state = 'published');

create unique index runs_one_reextraction on runs (kind) where kind = 'reextraction' and state = 'running';

-- A live job belongs to no run: it is written under whichever readers see when it ends.
delete from jobs j using jobs n where n.document_id = j.document_id and n.version = j.version and n.job_id > j.job_id;
drop index jobs_ready;
drop index jobs_parked;
alter table jobs drop constraint jobs_run_id_document_id_version_key;
alter table jobs alter column run_id drop not null;
update jobs set run_id = null;
alter table jobs add column of_run integer not null generated always as (coalesce(run_id, 0)) stored;
alter table jobs add unique (document_id, version, of_run);
create index jobs_ready on jobs (of_run, priority, job_id) where state = 'ready';
create index jobs_parked on jobs (of_run) where state = 'parked';
create index jobs_done on jobs (finished_at) where state in ('done', 'cancelled');

-- What the receipt was before the re-extraction that is under way, so that aborting it leaves no trace.
alter table receipts
  add column previous_run       integer references runs,
  add column previous_version   bytea,
  add column previous_ruleset   text references rulesets,
  add column previous_digest    bytea,
  add column previous_articles  integer,
  add column previous_claims    integer,
  add column previous_stored_at timestamptz,
  add check (num_nulls(previous_run, previous_version, previous_ruleset, previous_digest, previous_articles, previous_claims, previous_stored_at) in (0, 7)),
  add check (previous_run < run_id);

create index receipts_run on receipts (run_id);
create index receipts_ruleset on receipts (ruleset);
create index articles_first_run on articles (first_run);
create index articles_retired_run on articles (retired_run) where retired_run is not null;

-- What was erased for good is not taken in again by the next poll of its folder or feed. The id is a hash of where the
-- document came from and says nothing of what stood in it.
create table erasures (
  document_id uuid        primary key,
  erased_at   timestamptz not null default now()
);
