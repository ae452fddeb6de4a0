-- Names are very uneven: a few stand in every page, most in one. With the usual sample the planner takes the rare ones for
-- common, and reads all claims in the order of their documents until it has met a page's worth of them.
alter table claims alter column indicator set statistics 1000;
alter table claims alter column scope set statistics 1000;

-- A look-up of names takes two milliseconds; to start another process for it takes fifteen.
alter function bigrams(text) parallel restricted;

-- Every round of a worker asks for jobs that lost theirs: there are hardly ever any, and a long queue is not to be searched.
create index jobs_suspect on jobs (run_at) where state = 'ready' and crashes > 0;
