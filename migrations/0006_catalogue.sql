-- Indicators that the catalogue knows, and which of them a claim speaks of. The link follows from indicator, unit and
-- measure, so it is no part of a claim's key. There is no foreign key: a claim may be older or newer than the table's rows,
-- which the ruleset of the newest run fills.

create table indicators (
  indicator_id text   primary key check (indicator_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name         text   not null check (name <> ''),
  english      text   not null check (english <> ''),
  aliases      text[] not null,
  units        text[] not null,                       -- kinds, groups and codes in which a level comes: money, mass, {件}
  kind         text   not null check (kind in ('stock', 'flow', 'rate', 'index', 'price'))
);

alter table claims add column indicator_id text;

-- A series is one indicator of one scope, in the order of its periods.
create index claims_indicator on claims (indicator_id, scope, period_end) where indicator_id is not null;

-- The view has the columns that claims had when it was made.
drop view published_claims;
create view published_claims as
select c.*, d.source, d.uri, d.name as document, d.duplicate_of is not null as duplicate,
       v.publication, v.region, v.published
from publication p
join claims c on c.first_run <= p.run_id and (c.retired_run is null or c.retired_run > p.run_id)
join documents d using (document_id)
join document_versions v on v.document_id = c.document_id and v.version = c.version;
