using System.Buffers;
using System.Globalization;
using System.Text;
using CsvHelper;
using Extractor.Storage.Claims;

namespace Extractor.Web.Exports;

/// <summary>RFC 4180 with a heading, described by <see cref="DataPackage"/>. Text that a spreadsheet would run as a formula is defused; numbers stay numbers.</summary>
sealed class CsvExport : IExportWriter
{
    /// <summary>The first cell of a last row that says why the rows before it are not all.</summary>
    public const string ErrorMark = "#ERROR";

    public void Begin(IBufferWriter<byte> buffer, Edition edition) => Record(buffer, CsvColumn.All.Select(column => column.Name));

    public void Write(IBufferWriter<byte> buffer, StoredClaim claim) => Record(buffer, CsvColumn.All.Select(column => column.Print(claim)));

    public void End(IBufferWriter<byte> buffer, Edition edition, Ending ending)
    {
        if (!ending.IsComplete)
            Record(buffer, [ErrorMark, string.Create(CultureInfo.InvariantCulture, $"incomplete after {ending.Claims} claims: {ending.Error}")]);
    }

    static void Record(IBufferWriter<byte> buffer, IEnumerable<string?> cells)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = CsvWriter.Create(text, new CsvWriterOptions(), leaveOpen: true))
        {
            foreach (var cell in cells)
                csv.WriteField(cell);
            csv.EndRecord();
        }
        Encoding.UTF8.GetBytes(text.GetStringBuilder().ToString(), buffer);
    }
}
