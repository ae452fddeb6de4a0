using Extractor.Core.Layouts;

namespace Extractor.Core.Tables;

/// <summary>The lines of the blocks from a place on, read as they are asked for, and once: most are looked at from the block before them, too.</summary>
sealed class TableLines(PageView page)
{
    const int LongestBlock = 4000;

    readonly List<TableLine> _lines = [];
    IReadOnlyList<Block> _blocks = [];
    IEnumerator<TableLine> _block = Enumerable.Empty<TableLine>().GetEnumerator();

    /// <summary>The block behind the one that is being read.</summary>
    int _next;

    /// <summary>Begins at a block.</summary>
    public void Open(IReadOnlyList<Block> blocks, int at)
    {
        if (ReferenceEquals(blocks, _blocks) && at < _next)
        {
            _lines.RemoveAll(line => line.Block < at);
            return;
        }
        _lines.Clear();
        (_blocks, _next, _block) = (blocks, at, Enumerable.Empty<TableLine>().GetEnumerator());
    }

    /// <summary>The line, or null behind the last one that may belong to a table.</summary>
    public TableLine? this[int index]
    {
        get
        {
            while (_lines.Count <= index)
                if (_block.MoveNext())
                    _lines.Add(_block.Current);
                else if (_next < _blocks.Count && _blocks[_next].Span.Length <= LongestBlock)
                    _block = TableLine.Read(page, _blocks[_next], _next++).GetEnumerator();
                else
                    break;
            return index < _lines.Count ? _lines[index] : null;
        }
    }
}
