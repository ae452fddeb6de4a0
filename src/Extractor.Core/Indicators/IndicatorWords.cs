using Extractor.Core.Text;

namespace Extractor.Core.Indicators;

/// <summary>The lexicons by which a noun phrase is cut out of its clause; each row's meaning stands at the head of its file.</summary>
static class IndicatorWords
{
    public static readonly WordTable<bool> Verbs = Words("verbs");

    /// <summary>Attributes; true where they hang only on a class (铁路, 公路).</summary>
    public static readonly WordTable<bool> Dependents = Flags("dependents", "class", "any");

    public static readonly WordTable<bool> Heads = Words("heads");

    /// <summary>Nouns that say who (true) or of what kind (false).</summary>
    public static readonly WordTable<bool> Classes = Flags("classes", "who", "what");

    /// <summary>Rates of what was named before: they keep its indicator.</summary>
    public static readonly WordTable<bool> Rates = Words("rates");

    /// <summary>What befalls people: it, and not its cause, is what a count of them measures.</summary>
    public static readonly WordTable<bool> Events = Words("events");

    public static readonly WordTable<bool> Funds = Words("funds");
    public static readonly WordTable<bool> Predicates = Words("predicates");

    /// <summary>Words left out at the head of a phrase, and at its tail; and words whose end only looks like such a tail.</summary>
    public static readonly WordTable<bool> Leads = Words("trims", "lead"), Tails = Words("trims", "tail"), Keeps = Words("trims", "keep");

    /// <summary>Nouns behind a figure that leave what it measures to the words before (500万辆的水平).</summary>
    public static readonly WordTable<bool> Vacuous = Words("vacuous");

    /// <summary>Whoever does something: a verb behind one ends the noun (乡镇卫生院[配备]…).</summary>
    public static readonly WordTable<bool> Doers = Words("doers");

    /// <summary>Places and bodies that are counted as such, whatever of theirs is spoken of behind 的.</summary>
    public static readonly WordTable<bool> Members = Words("members");

    /// <summary>Where a noun behind a figure ends (true), and words that only begin like such a stop (false).</summary>
    public static readonly WordTable<bool> Stops = Stop(row => row[0] != "no");

    /// <summary>Stops that also stand inside a noun (发展规划): true of them, false of all others.</summary>
    public static readonly WordTable<bool> VerbalNouns = Stop(row => row[0] == "noun");

    /// <summary>Nouns that close a compound which such a stop opens.</summary>
    public static readonly WordTable<bool> NounEnds = Words("noun-ends");

    /// <summary>Verbs of reports (true: in any phrase) and of deeds (false: in long phrases) that stand before the noun.</summary>
    public static readonly WordTable<bool> Cuts = Flags("cuts", "always", "long");

    static WordTable<bool> Words(string name)
    {
        var file = LexiconFile.Embedded($"Indicators.{name}.tsv");
        return Table(file, file.Rows(columns: 1), _ => true);
    }

    static WordTable<bool> Words(string name, string kind)
    {
        var file = LexiconFile.Embedded($"Indicators.{name}.tsv");
        return Table(file, Rows(file, "lead", "tail", "keep").Where(row => row[0] == kind), _ => true);
    }

    static WordTable<bool> Stop(Func<LexiconRow, bool> value)
    {
        var file = LexiconFile.Embedded("Indicators.stops.tsv");
        return Table(file, Rows(file, "yes", "noun", "no"), value);
    }

    static WordTable<bool> Flags(string name, string yes, string no)
    {
        var file = LexiconFile.Embedded($"Indicators.{name}.tsv");
        return Table(file, Rows(file, yes, no), row => row[0] == yes);
    }

    /// <exception cref="LexiconException">A row of another kind.</exception>
    internal static IEnumerable<LexiconRow> Rows(LexiconFile file, params string[] kinds)
    {
        foreach (var row in file.Rows(columns: 2))
            yield return kinds.Contains(row[0]) ? row : throw file.Error(row, $"“{row[0]}” is none of {string.Join(", ", kinds)}.");
    }

    /// <exception cref="LexiconException">A word twice.</exception>
    internal static WordTable<bool> Table(LexiconFile file, IEnumerable<LexiconRow> rows, Func<LexiconRow, bool> value)
    {
        var words = new Dictionary<string, bool>();
        foreach (var row in rows)
            foreach (var word in row.Surfaces(row.Cells.Length - 1))
                if (!words.TryAdd(word, value(row)))
                    throw file.Error(row, $"“{word}” stands twice.");
        return new(words);
    }
}
