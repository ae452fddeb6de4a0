using Extractor.Tests;

namespace Extractor.Web.Tests;

[CollectionDefinition]
public sealed class ReadingTests : ICollectionFixture<ServedFixtures>;

/// <summary>Some of the pages that come with the program, served for all tests that only read.</summary>
public sealed class ServedFixtures(TestServer server) : IAsyncLifetime
{
    internal ServedDatabase Served { get; private set; } = null!;

    public HttpClient Http => Served.Http;

    public async ValueTask InitializeAsync() =>
        Served = await ServedDatabase.StartAsync(server, null, Fixtures.Read("postal-bulletin.txt", "finance.txt", "taiwan.txt", "county-story.txt"));

    public ValueTask DisposeAsync() => Served.DisposeAsync();
}
