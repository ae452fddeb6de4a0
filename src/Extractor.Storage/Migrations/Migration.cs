using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Extractor.Storage.Migrations;

/// <summary>One numbered SQL file: <c>0003_claims.sql</c> is number 3, name <c>claims</c>.</summary>
public sealed record Migration(int Number, string Name, string Sql)
{
    /// <summary>The files of <c>migrations/</c>, in order.</summary>
    public static IReadOnlyList<Migration> All { get; } = Load();

    public string File => string.Create(CultureInfo.InvariantCulture, $"{Number:0000}_{Name}.sql");

    /// <summary>A checkout with other line ends is no edit.</summary>
    public string Checksum { get; } = Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    static Migration[] Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("migrations/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                var file = Path.GetFileNameWithoutExtension(name["migrations/".Length..]);
                return new Migration(int.Parse(file[..4], CultureInfo.InvariantCulture), file[5..], reader.ReadToEnd());
            })];
    }
}
