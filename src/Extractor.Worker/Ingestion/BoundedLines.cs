namespace Extractor.Worker.Ingestion;

/// <summary>The lines of a stream of any length, none held that is longer than the limit.</summary>
sealed class BoundedLines(Stream stream, int longest, string path)
{
    byte[] _buffer = new byte[64 << 10];
    int _from, _to;

    /// <summary>Each line without its end, valid until the next is asked for; null in place of one that is too long.</summary>
    public IEnumerable<ArraySegment<byte>?> Read()
    {
        var (searched, isSkipped) = (0, false);
        while (true)
        {
            var end = _buffer.AsSpan(_from + searched, _to - _from - searched).IndexOf((byte)'\n');
            if (end >= 0)
            {
                end += searched;
                var line = new ArraySegment<byte>(_buffer, _from, end);
                _from += end + 1;
                searched = 0;
                yield return isSkipped || end > longest ? default(ArraySegment<byte>?) : line;
                isSkipped = false;
                continue;
            }
            searched = _to - _from;
            if (searched > longest)
            {
                isSkipped = true;
                _from = _to;
                searched = 0;
            }
            MakeRoom();
            var read = ReadMore();
            _to += read;
            if (read > 0)
                continue;
            if (isSkipped)
                yield return null;
            else if (_to > _from)
                yield return new ArraySegment<byte>(_buffer, _from, _to - _from);
            yield break;
        }
    }

    int ReadMore()
    {
        try
        {
            return stream.Read(_buffer, _to, _buffer.Length - _to);
        }
        catch (IOException e)
        {
            throw new InputException(InputFault.Unreadable, $"{path}: cannot be read to its end ({e.Message})");
        }
    }

    void MakeRoom()
    {
        if (_from > 0)
        {
            _buffer.AsSpan(_from, _to - _from).CopyTo(_buffer);
            (_from, _to) = (0, _to - _from);
        }
        if (_to == _buffer.Length)
            Array.Resize(ref _buffer, (int)Math.Min(_buffer.Length * 2L, longest + 2L));
    }
}
