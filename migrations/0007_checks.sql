-- Whether claims of a document that bear on each other fit. A row is true of the generations first_run <= run <
-- retired_run, as claims are, and is written in their transaction. The key is a hash of all that the check says.

create type check_kind    as enum ('growth', 'from_to', 'parts', 'shares', 'share_of', 'conflict');
create type check_outcome as enum ('agrees', 'disagrees');

create table checks (
  document_id uuid          not null references documents,
  check_key   uuid          not null,
  first_run   integer       not null references runs,
  retired_run integer       references runs,
  kind        check_kind    not null,
  outcome     check_outcome not null,
  claim_keys  uuid[]        not null check (cardinality(claim_keys) >= 2),   -- of claims, in the order of the text
  expected    numeric       not null,
  found       numeric       not null,
  tolerance   numeric       not null check (tolerance >= 0),
  unit        text          not null,
  explanation text          not null check (explanation <> ''),
  primary key (document_id, check_key, first_run),
  check (retired_run >= first_run)
);

create index checks_first_run on checks (first_run);
create index checks_retired_run on checks (retired_run) where retired_run is not null;
create index checks_disagree on checks (document_id) where outcome = 'disagrees' and retired_run is null;

-- The checks of the published generation.
create view published_checks as
select c.*, d.source, d.uri, d.name as document, d.duplicate_of is not null as duplicate
from publication p
join checks c on c.first_run <= p.run_id and (c.retired_run is null or c.retired_run > p.run_id)
join documents d using (document_id);
