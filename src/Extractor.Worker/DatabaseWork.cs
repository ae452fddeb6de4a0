using Extractor.Worker.Observability;
using Npgsql;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace Extractor.Worker;

/// <summary>
/// Runs a whole unit of work (new connection, transaction, statements) again where the database was away for a moment.
/// Never a single statement, and never a job: those the queue retries. Every unit passed here must bear being done
/// twice, since a commit can succeed and its answer be lost.
/// </summary>
/// <param name="revive">Starts a private server again that died; null where someone else keeps the server.</param>
public sealed class DatabaseWork(Func<CancellationToken, Task>? revive = null, TimeProvider? time = null)
{
    readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<Exception>(DatabaseErrors.IsTransient),
            MaxRetryAttempts = 6,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromMilliseconds(50),
            MaxDelay = TimeSpan.FromSeconds(3),
            OnRetry = async retry =>
            {
                WorkerMetrics.DatabaseRetried();
                if (revive is null || retry.Outcome.Exception is PostgresException)
                    return;
                try
                {
                    await revive(retry.Context.CancellationToken);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    // The next try tells what is wrong with the server.
                }
            },
        })
        // While the server stays away, workers ask seldom instead of all at once.
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<NpgsqlException>(e => e is not PostgresException && DatabaseErrors.IsTransient(e)),
            FailureRatio = 0.9,
            MinimumThroughput = 12,
            SamplingDuration = TimeSpan.FromSeconds(30),
            BreakDuration = TimeSpan.FromSeconds(2),
            OnOpened = _ => Circuit(open: true),
            OnClosed = _ => Circuit(open: false),
        })
        .Build();

    static ValueTask Circuit(bool open)
    {
        WorkerMetrics.CircuitChanged(open);
        return ValueTask.CompletedTask;
    }

    public ValueTask<T> RunAsync<T>(Func<CancellationToken, ValueTask<T>> work, CancellationToken ct) =>
        _pipeline.ExecuteAsync(work, ct);

    public ValueTask RunAsync(Func<CancellationToken, ValueTask> work, CancellationToken ct) => _pipeline.ExecuteAsync(work, ct);
}
