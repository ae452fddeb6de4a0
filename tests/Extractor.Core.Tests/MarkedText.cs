using Extractor.Core.Text;

namespace Extractor.Core.Tests;

/// <summary>Example text in which [brackets] mark the spans that must be found, so nobody counts offsets.</summary>
sealed record MarkedText(string Text, IReadOnlyList<TextSpan> Spans)
{
    public static MarkedText Parse(string marked)
    {
        var text = new System.Text.StringBuilder();
        var spans = new List<TextSpan>();
        var start = 0;
        foreach (var c in marked)
        {
            switch (c)
            {
                case '[': start = text.Length; break;
                case ']': spans.Add(new(start, text.Length)); break;
                default: text.Append(c); break;
            }
        }
        return new(text.ToString(), spans);
    }

    /// <summary>The text with brackets around what was found: a failing row shows where it differs.</summary>
    public static string Mark(string text, IEnumerable<TextSpan> spans)
    {
        var marked = new System.Text.StringBuilder(text);
        foreach (var span in spans.OrderByDescending(span => span.Start))
            marked.Insert(span.End, ']').Insert(span.Start, '[');
        return marked.ToString();
    }
}
