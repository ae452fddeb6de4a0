using System.CommandLine;
using System.Globalization;
using System.Text;
using Extractor.Cli.Inputs;
using Extractor.Cli.Output;
using Extractor.Core;
using Extractor.Core.Checks;
using Extractor.Core.Claims;
using Extractor.Core.Text;
using Extractor.Worker.Ingestion;

namespace Extractor.Cli.Verbs;

/// <summary><c>explain</c>: every number of a page, what was made of it, and by which rules.</summary>
static class ExplainVerb
{
    public static Command Create(Terminal terminal)
    {
        var inputs = new InputOptions();
        var command = new Command("explain", "Show each number of a page: the claim made of it, or the reason why not");
        inputs.AddTo(command);
        command.SetAction(parsed =>
        {
            var (facts, list) = (inputs.Facts(parsed), inputs.Files(parsed));
            var failures = new Failures(terminal);
            foreach (var failure in list.Failures)
                failures.Add(failure);
            var done = 0;
            foreach (var file in list.Files)
                try
                {
                    var text = file.Read(inputs.MaxSize(parsed), inputs.Charset(parsed));
                    Explain(terminal.Out, file.Name, text, ClaimExtractor.Default.Extract(text, facts[file.Name]));
                    done++;
                }
                catch (InputException failure)
                {
                    failures.Add(failure);
                }
            terminal.Out.Flush();
            return failures.Code(done);
        });
        return command.WithExamples(
            "extractor explain page.txt",
            "extractor explain --documents facts.jsonl page.txt | less",
            "echo '第四次会议，同比增长12.32%。' | extractor explain -");
    }

    static void Explain(TextWriter output, string name, string text, Extraction extraction)
    {
        var lines = new LineCount(text);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Terminal.OneLine(name)}: {extraction.Claims.Count} claims, {extraction.Unresolved.Count} numbers that are none"));
        var checks = extraction.Checks.SelectMany(check => check.Claims, (check, index) => (index, check)).ToLookup(pair => pair.index, pair => pair.check);
        var items = extraction.Claims.Select((claim, index) => (claim.Span, claim.Text, Lines: Of(claim, index, checks)))
            .Concat(extraction.Unresolved.Select(none => (none.Span, none.Text, Lines: (IEnumerable<string>)[$"no claim: {none.Reason}"])));
        foreach (var (span, quote, explanation) in items.OrderBy(item => item.Span.Start))
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"\n{span} (line {lines.At(span)})  {Terminal.OneLine(quote)}"));
            foreach (var line in explanation)
                output.WriteLine($"    {line}");
        }
    }

    static IEnumerable<string> Of(Claim claim, int index, ILookup<int, Check> checks) => Of(claim).Concat(
        checks[index].Select(check => $"check {check.Kind.Code()} {check.Outcome.Code()}: {Terminal.OneLine(check.Explanation)}"));

    static string[] Of(Claim claim) =>
    [
        $"claim: {Or(claim.Indicator)}{(claim.IndicatorId is { } id ? $" [{id}]" : "")} = {ClaimWords.Value(claim)} {claim.Unit}",
        $"qualifier {claim.Qualifier.Code()}, measure {claim.Measure.Code()}, direction {Or(claim.Direction?.Code())}, basis {Or(claim.Basis)}, status {claim.Status.Code()}",
        $"period {Or(claim.Period?.ToString())}{At(claim.PeriodSpan)}, scope {Or(claim.Scope)}{At(claim.ScopeSpan)}, indicator{At(claim.IndicatorSpan) ?? " not in the text"}",
        string.Create(CultureInfo.InvariantCulture, $"rules {string.Join(", ", claim.Rules)}; confidence {claim.Confidence:0.00}"),
    ];

    static string Or(string? text) => string.IsNullOrEmpty(text) ? "none" : Terminal.OneLine(text);

    static string? At(TextSpan? span) => span is { } s ? $" at {s}" : null;

    /// <summary>Lines by code point, asked for in rising order.</summary>
    sealed class LineCount(string text)
    {
        int _index, _codePoints, _line = 1;

        public int At(TextSpan span)
        {
            while (_codePoints < span.Start && _index < text.Length)
            {
                Rune.DecodeFromUtf16(text.AsSpan(_index), out var rune, out var length);
                if (rune.Value == '\n')
                    _line++;
                _index += length;
                _codePoints++;
            }
            return _line;
        }
    }
}
