namespace Extractor.Storage.Tests;

public sealed class DatabaseTests
{
    [Theory]
    [InlineData("postgres://me:se%40cret@db.example.org/claims", "db.example.org:5432/claims")]
    [InlineData("postgresql://me@db.example.org:6543/claims?sslmode=verify-full&connect_timeout=3", "db.example.org:6543/claims")]
    [InlineData("Host=/run/postgresql;Database=claims;Username=me", "/run/postgresql/claims")]
    public void Both_forms_of_address_are_understood_and_shown_without_the_password(string connection, string place) =>
        Assert.Equal(place, Database.Place(connection));

    [Theory]
    [InlineData("nonsense")]
    [InlineData("postgres://")]
    [InlineData("Host=a;Pasword=hush")]
    [InlineData("postgres://a/b?sslmode=hush")]
    public void An_address_that_cannot_be_read_is_refused_without_quoting_it(string connection)
    {
        var error = Assert.Throws<DatabaseException>(() => Database.Open(connection));
        Assert.DoesNotContain("hush", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_parts_of_an_address_are_unescaped()
    {
        var settings = Database.Settings("postgres://me:se%40cret@db/claims?sslmode=verify-full");
        Assert.Equal(("me", "se@cret", "claims"), (settings.Username, settings.Password, settings.Database));
        Assert.Equal(Npgsql.SslMode.VerifyFull, settings.SslMode);
    }
}
