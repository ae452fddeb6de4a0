using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;

namespace Extractor.Web.Pages.Assets;

/// <summary>A file of <c>wwwroot</c>, which is inside the program. Its address changes with its bytes, so that it may be kept for ever.</summary>
sealed record Asset(string Name, string Type, byte[] Bytes)
{
    public static FrozenDictionary<string, Asset> All { get; } = Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith("assets/", StringComparison.Ordinal)).Select(Read).ToFrozenDictionary(asset => asset.Name);

    public string Address { get; } = $"/assets/{Convert.ToHexStringLower(SHA256.HashData(Bytes)[..6])}/{Name}";

    public static string At(string name) => All[name].Address;

    static Asset Read(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var type = Path.GetExtension(resource) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            _ => "text/plain; charset=utf-8",
        };
        return new(resource["assets/".Length..], type, bytes);
    }
}
