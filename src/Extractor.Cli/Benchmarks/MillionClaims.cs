using Dapper;
using Npgsql;

namespace Extractor.Cli.Benchmarks;

/// <summary>Fills a database whose live run is open with made-up claims: 40 to a document, names as uneven as those of papers, 170,000 of them distinct.</summary>
static class MillionClaims
{
    const int PerDocument = 40;

    const string Documents = """
        insert into rulesets (ruleset) values ('bench');
        create table bench_documents as
        select n, md5('document' || n)::uuid as id, sha256(convert_to('v' || n, 'UTF8')) as version,
               repeat('据统计，今年全区经济平稳运行，各项指标好于预期。', 20) || '12345万件' || repeat('，同比有所增长。', 60) as text
        from generate_series(0, @documents - 1) n;
        insert into documents (document_id, source, uri, name, version, text_hash, created_at)
        select id, 'bench', n::text, n || '.txt', version, version, timestamptz '2020-01-01' + n * interval '1 minute' from bench_documents;
        insert into document_versions (document_id, version, text, publication, published)
        select id, version, text, (array['西藏日报', '那曲报', '贵州日报', '青海日报', '安徽日报'])[1 + n % 5], date '2015-01-01' + n % 3000 from bench_documents;
        insert into receipts (document_id, run_id, version, ruleset, digest, articles, claims, stored_at)
        select id, run_id, version, 'bench', version, 1, @claims, now() from bench_documents, publication;
        """;

    // A fifth of all claims speak of the catalogue's indicators, the first of them most often; the rest in made-up words.
    const string Claims = """
        insert into claims (document_id, claim_key, first_run, digest, version, ruleset, span_start, span_end, quote, value_text, unit, unit_printed, qualifier,
          indicator, indicator_id, measure, period_start, period_end, scope, scope_code, status, article_start, article_end, sentence_start, sentence_end, rules, confidence)
        select d.id, md5(d.n || '-' || k)::uuid, p.run_id, md5(d.n || '-' || k)::uuid, d.version, 'bench', 480, 487, '12345万件', (100000 + g * 7919 % 900000)::text || '0000', '{件}', '万件',
          'exact', coalesce(i.name, w.words), i.indicator_id, (array['level', 'level', 'growth'])[1 + g % 3]::claim_measure, y.day, y.day + 364,
          s.name, s.code, 'actual', 0, 500, 460, 490, array['bench'], 0.5 + g % 50 * 0.01
        from bench_documents d
        cross join generate_series(0, @claims - 1) k
        cross join publication p
        cross join lateral (select (d.n::bigint * @claims + k) * 2654435761 % 4294967296 as g) h
        cross join lateral (select case when g % 5 = 0 then (@catalogue::text[])[1 + ((g / 5) % 1000)::int * ((g / 5000) % 1000)::int * cardinality(@catalogue::text[]) / 1000000] end as id) c
        cross join lateral (select date '2000-01-01' + (g / 7 % 24)::int * 365 as day) y
        cross join lateral (select (array['西藏自治区', '那曲市', '拉萨市', '日喀则市', '贵州省', '青海省', '安徽省', '湄潭县', '全国', '自治区农牧厅'])[1 + (g / 11 % 10)::int] as name,
                                   (array['540000', '540600', '540100', '540200', '520000', '630000', '340000', '520328', null, null])[1 + (g / 11 % 10)::int] as code) s
        cross join lateral (select (array['农村', '城镇', '规模以上', '新增', '全社会', '重点', '民营', '高新', '人均', '累计'])[1 + (g / 13 % 10)::int]
          || (array['粮食', '工业', '物价', '旅游', '就业', '贷款', '快递', '用电', '投资', '消费'])[1 + (g / 17 % 10)::int]
          || (array['产量', '增加值', '指数', '收入', '人数', '余额', '业务量', '面积', '总额', '支出'])[1 + (g / 19 % 10)::int]
          || case when g % 3 = 0 then '' else (g / 23 % 240)::text end as words) w
        left join indicators i on i.indicator_id = c.id
        where d.n between @first and @last
        """;

    const string Names = """
        insert into indicator_names (name) select distinct indicator from claims where indicator is not null on conflict do nothing;
        insert into scope_names (name, code) select distinct scope, coalesce(scope_code, '') from claims where scope is not null on conflict do nothing;
        drop table bench_documents;
        """;

    public static async Task FillAsync(NpgsqlDataSource db, int claims, Action<double> progress, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await connection.ExecuteAsync(new("set client_min_messages = warning", cancellationToken: ct));
        var documents = (claims + PerDocument - 1) / PerDocument;
        await connection.ExecuteAsync(new(Documents, new { documents, claims = PerDocument }, commandTimeout: 600, cancellationToken: ct));
        const int Step = 1000;
        var catalogue = (await connection.QueryAsync<string>("select indicator_id from indicators order by indicator_id")).ToArray();
        for (var first = 0; first < documents; first += Step)
        {
            await connection.ExecuteAsync(new(
                Claims, new { claims = PerDocument, first, last = Math.Min(documents, first + Step) - 1, catalogue }, commandTimeout: 600, cancellationToken: ct));
            progress(Math.Min(documents, first + Step) * (long)PerDocument);
        }
        await connection.ExecuteAsync(new(Names, commandTimeout: 600, cancellationToken: ct));
        await connection.ExecuteAsync(new("vacuum (analyze)", commandTimeout: 600, cancellationToken: ct));
    }
}
