-- What dashboards, the API and the pages read: names to search in, series, conflicts, differences of runs, the queue's health.
-- Views are made anew by later migrations; what is called published… is granted to extractor_reader by settle_roles.

-- Names that claims use, each once. Two-character words (粮食, 物价) make no trigrams; a GIN index over bigrams finds them.
create function bigrams(words text) returns text[] language sql immutable strict parallel safe as $$
  select coalesce(array_agg(distinct c[i] || c[i + 1]), '{}')
  from (select string_to_array(lower(words), null)) w (c), generate_series(1, cardinality(c) - 1) i
$$;

create table indicator_names (
  name text primary key check (name <> '')
);

create table scope_names (
  name text not null check (name <> ''),
  code text not null,                                  -- GB/T 2260, empty where the scope is no division
  primary key (name, code)
);

insert into indicator_names (name) select distinct indicator from claims where indicator <> '';
insert into scope_names (name, code) select distinct scope, coalesce(scope_code, '') from claims where scope <> '';

create index indicator_names_bigrams on indicator_names using gin (bigrams(name));
create index scope_names_bigrams on scope_names using gin (bigrams(name));
create index scope_names_code on scope_names (code) where code <> '';
create index claims_indicator_name on claims (indicator, scope, period_end);
create index claims_scope on claims (scope, period_end);
create index documents_created on documents (created_at desc, document_id desc);

-- Those characters that take two units of UTF-16, for readers who count as Java and JavaScript do.
create function wide_characters(text) returns text language sql immutable strict parallel safe as $$
  select regexp_replace($1, '[\u0001-\uffff]+', '', 'g')
$$;

-- What the last digit above zero is worth: 6700 → 100, 12.5 → 0.1.
create function last_place(value numeric) returns numeric language sql immutable strict parallel safe as $$
  select case
    when value = 0 then 1
    when value <> trunc(value) then power(10::numeric, -scale(trim_scale(value)))
    else power(10::numeric, char_length(trunc(abs(value))::text) - char_length(rtrim(trunc(abs(value))::text, '0')))
  end
$$;

-- What one unit of the last printed digit is worth: 1485.17万件 → 100; zeros count in Arabic numerals (1500 → 1), not in
-- Chinese ones (三百万 → 1000000) nor in mixed ones (1亿2000万 → 10000000).
create function printed_step(quote text, value numeric) returns numeric language plpgsql immutable strict parallel safe as $$
declare
  plain  text := translate(regexp_replace(quote, '[\s,，]', '', 'g'), '０１２３４５６７８９．', '0123456789.');
  digits text := substring(plain from '[0-9]+(?:\.[0-9]+)?');
  places integer := coalesce(char_length(split_part(digits, '.', 2)), 0);
begin
  if digits is null or plain ~ '[0-9][^0-9.]+[0-9]' then
    return last_place(value);
  elsif digits::numeric = 0 or value = 0 then
    return power(10::numeric, -places);
  end if;
  return trim_scale(round(abs(value) / digits::numeric, 20)) * power(10::numeric, -places);
end
$$;

-- All that a printed figure can stand for: half a unit of the last printed digit to both sides; a hedge opens the side to
-- which it points, up to the next round number of its kind (6700余 is under 6800), one with a single digit (超过500) to the
-- double or the half. The same as Extractor.Core.Checks.Interval.
create function claim_bounds(quote text, qualifier claim_qualifier, value numeric, low numeric, high numeric)
returns numrange language plpgsql immutable parallel safe as $$
declare
  half numeric;
  open numeric;                                        -- how far a hedge opens its side
begin
  if value is null then
    return case when low is not null and high is not null then numrange(least(low, high), greatest(low, high), '[]') end;
  end if;
  half := printed_step(quote, value) / 2;
  open := case
    when qualifier in ('at_least', 'at_most') or abs(value) < 10 * last_place(value) then abs(value)
    else last_place(value)
  end;
  return case qualifier
    when 'exact' then numrange(value - half, value + half, '[]')
    when 'about' then numrange(value - abs(value) * 0.05 - half, value + abs(value) * 0.05 + half, '[]')
    when 'nearly' then numrange(value - abs(value) * 0.1 - half, value + half, '[]')
    when 'more_than' then numrange(value - half, value + open + half, '[]')
    when 'at_least' then numrange(value - half, value + open + half, '[]')
    else numrange(value - least(open, abs(value) / 2) - half, value + half, '[]')
  end;
end
$$;

