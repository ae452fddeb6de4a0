using Extractor.Core.Text;

namespace Extractor.Core.Indicators;

/// <summary>The lexicons by which a noun phrase is cut out of its clause; each row's meaning stands at the head of its file.</summary>
static class IndicatorWords
{
    public static readonly WordTable<bool> Verbs = Words("verbs");

    /// <summary>Attributes; true where they hang only on a class (铁路, 公路).</summary>
    public static readonly WordTable<bool> Dependents = Flags("dependents", "class");

    public static readonly WordTable<bool> Heads = Words("heads");

    /// <summary>Nouns that say who (true) or of what kind (false).</summary>
    public static readonly WordTable<bool> Classes = Flags("classes", "who");

    /// <summary>Rates of what was named before: they keep its indicator.</summary>
    public static readonly WordTable<bool> Rates = Words("rates");

    /// <summary>What befalls people: it, and not its cause, is what a count of them measures.</summary>
    public static readonly WordTable<bool> Events = Words("events");

    /// <summary>Places and bodies that are counted as such, whatever of theirs is spoken of behind 的.</summary>
    public static readonly WordTable<bool> Members = Words("members");

    public static readonly WordTable<bool> Funds = Words("funds");
    public static readonly WordTable<bool> Predicates = Words("predicates");

    /// <summary>Words left out at the head of a phrase, and at its tail; and words whose end only looks like such a tail.</summary>
    public static readonly WordTable<bool> Leads = Words("trims", "lead"), Tails = Words("trims", "tail"), Keeps = Words("trims", "keep");

    /// <summary>Where a noun behind a figure ends (true), and words that only begin like such a stop (false).</summary>
    public static readonly WordTable<bool> Stops = new(StopRows().SelectMany(row => row.Surfaces(1).Select(word => KeyValuePair.Create(word, row[0] != "no"))));

    /// <summary>Stops that also stand inside a noun (发展规划).</summary>
    public static readonly WordTable<bool> VerbalNouns = Table(StopRows().Where(row => row[0] == "noun").SelectMany(row => row.Surfaces(1)));

    /// <summary>Nouns that close a compound which such a stop opens.</summary>
    public static readonly WordTable<bool> NounEnds = Words("noun-ends");

    /// <summary>Verbs of reports (true: in any phrase) and of deeds (false: in long phrases) that stand before the noun.</summary>
    public static readonly WordTable<bool> Cuts = Flags("cuts", "always");

    static IEnumerable<LexiconRow> StopRows() => LexiconFile.Embedded("Indicators.stops.tsv").Rows(columns: 2);

    static WordTable<bool> Words(string name) =>
        Table(LexiconFile.Embedded($"Indicators.{name}.tsv").Rows(columns: 1).SelectMany(row => row.Surfaces(0)));

    static WordTable<bool> Words(string name, string kind) =>
        Table(LexiconFile.Embedded($"Indicators.{name}.tsv").Rows(columns: 2).Where(row => row[0] == kind).SelectMany(row => row.Surfaces(1)));

    static WordTable<bool> Flags(string name, string yes) =>
        new(LexiconFile.Embedded($"Indicators.{name}.tsv").Rows(columns: 2).SelectMany(row => row.Surfaces(1).Select(word => KeyValuePair.Create(word, row[0] == yes))));

    static WordTable<bool> Table(IEnumerable<string> words) => new(words.Distinct().Select(word => KeyValuePair.Create(word, true)));
}
