using System.Buffers;
using Extractor.Storage.Claims;

namespace Extractor.Web.Exports;

/// <summary>One format. Writes into a buffer that is sent off in between, so that no export is ever held as a whole.</summary>
interface IExportWriter
{
    void Begin(IBufferWriter<byte> buffer, Edition edition);

    void Write(IBufferWriter<byte> buffer, StoredClaim claim);

    /// <summary>Says that the export is complete, or that it is not.</summary>
    void End(IBufferWriter<byte> buffer, Edition edition, Ending ending);
}