create view published_series as
select c.indicator_id, coalesce(i.name, c.indicator) as indicator, i.english as indicator_english, c.indicator as indicator_printed,
       c.scope, c.scope_code, c.measure, c.unit, c.direction, c.basis, c.status,
       c.period_start, c.period_end, c.value, c.low, c.high, c.qualifier,
       lower(b.bounds) as lower_bound, upper(b.bounds) as upper_bound,
       c.value_text, c.low_text, c.high_text, c.quote, c.unit_printed, c.confidence,
       d.name as document, d.source, d.uri, v.publication, v.published,
       c.document_id, c.claim_key, c.span_start
from publication p
join claims c on c.first_run <= p.run_id and (c.retired_run is null or c.retired_run > p.run_id)
join documents d using (document_id)
join document_versions v on v.document_id = c.document_id and v.version = c.version
left join indicators i on i.indicator_id = c.indicator_id
cross join lateral (select claim_bounds(c.quote, c.qualifier, c.value, c.low, c.high) as bounds) b
where d.duplicate_of is null and c.indicator is not null and c.period_end is not null;

create view published_conflicts as
-- A document that states a thing twice speaks once, by its surest and first statement.
with spoken as (
  select distinct on (indicator_id, indicator, scope, measure, unit, direction, basis, status, period_start, period_end, document_id) s.*
  from published_series s
  where s.scope is not null and s.lower_bound is not null
  order by indicator_id, indicator, scope, measure, unit, direction, basis, status, period_start, period_end, document_id,
           confidence desc, span_start, claim_key
)
select md5(concat_ws(chr(31), coalesce(indicator_id, indicator), scope, measure, unit, coalesce(direction::text, '-'), coalesce(basis, '-'), status,
         period_start, period_end))::uuid as conflict_id,
       indicator_id, indicator, max(indicator_english) as indicator_english,
       scope, max(scope_code) as scope_code, measure, unit, direction, basis, status, period_start, period_end,
       min(coalesce(value, low)) as least, max(coalesce(value, high)) as greatest,
       max(coalesce(value, high)) - min(coalesce(value, low)) as difference,
       count(*)::integer as documents, min(confidence) as confidence, max(published) as last_published,
       array_agg(document_id order by coalesce(value, low), document_id) as document_ids,
       array_agg(claim_key order by coalesce(value, low), document_id) as claim_keys
from spoken
group by indicator_id, indicator, scope, measure, unit, direction, basis, status, period_start, period_end
-- Intervals that overlap pairwise have a point in common: where the highest low end is above the lowest high end, two do not.
having count(*) > 1 and max(lower_bound) > min(upper_bound);

create view published_run_differences as
select r.run_id, r.kind, r.ruleset, r.published_at, case when c.first_run = r.run_id then 'added' else 'retired' end as change,
       d.name as document, d.source, d.uri, c.quote, c.value, c.low, c.high, c.unit, c.qualifier, c.indicator_id, c.indicator,
       c.measure, c.direction, c.basis, c.period_start, c.period_end, c.scope, c.scope_code, c.status, c.confidence,
       c.document_id, c.claim_key
from runs r
join claims c on c.first_run = r.run_id and (c.retired_run is null or c.retired_run > r.run_id)
              or c.retired_run = r.run_id and c.first_run < r.run_id
join documents d using (document_id)
where r.state = 'published';

create view published_queue_health as
select j.of_run as run_id, j.state, j.priority, count(*) as jobs,
       count(*) filter (where j.crashes > 0) as lost_a_worker,
       count(*) filter (where j.attempts > 1) as tried_again,
       min(j.created_at) as oldest_created, max(j.finished_at) as latest_finished,
       greatest(extract(epoch from now() - min(j.run_at) filter (where j.state = 'ready')), 0)::bigint as oldest_ready_seconds,
       count(*) filter (where j.state = 'leased' and j.lease_until < now()) as overdue
from jobs j
group by j.of_run, j.state, j.priority;

comment on function bigrams(text) is 'The pairs of neighbouring characters of a text, for a GIN index that finds two-character words';
comment on table indicator_names is 'Names of indicators as claims print them, each once';
comment on table scope_names is 'Names of places and organisations that claims speak of, with the code of a division';

