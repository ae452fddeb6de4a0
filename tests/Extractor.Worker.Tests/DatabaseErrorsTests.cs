using System.Net.Sockets;
using System.Text;
using Npgsql;

namespace Extractor.Worker.Tests;

public sealed class DatabaseErrorsTests
{
    static PostgresException Error(string state) => new("refused: 一页文字", "ERROR", "ERROR", state);

    [Theory]
    [InlineData("40001", true, true, false)] // serialization
    [InlineData("40P01", true, true, false)] // deadlock
    [InlineData("57P01", true, true, false)] // shut down
    [InlineData("25P03", true, true, false)] // idle in transaction: not transient to Npgsql
    [InlineData("25006", true, true, false)] // read-only standby: nor this
    [InlineData("53100", false, true, false)] // disk full: not again at once
    [InlineData("57014", false, false, false)] // statement timeout
    [InlineData("23514", false, false, true)] // check
    [InlineData("22021", false, false, true)] // NUL
    [InlineData("54000", false, false, true)] // too large for an index
    [InlineData("42601", false, false, false)] // our own SQL is wrong
    public void Each_state_is_retried_waited_for_or_held_against_the_document(string state, bool transient, bool away, bool poison)
    {
        var error = Error(state);
        Assert.Equal(
            (transient, away, poison),
            (DatabaseErrors.IsTransient(error), DatabaseErrors.IsAway(error), DatabaseErrors.IsPoison(error)));
    }

    [Theory]
    [InlineData("42P01")] // no such table
    [InlineData("42703")] // no such column
    [InlineData("42501")] // no right
    public void A_schema_or_login_that_does_not_fit_is_held_against_no_document(string state) =>
        Assert.Equal((true, false, false), (DatabaseErrors.IsMisfit(Error(state)), DatabaseErrors.IsAway(Error(state)), DatabaseErrors.IsPoison(Error(state))));

    [Fact]
    public void A_lost_connection_is_transient_and_a_full_pool_is_only_waited_for()
    {
        Assert.True(DatabaseErrors.IsTransient(new NpgsqlException("gone", new SocketException(104))));
        Assert.True(DatabaseErrors.IsTransient(new SocketException(11))); // Npgsql passes on that a name is not known for the moment
        var full = new NpgsqlException("pool", new TimeoutException());
        Assert.Equal((false, true), (DatabaseErrors.IsTransient(full), DatabaseErrors.IsAway(full)));
        Assert.True(DatabaseErrors.IsPoison(new EncoderFallbackException()));
        Assert.False(DatabaseErrors.IsAway(new OperationCanceledException()));
    }
}
