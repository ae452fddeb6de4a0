using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Extractor.Web.Tests.Access;

[Collection(typeof(ReadingTests))]
public sealed class SlowClientTests(ServedFixtures fixtures)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_body_that_drips_is_cut_off_while_others_are_served()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(fixtures.Http.BaseAddress!.Host, fixtures.Http.BaseAddress.Port, Ct);
        await using var wire = client.GetStream();
        await wire.WriteAsync(Encoding.ASCII.GetBytes($"POST /api/v1/check HTTP/1.1\r\nHost: {fixtures.Http.BaseAddress.Authority}\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{{\"text\":\""), Ct);
        using var answer = new MemoryStream();
        var end = wire.CopyToAsync(answer, Ct);
        // It would go on for hours.
        while (await Task.WhenAny(end, Task.Delay(100, Ct)) != end)
        {
            try
            {
                await wire.WriteAsync("1"u8.ToArray(), Ct);
            }
            catch (IOException)
            {
                // The server has closed the connection already.
            }
            Assert.Equal(HttpStatusCode.OK, (await fixtures.Http.AskAsync("/api/v1/overview")).Status);
        }
        Assert.StartsWith("HTTP/1.1 408 ", Encoding.ASCII.GetString(answer.ToArray()), StringComparison.Ordinal);
    }
}