comment on view published_claims is 'The claims that readers see, each with the document that states it';
comment on column published_claims.value is 'In unit, scale words multiplied out; null for a range';
comment on column published_claims.value_text is 'The same, exactly as read: 12.50, 1/3';
comment on column published_claims.unit is 'ISO 4217, UCUM, %, pp, or a counter in braces';
comment on column published_claims.unit_printed is 'As it stands on the page, with its scale word';
comment on column published_claims.qualifier is 'How the number stands to the truth: exact, about, nearly, more_than, at_least, less_than, at_most';
comment on column published_claims.indicator is 'What is measured, in the words of the page';
comment on column published_claims.indicator_id is 'The same in the table indicators, where it is sure which one is meant';
comment on column published_claims.span_start is 'Where the quote begins in the document''s text, in code points from 0';
comment on column published_claims.duplicate is 'Whether the same text stands under another document already';
comment on column published_claims.first_run is 'The run that first found the claim';

comment on view published_checks is 'Whether claims of a document that bear on each other fit within the rounding of their digits';

comment on view published_series is
  'One row for each claim with an indicator and a period: the points of all series. A series is one indicator, scope, measure, unit, direction, basis and status, in the order of period_end. The same text under two names counts once';
comment on column published_series.indicator_id is 'Null where the catalogue does not know the indicator: then indicator names the series';
comment on column published_series.indicator is 'The catalogue''s name, else the page''s words';
comment on column published_series.indicator_english is 'The catalogue''s English name';
comment on column published_series.indicator_printed is 'The page''s words';
comment on column published_series.scope is 'The place or organisation, by its full name; null where the page does not tell';
comment on column published_series.scope_code is 'The division''s code (GB/T 2260)';
comment on column published_series.measure is 'level, change, growth, share or multiple';
comment on column published_series.basis is 'What a change or growth is against: yoy, mom, ytd or since:DATE';
comment on column published_series.status is 'actual, planned or forecast';
comment on column published_series.period_start is 'First day; the same as period_end for a moment';
comment on column published_series.period_end is 'Last day';
comment on column published_series.value is 'In unit; null for a range, which has low and high';
comment on column published_series.lower_bound is 'The least that the printed digits and the hedge allow';
comment on column published_series.upper_bound is 'The most that they allow';
comment on column published_series.quote is 'The number as it stands in the page';
comment on column published_series.confidence is 'How sure the reading is, from 0 to 1';
comment on column published_series.document is 'The name of the document that states it';
comment on column published_series.published is 'When the page was published';
comment on column published_series.document_id is 'With claim_key the claim''s address: /api/v1/documents/{document_id}/claims/{claim_key}';

comment on view published_conflicts is
  'The same indicator, scope, measure, unit, direction, basis, status and period in different documents, with values further apart than their printed digits and hedges allow';
comment on column published_conflicts.conflict_id is 'A hash of these: the same in every run';
comment on column published_conflicts.least is 'The smallest value that is stated';
comment on column published_conflicts.greatest is 'The largest value that is stated';
comment on column published_conflicts.difference is 'Between these two';
comment on column published_conflicts.documents is 'How many documents speak of it';
comment on column published_conflicts.confidence is 'Of the claim that is least sure';
comment on column published_conflicts.last_published is 'Of the newest of the documents';
comment on column published_conflicts.document_ids is 'The documents, by rising value';
comment on column published_conflicts.claim_keys is 'Their claims, in the same order';

comment on view published_run_differences is 'What each published run added and retired; a claim that changed is retired and added';
comment on column published_run_differences.run_id is 'A live run adds what comes in by the day, a re-extraction what a newer ruleset reads otherwise';
comment on column published_run_differences.change is 'added or retired';

comment on view published_queue_health is 'Jobs by run, state and priority';
comment on column published_queue_health.run_id is '0 for the pages that come in by the day, else the re-extraction';
comment on column published_queue_health.state is 'ready, leased, done, cancelled, or parked: given up, to be looked at';
comment on column published_queue_health.lost_a_worker is 'Jobs whose worker ended before they did';
comment on column published_queue_health.tried_again is 'Jobs that failed at least once';
comment on column published_queue_health.oldest_ready_seconds is 'How long the oldest job has been due';
comment on column published_queue_health.overdue is 'Leases that have lapsed and were not taken back yet';

-- Retrying a parked job makes room by deleting one of the same version that is settled, and the web does that as well.
alter procedure settle_roles() rename to settle_group_roles;

create procedure settle_roles() language plpgsql as $$
begin
  call settle_group_roles();
  if to_regrole('extractor_web') is not null then
    grant delete on jobs to extractor_web;
  end if;
end
$$;
