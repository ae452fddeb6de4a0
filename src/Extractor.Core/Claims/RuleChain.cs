namespace Extractor.Core.Claims;

/// <summary>
/// The names of the rules that made a claim (period:paragraph), and what they say of its confidence. Each combination that
/// comes up, some hundreds, is made once, and its claims share it. Safe to share between threads.
/// </summary>
sealed class RuleChain
{
    static readonly string[] Fields = ["quantity", "measure", "indicator", "period", "scope"];

    /// <summary>Of no rule; the first rule that follows is the one that read the quantity.</summary>
    public static RuleChain Start { get; } = new([], 0);

    readonly string[] _names;

    /// <summary>Replaced as a whole, never changed, so that it is read without a lock.</summary>
    volatile (string Rule, RuleChain Chain)[] _longer = [];

    RuleChain(string[] names, double weight) => (_names, Weight) = (names, weight);

    /// <summary>In the order in which the rules fired.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>The sum of their log-odds.</summary>
    public double Weight { get; }

    /// <param name="rule">Of the field that comes next.</param>
    public RuleChain Then(string rule)
    {
        foreach (var (known, chain) in _longer)
            if (known == rule)
                return chain;
        return Add(rule);
    }

    RuleChain Add(string rule)
    {
        var name = Fields[_names.Length] + ":" + rule;
        var chain = new RuleChain([.. _names, name], Weight + ConfidenceReader.OfRule(name));
        lock (Start)
        {
            foreach (var (known, made) in _longer)
                if (known == rule)
                    return made;
            _longer = [.. _longer, (rule, chain)];
        }
        return chain;
    }
}
