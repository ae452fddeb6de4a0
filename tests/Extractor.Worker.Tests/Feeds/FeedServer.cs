using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Extractor.Worker.Tests.Feeds;

/// <summary>A real HTTP server on the loopback address. What it answers is set by path; what it was asked is kept.</summary>
sealed class FeedServer : IDisposable
{
    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource _stop = new();

    public FeedServer()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>Status line and headers without the last empty line, and the body; by the path with its query.</summary>
    public Dictionary<string, Func<string, (string Head, byte[] Body)>> Answers { get; } = new(StringComparer.Ordinal);

    public List<string> Requests { get; } = [];

    public string Url(string path) => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}{path}";

    public void Answer(string path, string head, string body = "") => Answers[path] = _ => (head, Encoding.UTF8.GetBytes(body));

    async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            // The test is over.
        }
    }

    async Task ServeAsync(TcpClient client)
    {
        try
        {
            using (client)
            {
                var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
                var request = new StringBuilder();
                while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 } line)
                    request.AppendLine(line);
                lock (Requests)
                    Requests.Add(request.ToString());
                var path = request.ToString().Split(' ')[1];
                var (head, body) = Answers.TryGetValue(path, out var answer) ? answer(request.ToString()) : ("HTTP/1.1 404 Not Found", []);
                await stream.WriteAsync(Encoding.Latin1.GetBytes($"{head}\r\nConnection: close\r\n\r\n"), _stop.Token);
                await stream.WriteAsync(body, _stop.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The client went away, as one may.
        }
    }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }
}
