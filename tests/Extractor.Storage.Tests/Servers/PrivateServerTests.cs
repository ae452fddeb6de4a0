using System.Diagnostics;
using System.Globalization;
using Dapper;
using Extractor.Storage.Servers;

namespace Extractor.Storage.Tests.Servers;

public sealed class PrivateServerTests
{
    [Fact]
    public void A_socket_whose_path_would_be_too_long_lies_in_a_short_folder()
    {
        Assert.Equal("/data/socket", new DataFolder("/data").Socket);
        var long1 = new DataFolder("/" + new string('a', 100)).Socket;
        Assert.StartsWith("/tmp/extractor-", long1, StringComparison.Ordinal);
        Assert.NotEqual(long1, new DataFolder("/" + new string('b', 100)).Socket);
    }

    // In a folder whose path is too long for a socket, has spaces and a quote in it.
    [Fact]
    public async Task Of_several_users_the_last_one_out_stops_the_server_and_a_dead_one_is_revived()
    {
        var ct = TestContext.Current.CancellationToken;
        var before = Environment.GetEnvironmentVariable("EXTRACTOR_DATA");
        var top = Directory.CreateTempSubdirectory("extractor-test-");
        if (Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows())
            File.SetUnixFileMode(top.FullName, (UnixFileMode)0b111_101_101);
        var folder = Path.Combine(top.FullName, "it's a long one " + new string('x', 90));
        var processFile = Path.Combine(folder, "postgres", "postmaster.pid");
        Environment.SetEnvironmentVariable("EXTRACTOR_DATA", folder);
        try
        {
            var first = await PrivateServer.OpenAsync(ct);
            var second = await PrivateServer.OpenAsync(ct);
            Assert.Equal(1, await SelectAsync(second));
            await first.DisposeAsync();
            Assert.Equal(1, await SelectAsync(second));

            var id = int.Parse(File.ReadLines(processFile).First(), CultureInfo.InvariantCulture);
            using (var postmaster = Process.GetProcessById(id))
                postmaster.Kill();
            await second.ReviveAsync(ct);
            Assert.Equal(1, await SelectAsync(second));
            await second.DisposeAsync();
            Assert.False(File.Exists(processFile));
            Assert.False(Directory.Exists(new DataFolder(folder).Socket));
        }
        finally
        {
            Environment.SetEnvironmentVariable("EXTRACTOR_DATA", before);
            top.Delete(recursive: true);
        }
    }

    static async Task<int> SelectAsync(PrivateServer server)
    {
        await using var db = Database.Open(server.ConnectionString + ";Pooling=false");
        await using var connection = await db.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<int>("select 1");
    }
}
