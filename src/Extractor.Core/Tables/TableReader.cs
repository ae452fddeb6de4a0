using Extractor.Core.Layouts;

namespace Extractor.Core.Tables;

/// <summary>Reads tables out of runs of cell lines.</summary>
static class TableReader
{
    public static bool TryRead(PageView page, IReadOnlyList<Block> blocks, int at, out TableText table)
    {
        table = new([], at);
        return false;
    }
}
