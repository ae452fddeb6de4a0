using Extractor.Core.Text;

namespace Extractor.Core.Scopes;

/// <summary>Words beside a place that take it away as a scope; what each kind means stands at the head of the file.</summary>
static class Neighbours
{
    public static readonly WordList Before = Words("before"), Names = Words("name"), Titles = Words("title");

    static WordList Words(string kind) => WordList.Embedded("Scopes.neighbours.tsv", kind, "before", "name", "title");
}
