-- What one stated quantity says. A row is true of the generations first_run <= run < retired_run and is never
-- rewritten: what changes is retired and stands again under a new first_run. Nothing is deleted.

create type claim_qualifier as enum ('exact', 'about', 'nearly', 'more_than', 'at_least', 'less_than', 'at_most');
create type claim_measure   as enum ('level', 'change', 'growth', 'share', 'multiple');
create type claim_direction as enum ('up', 'down');
create type claim_status    as enum ('actual', 'planned', 'forecast');

-- The number that a decimal or a fraction says: '12.50', '-3', '1/3' (the last to twenty decimals).
create function exact_value(text) returns numeric language sql immutable strict parallel safe as $$
  select case
    when strpos($1, '/') = 0 then $1::numeric
    else round(split_part($1, '/', 1)::numeric / split_part($1, '/', 2)::numeric, 20)
  end
$$;

create domain exact_number as text check (value ~ '^-?[0-9]+(\.[0-9]+)?(/[0-9]*[1-9][0-9]*)?$' and char_length(value) <= 200);

create table articles (
  document_id    uuid    not null references documents,
  span_start     integer not null check (span_start >= 0),
  span_end       integer not null,
  headline_start integer,
  headline_end   integer,
  first_run      integer not null references runs,
  retired_run    integer references runs,
  primary key (document_id, span_start, span_end, first_run),
  check (span_end >= span_start),
  check ((headline_start is null) = (headline_end is null) and headline_end >= headline_start),
  check (retired_run >= first_run)
);

create table claims (
  document_id     uuid            not null references documents,
  claim_key       uuid            not null,           -- hash of span and content, the same in every generation
  first_run       integer         not null references runs,
  retired_run     integer         references runs,
  digest          uuid            not null,           -- hash of the whole claim: tells whether the row still stands
  version         bytea           not null,           -- the document's version that it was first read from
  ruleset         text            not null references rulesets,
  span_start      integer         not null check (span_start >= 0),
  span_end        integer         not null,
  quote           text            not null,
  value_text      exact_number,
  low_text        exact_number,
  high_text       exact_number,
  value           numeric         generated always as (exact_value(value_text)) stored,
  low             numeric         generated always as (exact_value(low_text)) stored,
  high            numeric         generated always as (exact_value(high_text)) stored,
  unit            text            not null,
  unit_printed    text            not null,           -- as it stands on the page, with its scale word: 亿元
  qualifier       claim_qualifier not null,
  indicator       text,
  measure         claim_measure   not null,
  direction       claim_direction,
  basis           text            check (basis in ('yoy', 'mom', 'ytd') or basis like 'since:%'),
  period_start    date,
  period_end      date,
  scope           text,
  scope_code      text,
  status          claim_status    not null,
  article_start   integer         not null,
  article_end     integer         not null,
  sentence_start  integer         not null,
  sentence_end    integer         not null,
  indicator_start integer,
  indicator_end   integer,
  period_from     integer,                            -- where the period stands in the text
  period_to       integer,
  scope_start     integer,
  scope_end       integer,
  rules           text[]          not null,
  confidence      numeric(3, 2)   not null check (confidence between 0 and 1),
  primary key (document_id, claim_key, first_run),
  check (span_end > span_start),
  check (char_length(quote) = span_end - span_start),
  check ((value_text is null) = (low_text is not null and high_text is not null)),
  check ((low_text is null) = (high_text is null)),
  check ((period_start is null) = (period_end is null) and period_start <= period_end),
  check (article_start <= article_end and sentence_start <= sentence_end),
  check ((indicator_start is null) = (indicator_end is null)),
  check ((period_from is null) = (period_to is null)),
  check ((scope_start is null) = (scope_end is null)),
  check (retired_run >= first_run)
);

-- A generation's additions and losses are two index reads.
create index claims_first_run on claims (first_run);
create index claims_retired_run on claims (retired_run) where retired_run is not null;

-- One row per document: which ruleset read which version, and a digest of all that it found. Where nothing
-- changed, a document passes without a write to claims.
create table receipts (
  document_id uuid        primary key references documents,
  run_id      integer     not null references runs,
  version     bytea       not null,
  ruleset     text        not null references rulesets,
  digest      bytea       not null check (octet_length(digest) = 32),
  articles    integer     not null check (articles >= 0),
  claims      integer     not null check (claims >= 0),
  stored_at   timestamptz not null
) with (fillfactor = 70);

-- The claims of the published generation, each with the document that states it.
create view published_claims as
select c.*, d.source, d.uri, d.name as document, d.duplicate_of is not null as duplicate,
       v.publication, v.region, v.published
from publication p
join claims c on c.first_run <= p.run_id and (c.retired_run is null or c.retired_run > p.run_id)
join documents d using (document_id)
join document_versions v on v.document_id = c.document_id and v.version = c.version;
