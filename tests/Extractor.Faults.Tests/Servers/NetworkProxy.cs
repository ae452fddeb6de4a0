using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Extractor.Faults.Tests.Servers;

/// <summary>Stands between workers and server, and does what networks do.</summary>
sealed class NetworkProxy : IAsyncDisposable
{
    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource _stop = new();
    readonly ConcurrentDictionary<Link, bool> _links = new();
    readonly Task _accepting;
    readonly int _target;

    public NetworkProxy(int target)
    {
        _target = target;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Nothing passes, in either direction, until it is false again; whatever was sent arrives then.</summary>
    public bool IsStalled { get; set; }

    /// <summary>All that are open now are cut with a reset.</summary>
    public int Reset()
    {
        var links = _links.Keys.ToList();
        links.ForEach(link => link.Close());
        return links.Count;
    }

    /// <summary>On all that are open now nothing passes any more, and neither side is told.</summary>
    public int Forget()
    {
        var links = _links.Keys.Where(link => !link.IsForgotten).ToList();
        links.ForEach(link => link.IsForgotten = true);
        return links.Count;
    }

    async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptSocketAsync(_stop.Token);
                var link = new Link(client, new Socket(SocketType.Stream, ProtocolType.Tcp));
                _links[link] = true;
                _ = CarryAsync(link);
            }
        }
        catch (OperationCanceledException)
        {
            // The end.
        }
    }

    async Task CarryAsync(Link link)
    {
        try
        {
            await link.Server.ConnectAsync(IPAddress.Loopback, _target, _stop.Token);
            await Task.WhenAny(PumpAsync(link, link.Client, link.Server), PumpAsync(link, link.Server, link.Client));
        }
        catch (SocketException)
        {
            // The server refuses: so does the proxy.
        }
        catch (OperationCanceledException)
        {
            // The end.
        }
        _links.TryRemove(link, out _);
        link.Close();
    }

    async Task PumpAsync(Link link, Socket from, Socket to)
    {
        var buffer = new byte[16384];
        try
        {
            while (await from.ReceiveAsync(buffer, _stop.Token) is var read and > 0)
            {
                while (IsStalled || link.IsForgotten)
                    await Task.Delay(10, _stop.Token);
                await to.SendAsync(buffer.AsMemory(0, read), _stop.Token);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // Closed on one side: the other one follows.
        }
        // A side that went away is not heard of through a connection that nothing passes.
        while (link.IsForgotten && !_stop.IsCancellationRequested)
            await Task.Delay(50, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        Reset();
        _stop.Dispose();
    }

    sealed class Link(Socket client, Socket server)
    {
        int _closed;

        public Socket Client => client;

        public Socket Server => server;

        public bool IsForgotten { get; set; }

        public void Close()
        {
            if (Interlocked.Exchange(ref _closed, 1) != 0)
                return;
            foreach (var socket in (Socket[])[client, server])
            {
                socket.LingerState = new(true, 0);
                socket.Dispose();
            }
        }
    }
}
