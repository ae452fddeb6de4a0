using Extractor.Core.Claims;
using Extractor.Core.Numbers;
using Extractor.Core.Text;
using Microsoft.Recognizers.Text;
using Microsoft.Recognizers.Text.DateTime;
using Microsoft.Recognizers.Text.Number;
using Microsoft.Recognizers.Text.NumberWithUnit;

namespace Extractor.Recognizers;

/// <summary>A quantity in a short text.</summary>
/// <param name="Span">UTF-16 code units of the text that was asked about.</param>
readonly record struct Answer(TextSpan Span, string Value, string Unit, Qualifier Qualifier = Qualifier.Exact);

/// <summary>The models of culture zh-cn. The first use takes a third of a second.</summary>
sealed class Library
{
    const string Chinese = Culture.Chinese;

    // For each of the library's regular expressions; what runs into it yields nothing.
    const int RegexSeconds = 2;

    readonly IModel[] _withUnit;
    readonly PercentModel _percentage;
    readonly NumberModel _number;
    readonly NumberRangeModel _range;
    readonly IModel[] _noQuantity;

    public static Lazy<Library> Shared { get; } = new(() => new());

    Library()
    {
        // Their caches would keep every sentence that they were asked about.
        var number = new NumberRecognizer(Chinese, NumberOptions.NoProtoCache, lazyInitialization: true, RegexSeconds);
        var unit = new NumberWithUnitRecognizer(Chinese, NumberWithUnitOptions.NoProtoCache, lazyInitialization: true, RegexSeconds);
        var dates = new DateTimeRecognizer(Chinese, DateTimeOptions.NoProtoCache, lazyInitialization: true, RegexSeconds);
        _withUnit = [unit.GetCurrencyModel(), unit.GetDimensionModel(), unit.GetAgeModel(), unit.GetTemperatureModel()];
        _percentage = number.GetPercentageModel();
        _number = number.GetNumberModel();
        _range = number.GetNumberRangeModel();
        _noQuantity = [dates.GetDateTimeModel(), number.GetOrdinalModel()];
    }

    /// <summary>What is read with a unit comes before percentages, dates and ordinals, and these before bare numbers.</summary>
    public IReadOnlyList<Answer> Ask(string text)
    {
        var answers = new List<Answer>();
        foreach (var found in _withUnit.SelectMany(model => model.Parse(text)))
            Add(found, WithUnit(found));
        foreach (var found in _percentage.Parse(text))
            Add(found, (Text(found, "value").TrimEnd('%'), IsPoints(found.Text) ? "pp" : "%", 0));
        var others = _noQuantity.SelectMany(model => model.Parse(text)).Select(Span).ToList();
        foreach (var found in _number.Parse(text))
            if (!others.Exists(other => other.Overlaps(Span(found))))
                Add(found, (Text(found, "value"), "1", 0));
        foreach (var found in _range.Parse(text))
            if (Hedge(Text(found, "value")) is { } hedge && answers.FindIndex(answer => answer.Span.Overlaps(Span(found))) is >= 0 and var at)
                answers[at] = answers[at] with { Qualifier = hedge };
        return [.. answers.OrderBy(answer => answer.Span.Start)];

        void Add(ModelResult found, (string Value, string Unit, int Power) read)
        {
            var span = Span(found);
            if (span.Start >= 0 && span.End <= text.Length && span.Length > 0 && !answers.Exists(answer => answer.Span.Overlaps(span))
                && DecimalText.WithoutExponent(read.Value, read.Power) is { } value)
                answers.Add(new(span, value, read.Unit));
        }
    }

    /// <summary>A unit that has no code here goes by the library's own name for it.</summary>
    static (string, string, int) WithUnit(ModelResult found)
    {
        var (value, name, currency) = (Text(found, "value"), Text(found, "unit"), Text(found, "isoCurrency"));
        if (currency is [not '_', _, _])
            return (value, currency, 0);
        return UnitNames.Default.Find(name) is { } unit ? (value, unit.Code, unit.Power) : (value, $"{{{name}}}", 0);
    }

    /// <summary>What an interval that is open to one side says: (5000,) is more than 5000.</summary>
    static Qualifier? Hedge(string interval) => interval switch
    {
        ['(', .., ',', ')'] => Qualifier.MoreThan,
        ['[', .., ',', ')'] => Qualifier.AtLeast,
        ['(', ',', .., ')'] => Qualifier.LessThan,
        ['(', ',', .., ']'] => Qualifier.AtMost,
        _ => null,
    };

    // It reads 0.4个百分点 as 0.4%.
    static bool IsPoints(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c))) is [.., '百', '分', '点' or '點'];

    static TextSpan Span(ModelResult found) => new(found.Start, found.End + 1);

    static string Text(ModelResult found, string key) => found.Resolution?.GetValueOrDefault(key) as string ?? "";
}
