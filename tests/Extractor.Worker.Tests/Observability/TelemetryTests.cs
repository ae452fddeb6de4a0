using Extractor.Storage;
using Extractor.Worker.Observability;
using Npgsql;
using Polly.CircuitBreaker;

namespace Extractor.Worker.Tests.Observability;

public sealed class TelemetryTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_database_that_stays_away_shows_in_retries_and_in_the_circuit_until_it_answers()
    {
        using var telemetry = new Telemetry("test");
        await using var nowhere = Database.Open("Host=/nowhere;Database=none;Username=nobody");
        var work = new DatabaseWork();
        async Task AskAsync()
        {
            try
            {
                await work.RunAsync(async token => await (await nowhere.OpenConnectionAsync(token)).DisposeAsync(), Ct);
            }
            catch (Exception e) when (e is NpgsqlException or BrokenCircuitException)
            {
                // As it should.
            }
        }
        async Task<bool> AnswersAsync()
        {
            try
            {
                await work.RunAsync(_ => ValueTask.CompletedTask, Ct);
                return true;
            }
            catch (BrokenCircuitException)
            {
                return false;
            }
        }
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => AskAsync()));
        var page = telemetry.Scrape();
        Assert.Contains("extractor_database_circuit_open 1\n", page, StringComparison.Ordinal);
        Assert.DoesNotContain("extractor_database_retries_total 0\n", page, StringComparison.Ordinal);

        // The circuit lets one try through after its break.
        do
            await Task.Delay(200, Ct);
        while (!await AnswersAsync());
        Assert.Contains("extractor_database_circuit_open 0\n", telemetry.Scrape(), StringComparison.Ordinal);
    }

    [Fact]
    public void Outcomes_are_shown_before_the_first_of_them()
    {
        using var telemetry = new Telemetry("test");
        var page = telemetry.Scrape();
        foreach (var outcome in (string[])["done", "cancelled", "failed", "parked", "returned", "lease_lost"])
            Assert.Contains($"extractor_jobs_finished_total{{outcome=\"{outcome}\"}} ", page, StringComparison.Ordinal);
        Assert.Contains("extractor_feed_polls_total{outcome=\"unchanged\"} 0\n", page, StringComparison.Ordinal);
        Assert.Contains("# TYPE extractor_process_memory_bytes gauge\n", page, StringComparison.Ordinal);
    }
}
