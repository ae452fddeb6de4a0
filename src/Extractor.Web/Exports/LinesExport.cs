using System.Buffers;
using System.Text.Json;
using Extractor.Storage.Claims;
using Extractor.Web.Answers;
using Extractor.Web.Claims;

namespace Extractor.Web.Exports;

/// <summary>A claim a line, as the API has it. The last line is no claim: it has the one member <c>export</c>, which says whether the lines before it are all.</summary>
sealed class LinesExport : IExportWriter
{
    public void Begin(IBufferWriter<byte> buffer, Edition edition)
    {
    }

    public void Write(IBufferWriter<byte> buffer, StoredClaim claim)
    {
        ExportJson.Write(buffer, json => JsonSerializer.Serialize(json, ClaimAnswer.Of(claim), Json.Options));
        buffer.Write("\n"u8);
    }

    public void End(IBufferWriter<byte> buffer, Edition edition, Ending ending)
    {
        ExportJson.Write(buffer, json =>
        {
            json.WriteStartObject();
            json.WriteStartObject("export");
            json.WriteString("created", edition.Created);
            ExportJson.WriteEdition(json, edition, ending);
            json.WriteEndObject();
            json.WriteEndObject();
        });
        buffer.Write("\n"u8);
    }
}
