-- What a second recognizer makes of value and unit; null where none was asked. It is part of a claim's digest and never
-- of its key: the same claim with another opinion is the same claim.

create type claim_second_opinion as enum ('agrees', 'disagrees', 'silent');

alter table claims add column second_opinion claim_second_opinion;

-- A view keeps the columns that its star stood for when it was made.
drop view published_claims;

create view published_claims as
select c.*, d.source, d.uri, d.name as document, d.duplicate_of is not null as duplicate,
       v.publication, v.region, v.published
from publication p
join claims c on c.first_run <= p.run_id and (c.retired_run is null or c.retired_run > p.run_id)
join documents d using (document_id)
join document_versions v on v.document_id = c.document_id and v.version = c.version;
