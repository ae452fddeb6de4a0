using System.Diagnostics;
using Extractor.Core.Quantities;
using Extractor.Core.Text;

namespace Extractor.Recognizers;

/// <summary>
/// The quantities that Microsoft.Recognizers.Text reads: currency, dimension, age, temperature, percentage, and what is
/// left of bare numbers outside dates. It knows no counters, so that 43万余名 is more than 430000 without a unit.
/// </summary>
public sealed class MicrosoftQuantities : IQuantityRecognizer
{
    readonly AskingLimits _limits;
    readonly Func<string, IReadOnlyList<Answer>> _ask;

    public MicrosoftQuantities() : this(new(), Library.Shared.Value.Ask)
    {
    }

    internal MicrosoftQuantities(AskingLimits limits, Func<string, IReadOnlyList<Answer>> ask) => (_limits, _ask) = (limits, ask);

    public IReadOnlyList<QuantityMention> Recognize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var points = new CodePoints(text);
        var mentions = new List<QuantityMention>();
        var clock = Stopwatch.StartNew();
        foreach (var piece in Pieces.Of(text, _limits.Longest))
        {
            var slice = text[piece.Start..piece.End];
            if (!slice.AsSpan().ContainsAny(Numerals.All))
                continue;
            var left = _limits.Text - clock.Elapsed;
            if (left <= TimeSpan.Zero || Ask(slice, left < _limits.Piece ? left : _limits.Piece) is not { } answers)
                break;
            foreach (var (span, value, unit, qualifier) in answers)
            {
                var there = new TextSpan(piece.Start + span.Start, piece.Start + span.End);
                mentions.Add(new(points.Convert(there), text[there.Start..there.End], value, null, null, unit, qualifier));
            }
        }
        return mentions;
    }

    /// <summary>Null where no answer came in time: a call cannot be stopped, but it ends, for its text is short.</summary>
    IReadOnlyList<Answer>? Ask(string text, TimeSpan time)
    {
        var asking = Task.Run(() => _ask(text));
        try
        {
            return asking.Wait(time) ? asking.Result : null;
        }
        catch (AggregateException)
        {
            return []; // A fault of the library is its silence.
        }
    }
}
