-- Documents and their versions. A document is told apart by where it came from; a version by its text and facts.
-- Text is stored verbatim and never changed: all offsets anywhere count code points of document_versions.text.

create table documents (
  document_id  uuid        primary key,             -- first 128 bits of sha256(source, uri)
  source       text        not null,
  uri          text        not null,                -- path or address within the source
  name         text        not null,                -- what people call it
  version      bytea       not null check (octet_length(version) = 32),
  text_hash    bytea       not null check (octet_length(text_hash) = 32),
  duplicate_of uuid        check (duplicate_of <> document_id),  -- the same text stands under that document already
  created_at   timestamptz not null default now()
);

create index documents_text on documents (text_hash);
create index documents_duplicates on documents (duplicate_of) where duplicate_of is not null;

create table document_versions (
  document_id uuid        not null references documents,
  version     bytea       not null check (octet_length(version) = 32),  -- sha256 of text and facts
  text        text        not null,
  length      integer     not null generated always as (char_length(text)) stored,
  publication text,
  region      text,
  published   date,
  received_at timestamptz not null default now(),
  primary key (document_id, version)
);
