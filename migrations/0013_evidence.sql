-- What the fact-check looks claims up by. Names of indicators stand once each in a table of their own, found by bigrams, and
-- lead to claims by name, scope and period. Where views for dashboards have made these already, nothing is left to do.

do $$ begin
  if to_regprocedure('bigrams(text)') is null then
    create function bigrams(words text) returns text[] language sql immutable strict parallel safe as $f$
      select coalesce(array_agg(distinct c[i] || c[i + 1]), '{}')
      from (select string_to_array(lower(words), null)) w (c), generate_series(1, cardinality(c) - 1) i
    $f$;
  end if;
end $$;

create table if not exists indicator_names (
  name text primary key check (name <> '')
);

create table if not exists scope_names (
  name text not null check (name <> ''),
  code text not null,                                  -- GB/T 2260, empty where the scope is no division
  primary key (name, code)
);

insert into indicator_names (name) select distinct indicator from claims where indicator <> '' on conflict do nothing;
insert into scope_names (name, code) select distinct scope, coalesce(scope_code, '') from claims where scope <> '' on conflict do nothing;

create index if not exists indicator_names_bigrams on indicator_names using gin (bigrams(name));
create index if not exists claims_indicator_name on claims (indicator, scope, period_end);
