using Extractor.Core.Claims;

namespace Extractor.Cli.Output;

/// <summary>Writes the claims of one document after the other, in the order of the text.</summary>
interface IClaimWriter : IDisposable
{
    void Write(string document, string ruleset, IReadOnlyList<Claim> claims);
}
