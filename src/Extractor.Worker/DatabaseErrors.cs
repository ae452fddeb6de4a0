using System.Net.Sockets;
using System.Text;
using Npgsql;
using Polly.CircuitBreaker;

namespace Extractor.Worker;

/// <summary>What an error of the database means. The README of this project has the table.</summary>
public static class DatabaseErrors
{
    /// <summary>A new connection and transaction may well succeed.</summary>
    public static bool IsTransient(Exception error) => error switch
    {
        // The transaction sat idle too long; the server is read-only since a failover.
        PostgresException { SqlState: "25P03" or "25006" } => true,
        // Disk full, out of memory, I/O error: at once again makes it worse.
        PostgresException { SqlState: "53100" or "53200" or "58030" } => false,
        NpgsqlException e => e.IsTransient && !IsTimeout(e),
        // The server's name is not known for the moment.
        SocketException => true,
        _ => false,
    };

    /// <summary>The server is away, overloaded or ailing: nothing is wrong with the document.</summary>
    public static bool IsAway(Exception error) =>
        IsTransient(error) || error is BrokenCircuitException
        || error is NpgsqlException { IsTransient: true }
        || error is NpgsqlException and not PostgresException && IsTimeout(error);

    /// <summary>
    /// The server cut a statement off, by a limit of the login's or an operator's hand. Held against a document that was
    /// being stored, which may be too much for that limit every time; of the queue's own statements it says nothing.
    /// </summary>
    public static bool IsCutOff(Exception error) => error is PostgresException { SqlState: "57014" };

    /// <summary>The schema is not this program's, or its login lacks rights: no document can be stored, and none is to blame.</summary>
    public static bool IsMisfit(Exception error) => error is PostgresException { SqlState: ['4', '2', ..] };

    /// <summary>The document itself is refused, and would be again.</summary>
    public static bool IsPoison(Exception error) =>
        error is EncoderFallbackException or OverflowException
        || error is PostgresException { SqlState: ['2', '2' or '3', ..] or ['5', '4', ..] };

    /// <summary>What to keep with a job: never the article's text, which the details of an error quote.</summary>
    public static string Describe(Exception error) => error switch
    {
        PostgresException { ConstraintName: { } constraint } e => $"{e.SqlState}: {e.TableName} refuses the row by {constraint}",
        PostgresException e => $"{e.SqlState}: {e.MessageText}",
        _ => $"{error.GetType().Name}: {error.Message}",
    };

    // No free connection in the pool, or a statement that took too long: a retry adds to the load.
    static bool IsTimeout(Exception error) => error.InnerException is TimeoutException;
}
