using System.Text.Encodings.Web;
using System.Text.Json;
using Extractor.Core.Claims;

namespace Extractor.Cli.Output;

/// <summary>JSON Lines: one claim a line, as claims are everywhere.</summary>
sealed class ClaimLines(Stream stream) : IClaimWriter
{
    // Keeps Chinese readable; the output is a file of its own, never part of a page.
    readonly Utf8JsonWriter _json = new(stream, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    public void Write(string document, string ruleset, IReadOnlyList<Claim> claims)
    {
        foreach (var claim in claims)
        {
            ClaimJson.Write(_json, document, ruleset, claim);
            _json.Flush();
            stream.WriteByte((byte)'\n');
            _json.Reset();
        }
        stream.Flush();
    }

    public void Dispose() => _json.Dispose();
}
