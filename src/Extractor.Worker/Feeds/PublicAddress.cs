using System.Net;
using System.Net.Sockets;

namespace Extractor.Worker.Feeds;

/// <summary>Which addresses are of the public internet: a feed's address must not lead into the network that polls it.</summary>
static class PublicAddress
{
    static readonly IPNetwork[] Closed =
    [
        .. ((string[])
        [
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            // IPv6 outside 2000::/3 is refused below; within it, documentation, Teredo and what else is set apart.
            "2001::/23", "2001:db8::/32", "3fff::/20",
        ]).Select(network => IPNetwork.Parse(network)),
    ];

    static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3"), Nat64 = IPNetwork.Parse("64:ff9b::/96"), SixToFour = IPNetwork.Parse("2002::/16");

    public static bool Is(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return Is(address.MapToIPv4());
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            // Addresses that carry an IPv4 address within lead to that one.
            var bytes = address.GetAddressBytes();
            if (Nat64.Contains(address))
                return Is(new IPAddress(bytes.AsSpan(12, 4)));
            if (SixToFour.Contains(address))
                return Is(new IPAddress(bytes.AsSpan(2, 4)));
            if (!Global6.Contains(address))
                return false;
        }
        return !Array.Exists(Closed, network => network.Contains(address));
    }
}
